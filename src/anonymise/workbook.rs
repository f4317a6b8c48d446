//! The copy of a workbook: every sheet that is a table of the return, its cells as text.

use super::cells::CopiedCell;
use super::copied_file::CopiedFile;
use super::file::left_out;
use super::names::sheet_name;
use super::table::CopiedTable;
use super::task::{Given, Task};
use crate::owner;
use crate::returns::heading::fit;
use crate::returns::source::SourceFile;
use crate::returns::source::csv::raw::RawRow;
use crate::returns::source::unread::Unread;
use crate::text::Problem;
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};
use std::io::{self, Write};
use std::path::Path;

/// What became of a sheet.
type CopiedSheet = Result<CopiedFile, Problem>;

/// Copies the sheets of a workbook, or gives what is wrong with each.
///
/// # Errors
/// Where the copy cannot be written.
pub(super) fn copy(task: Task<'_>, sheets: &[Given<'_>], target: &Path) -> io::Result<Vec<CopiedSheet>> {
    let mut workbook = Workbook::new();
    let mut copied = Vec::new();
    for given in sheets {
        if let Some(why) = left_out(task.request, given) {
            copied.push(Ok(CopiedFile { left_out: Some(why), ..CopiedFile::default() }));
            continue;
        }
        let mut sheet = Worksheet::new();
        let made = rows(task, given, &mut sheet);
        if matches!(made, Ok(Ok(_))) {
            let name = given.found.within.sheet.as_deref().unwrap_or_default();
            sheet.set_name(sheet_name(task, name)).map_err(io::Error::other)?;
            workbook.push_worksheet(sheet);
        }
        copied.push(made.map_err(io::Error::other)?.map_err(Unread::into_problem));
    }
    if copied.iter().flatten().any(|sheet| sheet.left_out.is_none()) {
        if let Some(folder) = target.parent() {
            owner::create_folders(folder)?;
        }
        owner::create(target)?.write_all(&workbook.save_to_buffer().map_err(io::Error::other)?)?;
    }
    Ok(copied)
}

/// Writes the rows of one sheet, each on the line on which it was.
fn rows(task: Task<'_>, given: &Given<'_>, sheet: &mut Worksheet) -> Result<Result<CopiedFile, Unread>, XlsxError> {
    let mut buffer = Vec::new();
    let opened = SourceFile::open(&given.content, &mut buffer, |cells| fit(cells, task.request.seeds));
    let mut source = match opened {
        Ok(source) => source,
        Err(unread) => return Ok(Err(unread)),
    };
    let heading = source.opening().line;
    let part = match source.next_part() {
        Ok(Some(part)) => part,
        Ok(None) => return Ok(Ok(CopiedFile::default())),
        Err(unread) => return Ok(Err(unread)),
    };
    let begun = CopiedTable::begin(task, given, heading, &part).and_then(|table| Ok((table, part.copied_rows()?)));
    let (mut table, mut rows) = match begun {
        Ok(begun) => begun,
        Err(unread) => return Ok(Err(unread)),
    };
    rows.each(|row| match row.line == heading {
        true => write(sheet, row, table.as_written(row)),
        false if table.is_no_row(row) => Ok(()),
        false => write(sheet, row, table.row(row)),
    })?;
    Ok(Ok(table.cells.copied))
}

fn write(sheet: &mut Worksheet, row: &RawRow<'_>, copied: Vec<CopiedCell>) -> Result<(), XlsxError> {
    let cells = row.cells.iter().zip(copied).filter(|(_, copied)| *copied != CopiedCell::LeftOut);
    for (column, (cell, copied)) in (0u16..).zip(cells) {
        let text = match copied {
            CopiedCell::Instead(text) => text,
            _ => String::from_utf8_lossy(&cell.text).into_owned(),
        };
        if !text.is_empty() {
            sheet.write_string(row.line.saturating_sub(1), column, text)?;
        }
    }
    Ok(())
}
