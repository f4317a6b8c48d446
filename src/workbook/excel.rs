//! A workbook in the format of Excel.

use super::book::{Book, First};
use super::cell::Cell;
use super::error::WorkbookError;
use super::line::{Kind, Line};
use super::properties::Properties;
use super::sheet::Sheet;
use super::{above, areas, charts, contents, layout, your_area};
use crate::fault;
use crate::pack::Packs;
use crate::spreadsheet;
use rust_xlsxwriter::{DocProperties, RowNum, Workbook};
use std::path::Path;

/// How hard the file is packed, of 1 to 9: 6, the usual, takes four times as long to save a fifth of it.
const PACKED: u8 = 2;

/// The workbook so far.
pub(crate) struct Excel(Workbook);

impl Excel {
    /// With room for its cover and contents. Rows wait in a folder.
    ///
    /// # Errors
    /// Where nothing can be written to that folder.
    pub(crate) fn new(unfinished: &Path) -> Result<Excel, WorkbookError> {
        let mut workbook = Workbook::new();
        workbook.set_zip_compression_level(PACKED);
        layout::begin(&mut workbook)?;
        workbook.set_tempdir(unfinished)?;
        workbook.add_worksheet();
        workbook.add_worksheet();
        Ok(Excel(workbook))
    }
}

/// Makes what waits in a folder: rows are written in rust_xlsxwriter's low-memory mode, which panics where the disk is
/// full.
///
/// # Errors
/// As what is made.
pub(crate) fn waiting_in(
    unfinished: &Path,
    make: impl FnOnce() -> Result<Vec<u8>, WorkbookError>,
) -> Result<Vec<u8>, WorkbookError> {
    fault::system_failures_in(make)
        .unwrap_or_else(|source| Err(WorkbookError::Wait { folder: unfinished.to_owned(), source }))
}

impl Book for Excel {
    /// The area is picked from the list of all.
    fn one_area(&mut self, packs: &Packs) -> Result<Vec<Vec<Cell>>, WorkbookError> {
        let Excel(workbook) = self;
        let (about, Some(picked)) = (&packs.about, your_area::picked(packs)) else { return Ok(Vec::new()) };
        let sheet = your_area::sheet(packs);
        let mut above = above::lines(&sheet, about);
        above.push(Line::text("The area, to be picked from the list in the next cell:"));
        above.push(Line::new(Kind::Strong, areas::called(picked)));
        let heading = RowNum::try_from(above.len()).unwrap_or(RowNum::MAX);
        let areas = areas::sheet(packs);
        // Beneath the lines above it and its heading.
        let first = above::lines(&areas, about).len() + 2;
        let list = format!("={}!$A${first}:$A${}", areas::NAME, first + areas.table.rows.len() - 1);
        let worksheet = workbook.add_worksheet();
        layout::sheet(worksheet, &sheet, &above)?;
        layout::pick(worksheet, heading - 1, &list)?;
        let mut listed = vec![contents::row(&sheet)];
        workbook.define_name(your_area::PICKED, &format!("={}!$A${heading}", your_area::NAME))?;
        let sheet = charts::sheet(packs);
        if sheet.has_rows() {
            let above = above::lines(&sheet, about);
            let worksheet = workbook.add_worksheet();
            layout::with_more_below(worksheet, &sheet, &above)?;
            charts::draw(worksheet, &sheet, packs, RowNum::try_from(above.len()).unwrap_or(RowNum::MAX))?;
            listed.push(contents::row(&sheet));
        }
        Ok(listed)
    }

    fn sheet(&mut self, sheet: &Sheet, above: &[Line]) -> Result<(), WorkbookError> {
        // Tables of figures grow with the places.
        let worksheet = match sheet.is_of_figures {
            true => self.0.add_worksheet_with_low_memory()?,
            false => self.0.add_worksheet(),
        };
        Ok(layout::sheet(worksheet, sheet, above)?)
    }

    fn finished(self, First { properties, cover, contents, above }: &First<'_>) -> Result<Vec<u8>, WorkbookError> {
        let Excel(mut workbook) = self;
        workbook.set_properties(&of_file(properties));
        layout::cover(workbook.worksheet_from_index(0)?, cover)?;
        layout::sheet(workbook.worksheet_from_index(1)?, contents, above)?;
        Ok(spreadsheet::finished(workbook.save_to_buffer()?)?)
    }
}

/// The date that the library gives them is taken out again.
fn of_file(properties: &Properties) -> DocProperties {
    DocProperties::new()
        .set_title(&properties.title)
        .set_subject(&properties.subject)
        .set_author(properties.author)
        .set_keywords(properties.keywords)
        .set_comment(&properties.comment)
}
