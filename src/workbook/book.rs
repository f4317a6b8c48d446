//! What a workbook is made in, whatever its format.

use super::cell::Cell;
use super::error::WorkbookError;
use super::line::Line;
use super::properties::Properties;
use super::sheet::Sheet;
use crate::pack::Packs;
use std::path::Path;

/// The format of a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format<'run> {
    /// Excel's. Its rows wait on disk, in unnamed files in this folder, until it is made.
    Excel(&'run Path),
    /// OpenDocument's: the same tables, without what is drawn and without an area to pick.
    OpenDocument,
}

/// What stands first in a workbook.
#[derive(Debug)]
pub(crate) struct First<'run> {
    /// What the file says of itself.
    pub properties: &'run Properties,
    /// The lines of the cover.
    pub cover: &'run [Line],
    /// The contents.
    pub contents: &'run Sheet,
    /// The lines above them.
    pub above: &'run [Line],
}

/// A workbook that is being made. Its cover and contents stand first, but are known last.
pub(crate) trait Book: Sized {
    /// Adds the worksheets of one area at a time, if the format has them; their rows in the contents.
    ///
    /// # Errors
    /// Where a text or a table is longer than a worksheet can hold.
    fn one_area(&mut self, packs: &Packs) -> Result<Vec<Vec<Cell>>, WorkbookError>;

    /// Adds a worksheet with its table, beneath lines.
    ///
    /// # Errors
    /// Where a text or a table is longer than a worksheet can hold, or rows have nowhere to wait.
    fn sheet(&mut self, sheet: &Sheet, above: &[Line]) -> Result<(), WorkbookError>;

    /// The bytes of the file.
    ///
    /// # Errors
    /// As of a worksheet.
    fn finished(self, first: &First<'_>) -> Result<Vec<u8>, WorkbookError>;
}
