//! What was copied of one file.

use super::copied::{Changes, Note};
use super::homes::Homes;

/// What was copied of a file.
#[derive(Debug, Default)]
pub(crate) struct CopiedFile {
    pub rows: u64,
    pub changes: Changes,
    pub notes: Vec<Note>,
    pub homes: Homes,
    pub extra_columns: Vec<(String, String)>,
}
