//! The copy of one file.

use super::columns::{Column, Columns, columns_of};
use super::copied::{Changes, Note, NoteKind, RowAt};
use super::homes::{Homes, WhoseRows};
use super::key::Key;
use super::request::Request;
use crate::day::Day;
use crate::identity::{Coarse, strayed};
use crate::owner;
use crate::returns::files::FoundFile;
use crate::returns::heading::fit;
use crate::returns::source::content::Content;
use crate::returns::source::csv::raw::{RawCell, RawRow, spans_lines};
use crate::returns::source::opening::{as_text, separator_line};
use crate::returns::source::raw_rows::CopiedRows;
use crate::returns::source::unread::Unread;
use crate::returns::source::{Part, SourceFile};
use crate::text::{Problem, tidy, trim};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// What was copied of a file.
#[derive(Debug, Default)]
pub(crate) struct CopiedFile {
    pub rows: u64,
    pub changes: Changes,
    pub notes: Vec<Note>,
    pub homes: Homes,
    pub extra_columns: Vec<(String, String)>,
}

/// Copies a file, or gives what is wrong with it, in which case there is no copy.
///
/// # Errors
/// Where the copy cannot be written.
pub(crate) fn copy(
    request: &Request<'_>,
    found: &FoundFile,
    content: &Content,
    target: &Path,
) -> io::Result<Result<CopiedFile, Problem>> {
    let copied = match copy_as(request, found, content, target)? {
        Err(Unread::Written(encoding)) => match content.written(encoding) {
            Ok(content) => copy_as(request, found, &content, target)?,
            Err(unread) => Err(unread),
        },
        copied => copied,
    };
    Ok(copied.map_err(Unread::into_problem))
}

/// Copies a file whose characters are written as `content` has it.
fn copy_as(
    request: &Request<'_>,
    found: &FoundFile,
    content: &Content,
    target: &Path,
) -> io::Result<Result<CopiedFile, Unread>> {
    let mut buffer = Vec::new();
    let mut source = match SourceFile::open(content, &mut buffer, |cells| fit(cells, request.seeds)) {
        Ok(source) => source,
        Err(unread) => return Ok(Err(unread)),
    };
    let heading = source.opening().line;
    let mut copying = Copying {
        request,
        found,
        target,
        heading,
        columns: Vec::new(),
        last: None,
        out: None,
        copied: CopiedFile::default(),
    };
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
    if let Some(out) = &mut copying.out {
        out.flush()?;
    }
    Ok(Ok(copying.copied))
}

/// A file that is being copied.
struct Copying<'run> {
    request: &'run Request<'run>,
    found: &'run FoundFile,
    target: &'run Path,
    /// The line of the heading.
    heading: u32,
    /// The columns with their names, in the file's order.
    columns: Vec<(Column, String)>,
    /// The last id and its replacement, as rows of one child are mostly together.
    last: Option<(String, String)>,
    /// None until the heading is known.
    out: Option<BufWriter<File>>,
    copied: CopiedFile,
}

