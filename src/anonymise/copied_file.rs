//! What was copied of one file.

use super::columns::Column;
use super::copied::{Changes, ExtraColumns, Note};
use super::homes::Homes;
use crate::returns::source::why_not::WhyNot;

/// What was copied of a file.
#[derive(Debug, Default)]
pub(crate) struct CopiedFile {
    pub rows: u64,
    pub changes: Changes,
    pub notes: Vec<Note>,
    pub homes: Homes,
    pub extra: ExtraColumns,
    /// Why it is not part of the copy, where nothing is wrong with it.
    pub left_out: Option<WhyNot>,
    /// Whether it is a CSV file in UTF-8 in the copy, and was something else.
    pub as_csv: bool,
}

impl CopiedFile {
    /// Names the columns of a table that are not part of the return.
    pub(super) fn name_columns(&mut self, table: &str, columns: &[(Column, String)]) {
        for (column, name) in columns.iter().filter(|(_, name)| !name.is_empty()) {
            let named = || (table.to_owned(), name.clone());
            match column {
                Column::LeftOut => drop(self.extra.left_out.insert(named())),
                Column::Kept => drop(self.extra.kept.insert(named())),
                _ => {}
            }
        }
    }
}
