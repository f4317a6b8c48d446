//! The copy of one file.

use super::cells::CopiedCell;
use super::copied_file::CopiedFile;
use super::request::Request;
use super::table::CopiedTable;
use super::task::{Given, Task};
use crate::owner;
use crate::returns::heading::{columns_known, fit};
use crate::returns::source::content::Content;
use crate::returns::source::csv::raw::RawRow;
use crate::returns::source::opening::separator_line;
use crate::returns::source::raw_rows::CopiedRows;
use crate::returns::source::unread::Unread;
use crate::returns::source::why_not::WhyNot;
use crate::returns::source::{Part, SourceFile};
use crate::text::Problem;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};

/// Copies a file, or gives what is wrong with it, in which case there is no copy.
///
/// # Errors
/// Where the copy cannot be written.
pub(crate) fn copy(task: Task<'_>, given: &Given<'_>) -> io::Result<Result<CopiedFile, Problem>> {
    if let Some(why) = left_out(task.request, given) {
        return Ok(Ok(CopiedFile { left_out: Some(why), ..CopiedFile::default() }));
    }
    let mut failed = Ok(());
    let copied = given.content.read_by(|content| match copy_as(task, given, content) {
        Ok(copied) => copied,
        Err(error) => {
            failed = Err(error);
            Ok(CopiedFile::default())
        }
    });
    failed.map(|()| copied)
}

/// Why a sheet is not part of a copy, where nothing is wrong with it.
pub(super) fn left_out(request: &Request<'_>, Given { found, content, .. }: &Given<'_>) -> Option<WhyNot> {
    if let Content::NotRead(why) = content {
        return Some(*why);
    }
    let (mut of_table, mut buffer) = (found.within.sheet.is_none(), Vec::new());
    let opened = SourceFile::open(content, &mut buffer, |cells| {
        of_table |= columns_known(cells, request.seeds) > 0;
        fit(cells, request.seeds)
    });
    (opened.is_ok() && !of_table).then_some(WhyNot::NoTable)
}

/// Copies a file whose characters are written as `content` has it.
fn copy_as(task: Task<'_>, given: &Given<'_>, content: &Content) -> io::Result<Result<CopiedFile, Unread>> {
    let mut buffer = Vec::new();
    let mut source = match SourceFile::open(content, &mut buffer, |cells| fit(cells, task.request.seeds)) {
        Ok(source) => source,
        Err(unread) => return Ok(Err(unread)),
    };
    let heading = source.opening().line;
    let mut copying = Copying { task, given, heading, begun: None };
    loop {
        let part = match source.next_part() {
            Ok(Some(part)) => part,
            Ok(None) => break,
            Err(unread) => return copying.give_up(unread),
        };
        if let Err(unread) = copying.take(&part)? {
            return copying.give_up(unread);
        }
    }
    match copying.begun {
        None => Ok(Ok(CopiedFile::default())),
        Some((table, mut out)) => {
            out.flush()?;
            let as_csv = !matches!(content, Content::OnDisk { .. });
            Ok(Ok(CopiedFile { as_csv, ..table.cells.copied }))
        }
    }
}

/// A file that is being copied.
struct Copying<'run> {
    task: Task<'run>,
    given: &'run Given<'run>,
    /// The line of the heading.
    heading: u32,
    /// The table and the copy, once the heading is known.
    begun: Option<(CopiedTable<'run>, BufWriter<File>)>,
}

impl Copying<'_> {
    /// Takes the next part of the file, the first of which begins with the heading.
    fn take(&mut self, part: &Part<'_>) -> io::Result<Result<(), Unread>> {
        if self.begun.is_none() {
            let table = match CopiedTable::begin(self.task, self.given, self.heading, part) {
                Ok(table) => table,
                Err(unread) => return Ok(Err(unread)),
            };
            if let Some(folder) = self.given.target.parent() {
                owner::create_folders(folder)?;
            }
            self.begun = Some((table, BufWriter::new(owner::create(self.given.target)?)));
        }
        match (part.copied_rows(), &mut self.begun) {
            (Ok(rows), Some((table, out))) => copy_rows(rows, table, out),
            (Err(unread), _) => Ok(Err(unread)),
            (Ok(_), None) => Ok(Ok(())),
        }
    }

    /// Removes what was written of a copy that cannot be finished.
    fn give_up(self, unread: Unread) -> io::Result<Result<CopiedFile, Unread>> {
        if self.begun.is_some() {
            drop(self.begun);
            fs::remove_file(self.given.target)?;
        }
        Ok(Err(unread))
    }
}

/// Copies rows, the heading unchanged.
fn copy_rows(
    mut rows: CopiedRows<'_>,
    table: &mut CopiedTable<'_>,
    out: &mut impl Write,
) -> io::Result<Result<(), Unread>> {
    out.write_all(rows.mark())?;
    let (delimiter, heading) = (rows.delimiter(), table.heading);
    let mut over_lines = None;
    rows.each(|row| {
        if names_separator(row, heading) {
            out.write_all(&written(row, vec![CopiedCell::AsWritten; row.cells.len()], delimiter))?;
        } else if row.line == heading || row.is_blank() {
            out.write_all(&written(row, table.as_written(row), delimiter))?;
        } else if row.line > heading && !table.is_no_row(row) {
            over_lines = over_lines.take().or_else(|| table.cell_over_lines(row));
            out.write_all(&written(row, table.row(row), delimiter))?;
        }
        // Of a title, which may name anybody, and of a total or the like there remains an empty line.
        out.write_all(row.end)
    })?;
    Ok(rows.problem().or(over_lines).map_or(Ok(()), |problem| Err(problem.into())))
}

/// Whether a row is the line `sep=;` above a heading.
fn names_separator(row: &RawRow<'_>, heading: u32) -> bool {
    let written: Vec<&[u8]> = row.cells.iter().map(|cell| &*cell.written).collect();
    row.line < heading && separator_line(&written.join(&b';')).is_some()
}

/// A row as it is copied, without its end.
fn written(row: &RawRow<'_>, copied: Vec<CopiedCell>, delimiter: u8) -> Vec<u8> {
    let mut written = Vec::new();
    let cells = row.cells.iter().zip(copied).filter(|(_, copied)| *copied != CopiedCell::LeftOut);
    for (place, (cell, copied)) in cells.enumerate() {
        written.extend((place > 0).then_some(delimiter));
        match copied {
            CopiedCell::Instead(text) if cell.in_quotes() => written.extend(format!("\"{text}\"").bytes()),
            CopiedCell::Instead(text) => written.extend(text.bytes()),
            CopiedCell::AsWritten => written.extend(&*cell.written),
            CopiedCell::LeftOut => {}
        }
    }
    written
}
