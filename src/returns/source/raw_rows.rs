//! The rows of part of a file with every cell as it is written, for a copy.

use super::csv::raw::{RawCell, RawRow, RawRows};
use super::form::Delimiter;
use super::sheet::SheetRecords;
use crate::text::Problem;

/// The rows of part of a file, as a copy writes them.
pub(crate) enum CopiedRows<'part> {
    /// Lines of text, those above the heading among them.
    Lines(RawRows<'part>, Delimiter),
    /// Rows of a sheet, from the heading on.
    Sheet(SheetRecords<'part>),
}

impl<'part> CopiedRows<'part> {
    /// What comes before the first row: a byte-order mark, or nothing.
    pub(crate) fn mark(&self) -> &'part [u8] {
        match self {
            CopiedRows::Lines(rows, _) => rows.mark,
            CopiedRows::Sheet(_) => b"",
        }
    }

    /// What separates cells.
    pub(crate) fn delimiter(&self) -> u8 {
        match self {
            CopiedRows::Lines(_, delimiter) => delimiter.byte(),
            CopiedRows::Sheet(_) => Delimiter::Comma.byte(),
        }
    }

    /// Hands over each row in order.
    ///
    /// # Errors
    /// Those of `each`.
    pub(crate) fn each<E>(&mut self, mut each: impl FnMut(&RawRow<'_>) -> Result<(), E>) -> Result<(), E> {
        match self {
            CopiedRows::Lines(rows, _) => rows.try_for_each(|row| each(&row)),
            CopiedRows::Sheet(rows) => {
                while let Some((line, record)) = rows.next_row() {
                    let cells = record.iter().map(RawCell::of_text).collect();
                    each(&RawRow { line, first_line: None, cells, end: b"\r\n" })?;
                }
                Ok(())
            }
        }
    }

    /// What is wrong with the rows as a whole, once every one has been handed over.
    pub(crate) fn problem(&self) -> Option<Problem> {
        match self {
            CopiedRows::Lines(rows, _) => rows.problem(),
            CopiedRows::Sheet(_) => None,
        }
    }
}
