//! The stocktake pack as an Excel workbook, by the Government Analysis Function's checklist for accessible
//! spreadsheets: a cover, contents, notes and definitions, then one marked and named table a worksheet.
//!
//! Every number and word of figures comes from the pack, so what is hidden is here by symbol alone. A file a
//! worksheet says what is on it; `layout.rs` alone knows how a worksheet is laid out.

mod above;
mod cell;
mod changes;
mod commentary;
mod comparisons;
mod contents;
mod cover;
mod definitions;
mod figures;
mod formats;
mod heights;
mod layout;
mod line;
mod notes;
mod place;
mod properties;
mod sheet;
mod summary;
mod targets;
mod years;

use crate::pack::Packs;
use crate::seeds::indicators::IndicatorSeed;
use rust_xlsxwriter::{Workbook, XlsxError};
use sheet::Sheet;
use thiserror::Error;

/// A workbook that cannot be made.
#[derive(Debug, Error)]
#[error("the workbook cannot be made: {0}")]
pub struct WorkbookError(#[from] XlsxError);

/// The workbook of some packs, as the bytes of an xlsx file: the same packs give the same bytes. Definitions are those
/// of the indicators. A table without a row, such as the targets of no place, has no worksheet.
///
/// # Errors
/// Where a text or a table is longer than a worksheet can hold, or the day of the figures is before 1900.
pub fn write(packs: &Packs, indicators: &[IndicatorSeed]) -> Result<Vec<u8>, WorkbookError> {
    let tables: Vec<Sheet> = tables(packs).into_iter().filter(|sheet| !sheet.table.rows.is_empty()).collect();
    let mut sheets = vec![notes::sheet(&packs.about), definitions::sheet(indicators)];
    sheets.retain(|sheet| !sheet.table.rows.is_empty());
    let of_tables = tables.len();
    sheets.extend(tables);
    sheets.insert(0, contents::sheet(&sheets));

    let mut workbook = Workbook::new();
    layout::begin(&mut workbook)?;
    workbook.set_properties(&properties::of(packs)?);
    layout::cover(workbook.add_worksheet(), &cover::lines(packs, of_tables))?;
    // Each is let go once it is laid out: the workbook has its words by then.
    for sheet in sheets {
        layout::sheet(workbook.add_worksheet(), &sheet, &above::lines(&sheet, &packs.about))?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// The worksheets with tables of places, in the order in which a reader wants them.
fn tables(packs: &Packs) -> [Sheet; 7] {
    [
        summary::sheet(packs),
        figures::sheet(packs),
        comparisons::sheet(packs),
        changes::sheet(packs),
        years::sheet(packs),
        targets::sheet(packs),
        commentary::sheet(packs),
    ]
}