impl Copying<'_> {
    /// Takes the next part of the file, the first of which begins with the heading.
    fn take(&mut self, part: &Part<'_>) -> io::Result<Result<(), Unread>> {
        if self.out.is_none() {
            if let Err(unread) = self.read_heading(part) {
                return Ok(Err(unread));
            }
            if let Some(folder) = self.target.parent() {
                owner::create_folders(folder)?;
            }
            self.out = Some(BufWriter::new(owner::create(self.target)?));
        }
        match part.copied_rows() {
            Ok(rows) => self.rows(rows),
            Err(unread) => Ok(Err(unread)),
        }
    }

    /// Reads the heading.
    fn read_heading(&mut self, part: &Part<'_>) -> Result<(), Unread> {
        let mut records = part.records()?;
        let cells = records.next_record().map(|(_, record)| as_text(record)).unwrap_or_default();
        let Columns { columns, extra } = columns_of(self.heading, &cells, self.request.seeds)?;
        (self.columns, self.copied.extra_columns) = (columns, extra);
        Ok(())
    }

    /// Copies rows, the heading unchanged.
    fn rows(&mut self, mut rows: CopiedRows<'_>) -> io::Result<Result<(), Unread>> {
        let Some(mut out) = self.out.take() else { return Ok(Ok(())) };
        out.write_all(rows.mark())?;
        let mut whose = WhoseRows::of(self.found, &self.request.seeds.authorities);
        let delimiter = rows.delimiter();
        rows.each(|row| {
            if row.line == self.heading || row.is_blank() || self.names_separator(row) {
                let cells: Vec<&[u8]> = row.cells.iter().map(|cell| &*cell.written).collect();
                out.write_all(&cells.join(&delimiter))?;
            } else if row.line > self.heading {
                self.copied.rows += 1;
                out.write_all(&self.row(row, delimiter, &mut whose))?;
            }
            // Of a title, which may name anybody, there remains an empty line.
            out.write_all(row.end)
        })?;
        self.out = Some(out);
        Ok(rows.problem().map_or(Ok(()), |problem| Err(problem.into())))
    }

    /// Whether a row is the line `sep=;` above a heading.
    fn names_separator(&self, row: &RawRow<'_>) -> bool {
        let written: Vec<&[u8]> = row.cells.iter().map(|cell| &*cell.written).collect();
        row.line < self.heading && separator_line(&written.join(&b';')).is_some()
    }

    /// A row as it is copied, without its end.
    fn row(&mut self, row: &RawRow<'_>, delimiter: u8, whose: &mut WhoseRows<'_>) -> Vec<u8> {
        let surplus = row.cells.iter().skip(self.columns.len()).any(|cell| !cell.text.trim_ascii().is_empty());
        if surplus {
            self.note(row.line, "", NoteKind::TooLong);
        }
        let mut written = Vec::new();
        let (mut id, mut home) = (None, None);
        for (place, cell) in row.cells.iter().enumerate() {
            if place > 0 {
                written.push(delimiter);
            }
            let (column, name) = self.columns.get(place).cloned().unwrap_or((Column::Other, String::new()));
            let instead =
                if surplus { self.cell_of_no_column(column, cell) } else { self.cell(row.line, column, &name, cell) };
            match (column, name.as_str()) {
                (Column::Id, _) => id.clone_from(&instead),
                (_, "PL_POST") => home = Some((&cell.text, instead.clone())),
                (Column::Authority, _) => whose.authority_cell(&cell.text),
                _ => {}
            }
            match instead {
                Some(text) if cell.in_quotes() => written.extend(format!("\"{text}\"").bytes()),
                Some(text) => written.extend(text.bytes()),
                None => written.extend(&*cell.written),
            }
        }
        if let (Some(id), Some((postcode, copied)), false) = (id, home, surplus) {
            let postcode = String::from_utf8_lossy(tidy(postcode));
            let at = || RowAt { file: self.found.shown.clone(), line: row.line };
            self.copied.homes.note((whose.authority(), id), &postcode, copied.as_deref().unwrap_or(&postcode), at);
        }
        written
    }

    /// The replacement of a cell; `None` where it stays as it is.
    fn cell(&mut self, line: u32, column: Column, name: &str, cell: &RawCell<'_>) -> Option<String> {
        match column {
            Column::Id => self.id(&cell.text),
            Column::Identifying(field) => match field.coarse(&cell.text) {
                Coarse::AsItStands => None,
                Coarse::Instead(text) => {
                    self.copied.changes.count(field);
                    Some(text)
                }
                Coarse::Unreadable => {
                    self.note(line, name, NoteKind::Blanked);
                    Some(String::new())
                }
            },
            Column::OfAuthorities => None,
            Column::Authority if self.names_an_authority(&cell.text) => None,
            Column::Authority | Column::Day | Column::Other => {
                let text = tidy(&cell.text);
                let belongs = !spans_lines(text) && strayed(text).is_none();
                if belongs {
                    return None;
                }
                self.note(line, name, NoteKind::StoodIn);
                Some(self.in_place_of(text))
            }
        }
    }

    /// The replacement of a cell in a row with more cells than headings, where no cell can be trusted to be in
    /// its column: the ids, the return and DECOM are kept, and a surplus cell stays filled.
    fn cell_of_no_column(&mut self, column: Column, cell: &RawCell<'_>) -> Option<String> {
        let text = trim(&cell.text);
        let year_or_day = || {
            let year = std::str::from_utf8(tidy(text)).ok().and_then(crate::year::read_year);
            Day::read(text).is_some() || year.is_some()
        };
        match column {
            Column::Id => self.id(&cell.text),
            Column::OfAuthorities => None,
            Column::Authority if self.names_an_authority(&cell.text) => None,
            Column::Day if year_or_day() => None,
            _ if text.is_empty() => None,
            _ => Some(self.in_place_of(text)),
        }
    }

    /// The id that replaces a child's, which is read as the definitions read it; a blank one stays.
    fn id(&mut self, cell: &[u8]) -> Option<String> {
        let text = tidy(cell);
        if text.is_empty() {
            return None;
        }
        let id = String::from_utf8_lossy(text).to_uppercase();
        self.copied.changes.ids += 1;
        if let Some((last, instead)) = &self.last
            && *last == id
        {
            return Some(instead.clone());
        }
        let instead = self.request.key.id(&id);
        self.last = Some((id, instead.clone()));
        Some(instead)
    }

    /// Cells are compared in capitals and without spaces.
    fn in_place_of(&self, text: &[u8]) -> String {
        let closed: String = String::from_utf8_lossy(text).split(' ').collect();
        let key: &Key = self.request.key;
        key.in_place_of(&closed.to_uppercase())
    }

    fn names_an_authority(&self, cell: &[u8]) -> bool {
        self.request.seeds.authorities.find(&String::from_utf8_lossy(tidy(cell))).is_some()
    }

    fn note(&mut self, line: u32, column: &str, kind: NoteKind) {
        let at = RowAt { file: self.found.shown.clone(), line };
        self.copied.notes.push(Note { at, column: column.to_owned(), kind });
    }

    /// Removes what was written of a copy that cannot be finished.
    fn give_up(self, unread: Unread) -> io::Result<Result<CopiedFile, Unread>> {
        if self.out.is_some() {
            drop(self.out);
            fs::remove_file(self.target)?;
        }
        Ok(Err(unread))
    }
}
