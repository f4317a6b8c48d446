//! The stocktake pack as an Excel workbook, by the Government Analysis Function's checklist for accessible
//! spreadsheets: a cover, contents, notes and definitions, then one marked and named table a worksheet.
//!
//! Every number and word of figures comes from the pack, so a hidden number is here as its symbol alone. Each worksheet
//! has a file that says what is on it; `layout.rs` alone knows how a worksheet is laid out.

mod above;
mod areas;
mod care;
mod cell;
mod changes;
mod charts;
mod commentary;
mod comparisons;
mod contents;
mod cover;
mod definitions;
mod figures;
mod formats;
mod groups;
mod heights;
mod layout;
mod line;
mod notes;
mod owner;
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
use crate::fault::{self, Leaf, SystemError};
use crate::level::Level;
use crate::output::error::ReportError;
use crate::pack::{About, Packs};
use crate::seeds::indicators::IndicatorSeed;
use crate::spreadsheet;
use crate::wording::holder::Holder;
use cell::Cell;
use line::Line;
use miette::Diagnostic;
pub(crate) use owner::OwnerTables;
use rust_xlsxwriter::{RowNum, Workbook, XlsxError};
use sheet::Sheet;
use std::path::{Path, PathBuf};
use thiserror::Error;
use zip::result::ZipError;

