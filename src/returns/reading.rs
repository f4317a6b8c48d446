//! What the reading of every file needs.

use super::place::Place;
use super::written::Kept;
use crate::code::LongTexts;
use crate::seeds::Seeds;

/// What the reading of every file needs.
pub(crate) struct Reading<'run> {
    /// Authorities, tables and codes.
    pub seeds: &'run Seeds,
    /// The authority and year given for the run.
    pub given: Place,
    /// What to keep of a row.
    pub kept: Kept,
    /// Texts too long for a number.
    pub long: &'run LongTexts,
}
