//! A workbook as an OpenDocument spreadsheet: version 1.3, without a date, the same tables and lines as in Excel's.
//!
//! Ours rather than a library's: the one there is writes styles in the order of hashes and the time of the clock.

mod cells;
mod looks;
mod package;
mod worksheet;

use super::book::{Book, First};
use super::cell::Cell;
use super::error::WorkbookError;
use super::line::Line;
use super::sheet::Sheet;
use crate::archive::Archive;
use crate::pack::Packs;
use looks::Used;
use quick_xml::Writer;
use std::io::Cursor;
use zip::ZipArchive;

/// The name of what waits.
const WAITING: &str = "worksheets";

/// The workbook so far. All worksheets are one part of it, in which the cover and contents stand first: those that
/// follow wait for them, packed.
pub(crate) struct OpenDocument {
    waiting: Writer<Archive>,
    used: Used,
}

impl OpenDocument {
    /// Without a worksheet.
    ///
    /// # Errors
    /// Where no zip can be begun.
    pub(crate) fn new() -> Result<OpenDocument, WorkbookError> {
        let mut waiting = Archive::new();
        waiting.begin(WAITING)?;
        Ok(OpenDocument { waiting: Writer::new(waiting), used: Used::default() })
    }
}

impl Book for OpenDocument {
    /// There are none: formulas over marked tables are Excel's own.
    fn one_area(&mut self, _: &Packs) -> Result<Vec<Vec<Cell>>, WorkbookError> {
        Ok(Vec::new())
    }

    fn sheet(&mut self, sheet: &Sheet, above: &[Line]) -> Result<(), WorkbookError> {
        Ok(worksheet::sheet(&mut self.waiting, &mut self.used, sheet, above)?)
    }

    fn finished(self, First { properties, cover, contents, above }: &First<'_>) -> Result<Vec<u8>, WorkbookError> {
        let OpenDocument { waiting, mut used } = self;
        let mut first = Writer::new(Vec::new());
        worksheet::cover(&mut first, &mut used, cover)?;
        worksheet::sheet(&mut first, &mut used, contents, above)?;
        let mut waiting = ZipArchive::new(Cursor::new(waiting.into_inner().finished()?))?;
        package::packed(properties, &used, &first.into_inner(), &mut waiting.by_name(WAITING)?)
    }
}