/// A workbook that cannot be made.
#[derive(Debug, Error, Diagnostic)]
pub enum WorkbookError {
    /// It cannot hold what it should.
    #[error("the workbook cannot be made")]
    #[diagnostic(help("give --no-charts to have the tables alone, and report this to whoever gave you the program"))]
    Write(#[source] Leaf<XlsxError>),
    /// Its rows cannot wait on disk.
    #[error("{} cannot hold the rows of the workbook until it is made", folder.display())]
    #[diagnostic(help("make room there, and check that you may write to it"))]
    Wait {
        /// The folder.
        folder: PathBuf,
        /// What the system said.
        source: SystemError,
    },
}

impl From<ZipError> for WorkbookError {
    fn from(error: ZipError) -> WorkbookError {
        WorkbookError::Write(XlsxError::ZipError(error).into())
    }
}

impl From<WorkbookError> for ReportError {
    fn from(source: WorkbookError) -> ReportError {
        ReportError::render(source)
    }
}

impl From<XlsxError> for WorkbookError {
    fn from(error: XlsxError) -> WorkbookError {
        match error {
            XlsxError::TempFileError(folder, source) => WorkbookError::Wait { folder, source: source.into() },
            other => WorkbookError::Write(other.into()),
        }
    }
}

/// The workbook of some packs, as the bytes of an xlsx file: the same packs give the same bytes. Definitions are those
/// of the indicators. A table without a row, such as the targets of no place, has no worksheet.
///
/// Tables of figures are made and dropped one after the other, and their rows wait on disk, in unnamed files in
/// the folder of `unfinished` work, so that memory does not grow with them.
///
/// # Errors
/// Where a text or a table is longer than a worksheet can hold, or nothing can be written to that folder.
pub fn write(packs: &Packs, indicators: &[IndicatorSeed], unfinished: &Path) -> Result<Vec<u8>, WorkbookError> {
    write_with(packs, None, indicators, unfinished)
}

/// The same, with what the owner has besides.
///
/// # Errors
/// As [`write`].
pub(crate) fn write_with(
    packs: &Packs,
    of_owner: Option<&OwnerTables<'_>>,
    indicators: &[IndicatorSeed],
    unfinished: &Path,
) -> Result<Vec<u8>, WorkbookError> {
    // Rows are written in rust_xlsxwriter's low-memory mode, which panics where the disk is full.
    fault::system_failures_in(|| of_packs(packs, of_owner, indicators, unfinished))
        .unwrap_or_else(|source| Err(WorkbookError::Wait { folder: unfinished.to_owned(), source }))
}

fn of_packs(
    packs: &Packs,
    of_owner: Option<&OwnerTables<'_>>,
    indicators: &[IndicatorSeed],
    unfinished: &Path,
) -> Result<Vec<u8>, WorkbookError> {
    let before = [notes::sheet(&packs.about), definitions::sheet(indicators), areas::sheet(packs)];
    let of_owner = of_owner.into_iter().flat_map(|tables| {
        let make = [groups::sheet, care::sheet];
        make.into_iter().map(move |make| make(tables, packs, indicators))
    });
    let tables = TABLES.iter().map(|make| make(packs)).chain(of_owner);
    let cover = |of_tables| cover::lines(packs, of_tables);
    assembled((&packs.about, &cover::title(packs)), cover, Some(packs), &before, tables, unfinished)
}

/// The workbook over several days, of the charts of each place, as [`write`].
///
/// # Errors
/// As [`write`].
pub(crate) fn write_series(
    about: &About,
    places: &[(Level, Series, Option<FlowCharts>)],
    indicators: &[IndicatorSeed],
    unfinished: &Path,
) -> Result<Vec<u8>, WorkbookError> {
    let make = || {
        let before = [notes::sheet(about), definitions::sheet(indicators)];
        let tables = [series::days(places), series::months(places)].into_iter();
        let authorities = places.iter().filter(|(level, ..)| *level == Level::LocalAuthority).count();
        let cover = |of_tables| cover::lines_of_series(about, Holder::of(authorities), of_tables);
        assembled((about, &cover::title_of_series(about)), cover, None, &before, tables, unfinished)
    };
    fault::system_failures_in(make)
        .unwrap_or_else(|source| Err(WorkbookError::Wait { folder: unfinished.to_owned(), source }))
}

/// A workbook of a cover, contents, one area at a time where there are packs, what stands before the tables, and the tables.
fn assembled(
    (about, title): (&About, &str),
    cover: impl Fn(usize) -> Vec<Line>,
    packs: Option<&Packs>,
    before: &[Sheet],
    tables: impl Iterator<Item = Sheet>,
    unfinished: &Path,
) -> Result<Vec<u8>, WorkbookError> {
    let mut workbook = Workbook::new();
    layout::begin(&mut workbook)?;
    workbook.set_tempdir(unfinished)?.set_properties(&properties::of(about, title));
    // The cover and the contents come before what they describe.
    workbook.add_worksheet();
    workbook.add_worksheet();
    let mut listed = Vec::new();
    if let Some(packs) = packs {
        listed.extend(one_area(&mut workbook, packs)?);
    }
    for sheet in before.iter().filter(|sheet| sheet.has_rows()) {
        layout::sheet(workbook.add_worksheet(), sheet, &above::lines(sheet, about))?;
        listed.push(contents::row(sheet));
    }
    let before = listed.len();
    for sheet in tables.filter(Sheet::has_rows) {
        layout::sheet(workbook.add_worksheet_with_low_memory()?, &sheet, &above::lines(&sheet, about))?;
        listed.push(contents::row(&sheet));
    }
    let of_tables = listed.len() - before;
    layout::cover(workbook.worksheet_from_index(0)?, &cover(of_tables))?;
    let contents = contents::sheet(listed);
    layout::sheet(workbook.worksheet_from_index(1)?, &contents, &above::lines(&contents, about))?;
    Ok(spreadsheet::finished(workbook.save_to_buffer()?)?)
}

/// The worksheets of one area at a time, which is picked from the list of all, and their rows in the contents.
fn one_area(workbook: &mut Workbook, packs: &Packs) -> Result<Vec<Vec<Cell>>, WorkbookError> {
    let (about, Some(picked)) = (&packs.about, your_area::picked(packs)) else { return Ok(Vec::new()) };
    let sheet = your_area::sheet(packs);
    let mut above = above::lines(&sheet, about);
    above.push(Line::text("The area, to be picked from the list in the next cell:"));
    above.push(Line::new(line::Kind::Strong, areas::called(picked)));
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
