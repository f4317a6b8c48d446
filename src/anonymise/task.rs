//! What the copy of one table goes by.

use super::known::Known;
use super::request::Request;
use crate::day::order::DateOrder;
use crate::returns::files::FoundFile;
use crate::returns::source::content::Content;
use std::path::PathBuf;

/// What all copies go by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Task<'run> {
    /// What was asked for.
    pub request: &'run Request<'run>,
    /// Who the children are.
    pub known: &'run Known,
}

/// A table that is to be copied.
#[derive(Debug)]
pub(super) struct Given<'run> {
    /// Where it is.
    pub found: &'run FoundFile,
    /// What it holds.
    pub content: Content,
    /// The order of the dates in each column.
    pub orders: &'run [DateOrder],
    /// Where the copy goes.
    pub target: &'run PathBuf,
}
