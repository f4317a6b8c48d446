//! What the reading of every file needs.

use super::files::FoundFile;
use super::place::{FilePlace, Place};
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

impl Reading<'_> {
    /// Where the rows of a file belong, its columns aside.
    pub(crate) fn place(&self, found: &FoundFile) -> FilePlace {
        FilePlace::of(found, self.given, &self.seeds.authorities)
    }
}
