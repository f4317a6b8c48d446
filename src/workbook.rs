//! The stocktake pack as a workbook, for Excel and as an OpenDocument spreadsheet, by the Government Analysis
//! Function's checklist for accessible spreadsheets: a cover, contents, notes and definitions, then one marked and named
//! table a worksheet.
//!
//! Every number and word of figures comes from the pack, so a hidden number is here as its symbol alone. Each worksheet
//! has a file that says what is on it; how it is laid out, `layout.rs` alone knows for Excel and `open_document.rs` for
//! OpenDocument.

mod above;
mod areas;
mod book;
mod care;
mod cell;
mod changes;
mod charts;
mod commentary;
mod comparisons;
mod contents;
mod cover;
mod definitions;
mod error;
mod excel;
mod figures;
mod formats;
mod groups;
mod heights;
mod layout;
mod line;
mod notes;
mod open_document;
mod owner;
mod paper;
mod place;
mod properties;
mod series;
mod sheet;
mod summary;
mod targets;
mod years;
mod your_area;

use crate::charts::flows::FlowCharts;
use crate::charts::series::Series;
use crate::level::Level;
use crate::pack::{About, Packs};
use crate::seeds::indicators::IndicatorSeed;
use crate::wording::holder::Holder;
pub(crate) use book::Format;
use book::{Book, First};
pub use error::WorkbookError;
use excel::Excel;
use line::Line;
use open_document::OpenDocument;
pub(crate) use owner::OwnerTables;
use sheet::Sheet;
use std::path::Path;

/// The workbook of some packs, as the bytes of an xlsx file: the same packs give the same bytes. Definitions are those
/// of the indicators. A table without a row, such as the targets of no place, has no worksheet.
///
/// Tables of figures are made and dropped one after the other, and their rows wait on disk, in unnamed files in
/// the folder of `unfinished` work, so that memory does not grow with them.
///
/// # Errors
/// Where a text or a table is longer than a worksheet can hold, or nothing can be written to that folder.
pub fn write(packs: &Packs, indicators: &[IndicatorSeed], unfinished: &Path) -> Result<Vec<u8>, WorkbookError> {
    write_with(packs, None, indicators, Format::Excel(unfinished))
}

/// The same tables as the bytes of an ods file.
///
/// # Errors
/// Where it is larger than a zip can be.
pub fn write_open_document(packs: &Packs, indicators: &[IndicatorSeed]) -> Result<Vec<u8>, WorkbookError> {
    write_with(packs, None, indicators, Format::OpenDocument)
}

/// The workbook in a format, with what the owner has besides.
///
/// # Errors
/// As [`write`].
pub(crate) fn write_with(
    packs: &Packs,
    of_owner: Option<&OwnerTables<'_>>,
    indicators: &[IndicatorSeed],
    format: Format<'_>,
) -> Result<Vec<u8>, WorkbookError> {
    let mut before = vec![notes::sheet(&packs.about), definitions::sheet(indicators)];
    if matches!(format, Format::Excel(_)) {
        before.push(areas::sheet(packs));
    }
    let of_owner = of_owner.into_iter().flat_map(|tables| {
        let make = [groups::sheet, care::sheet];
        make.into_iter().map(move |make| make(tables, packs, indicators))
    });
    let tables = TABLES.iter().map(|make| make(packs)).chain(of_owner);
    let cover = |of_tables| cover::lines(packs, of_tables, format);
    made((&packs.about, &cover::title(packs)), cover, Some(packs), &before, tables, format)
}

/// The workbook over several days, of the charts of each place, as [`write_with`].
///
/// # Errors
/// As [`write`].
pub(crate) fn write_series(
    about: &About,
    places: &[(Level, Series, Option<FlowCharts>)],
    indicators: &[IndicatorSeed],
    format: Format<'_>,
) -> Result<Vec<u8>, WorkbookError> {
    let before = [notes::sheet(about), definitions::sheet(indicators)];
    let tables = [series::days(places, format), series::months(places)].into_iter();
    let authorities = places.iter().filter(|(level, ..)| *level == Level::LocalAuthority).count();
    let cover = |of_tables| cover::lines_of_series(about, Holder::of(authorities), of_tables, format);
    made((about, &cover::title_of_series(about)), cover, None, &before, tables, format)
}

fn made(
    of: (&About, &str),
    cover: impl Fn(usize) -> Vec<Line>,
    packs: Option<&Packs>,
    before: &[Sheet],
    tables: impl Iterator<Item = Sheet>,
    format: Format<'_>,
) -> Result<Vec<u8>, WorkbookError> {
    match format {
        Format::Excel(unfinished) => {
            excel::waiting_in(unfinished, || assembled(Excel::new(unfinished)?, of, cover, packs, before, tables))
        }
        Format::OpenDocument => assembled(OpenDocument::new()?, of, cover, packs, before, tables),
    }
}

/// A workbook of a cover, contents, one area at a time where there are packs, what stands before the tables, and the tables.
fn assembled(
    mut book: impl Book,
    (about, title): (&About, &str),
    cover: impl Fn(usize) -> Vec<Line>,
    packs: Option<&Packs>,
    before: &[Sheet],
    tables: impl Iterator<Item = Sheet>,
) -> Result<Vec<u8>, WorkbookError> {
    let mut listed = Vec::new();
    if let Some(packs) = packs {
        listed.extend(book.one_area(packs)?);
    }
    for sheet in before.iter().filter(|sheet| sheet.has_rows()) {
        book.sheet(sheet, &above::lines(sheet, about))?;
        listed.push(contents::row(sheet));
    }
    let before = listed.len();
    for sheet in tables.filter(Sheet::has_rows) {
        book.sheet(&sheet, &above::lines(&sheet, about))?;
        listed.push(contents::row(&sheet));
    }
    let of_tables = listed.len() - before;
    let contents = contents::sheet(listed);
    let above = above::lines(&contents, about);
    let (properties, cover) = (properties::of(about, title), cover(of_tables));
    book.finished(&First { properties: &properties, cover: &cover, contents: &contents, above: &above })
}

/// The worksheets with tables of places, in the order in which a reader wants them.
const TABLES: [fn(&Packs) -> Sheet; 7] = [
    summary::sheet,
    figures::sheet,
    comparisons::sheet,
    changes::sheet,
    years::sheet,
    targets::sheet,
    commentary::sheet,
];
