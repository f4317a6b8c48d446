//! What was copied of one file.

use super::copied::{Changes, Note};
use super::homes::Homes;
use crate::returns::source::why_not::WhyNot;

/// What was copied of a file.
#[derive(Debug, Default)]
pub(crate) struct CopiedFile {
    pub rows: u64,
    pub changes: Changes,
    pub notes: Vec<Note>,
    pub homes: Homes,
    pub extra_columns: Vec<(String, String)>,
    /// Why it is not part of the copy, where nothing is wrong with it.
    pub left_out: Option<WhyNot>,
    /// Whether it is a CSV file in UTF-8 in the copy, and was something else.
    pub as_csv: bool,
}
