//! A row of any table, and what a table must do to be read.

use super::cells::{Cells, Fault};
use crate::code::ChildId;
use crate::returns::finding::Source;
use crate::returns::heading::Heading;
use crate::returns::suspect::{RejectedRow, Suspicion};
use crate::returns::table::Table;
use crate::seeds::codes::CodeLists;

/// A row of a table: the child, the return, where the row is, and what it holds.
#[derive(Debug, Clone)]
pub struct Row<T> {
    /// The child.
    pub child: ChildId,
    /// The year in which the row's return ends.
    pub year: i32,
    /// Where the row is.
    pub source: Source,
    /// What the table's own columns hold.
    pub cells: T,
}

/// A table whose rows are read.
pub(crate) trait TableRow: Sized {
    /// Where the table's columns are in a file.
    type Columns: Sync;

    /// Finds the table's columns.
    fn columns(heading: &Heading, codes: &CodeLists) -> Self::Columns;

    /// Reads a row whose authority, year and child are known.
    ///
    /// # Errors
    /// The first fault for which the row is rejected.
    fn read(columns: &Self::Columns, cells: &mut Cells<'_>) -> Result<Self, Fault>;

    /// What is doubtful about a child whose row of the table is rejected for a fault.
    fn suspicion(_columns: &Self::Columns, _cells: &Cells<'_>, table: Table, _fault: &Fault) -> Suspicion {
        Suspicion::Rejected(RejectedRow::of(table))
    }
}
