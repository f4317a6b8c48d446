//! The copy of a workbook: every sheet that is a table of the return, its cells as text.

use super::copied_file::CopiedFile;
use super::file::left_out;
use super::request::Request;
use super::table::CopiedTable;
use crate::owner;
use crate::returns::files::FoundFile;
use crate::returns::heading::fit;
use crate::returns::no_row::is_total;
use crate::returns::source::SourceFile;
use crate::returns::source::content::Content;
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
pub(super) fn copy(
    request: &Request<'_>,
    sheets: &[(&FoundFile, Content)],
    target: &Path,
) -> io::Result<Vec<CopiedSheet>> {
    let mut workbook = Workbook::new();
    let mut copied = Vec::new();
    for (found, content) in sheets {
        if let Some(why) = left_out(request, found, content) {
            copied.push(Ok(CopiedFile { left_out: Some(why), ..CopiedFile::default() }));
            continue;
        }
        let mut sheet = Worksheet::new();
        let made = rows(request, found, content, &mut sheet);
        if matches!(made, Ok(Ok(_))) {
            let name = found.within.sheet.as_deref().unwrap_or_default();
            sheet.set_name(name).map_err(io::Error::other)?;
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
fn rows(
    request: &Request<'_>,
    found: &FoundFile,
    content: &Content,
    sheet: &mut Worksheet,
) -> Result<Result<CopiedFile, Unread>, XlsxError> {
    let mut buffer = Vec::new();
    let opened = SourceFile::open(content, &mut buffer, |cells| fit(cells, request.seeds));
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
    let begun = CopiedTable::begin(request, found, heading, &part).and_then(|table| Ok((table, part.copied_rows()?)));
    let (mut table, mut rows) = match begun {
        Ok(begun) => begun,
        Err(unread) => return Ok(Err(unread)),
    };
    rows.each(|row| {
        if is_total(row.cells.iter().map(|cell| &*cell.text)) {
            return Ok(());
        }
        let replaced = if row.line == heading { vec![None; row.cells.len()] } else { table.row(row) };
        write(sheet, row, replaced)
    })?;
    Ok(Ok(table.cells.copied))
}

fn write(sheet: &mut Worksheet, row: &RawRow<'_>, replaced: Vec<Option<String>>) -> Result<(), XlsxError> {
    for (column, (cell, instead)) in (0u16..).zip(row.cells.iter().zip(replaced)) {
        let text = instead.unwrap_or_else(|| String::from_utf8_lossy(&cell.text).into_owned());
        if !text.is_empty() {
            sheet.write_string(row.line.saturating_sub(1), column, text)?;
        }
    }
    Ok(())
}
