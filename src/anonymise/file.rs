//! The copy of one file.

use super::columns::{Column, Columns, columns_of};
use super::homes::{Homes, WhoseRows};
use super::key::Key;
use super::raw::{RawCell, RawRow, RawRows};
use super::{Changes, Note, NoteKind, Request, RowAt};
use crate::code::tidy;
use crate::day::Day;
use crate::fault::SystemError;
use crate::identity::{Coarse, Field, strayed};
use crate::owner;
use crate::returns::files::FoundFile;
use crate::returns::regions::Regions;
use crate::text::{Problem, csv_text, plain_text, trim};
use memchr::memchr_iter;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// What was copied of a file.
#[derive(Debug, Default)]
pub struct CopiedFile {
    pub rows: u64,
    pub changes: Changes,
    pub notes: Vec<Note>,
    pub homes: Homes,
    pub extra_columns: Vec<(String, String)>,
}

/// Copies a file, or gives what is wrong with it; then there is no copy.
///
/// # Errors
/// Where the copy cannot be written.
pub fn copy(request: &Request<'_>, found: &FoundFile, target: &Path) -> io::Result<Result<CopiedFile, Problem>> {
    let mut buffer = Vec::new();
    let unreadable = |error: io::Error| {
        Problem::at_top(format!("cannot be read: {}", SystemError::from(error)), "check that you may read it")
    };
    let mut regions = match Regions::open(&found.path, found.bytes, &mut buffer) {
        Ok(regions) => regions,
        Err(error) => return Ok(Err(unreadable(error))),
    };
    let mut copying =
        Copying { request, found, target, columns: Vec::new(), last: None, out: None, copied: CopiedFile::default() };
    loop {
        let region = match regions.next() {
            Ok(Some(region)) => region,
            Ok(None) => break,
            Err(error) => return copying.give_up(unreadable(error)),
        };
        let taken = if region.first {
            copying.begin(region.bytes)?
        } else {
            copying.go_on(region.bytes, region.line_before)?
        };
        if let Err(problem) = taken {
            return copying.give_up(problem);
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
    /// The columns with their names, in the file's order.
    columns: Vec<(Column, String)>,
    /// The last id and what stands in its place, for rows of one child mostly stand together.
    last: Option<(String, String)>,
    /// None until the heading is known.
    out: Option<BufWriter<File>>,
    copied: CopiedFile,
}

impl Copying<'_> {
    /// Takes the heading and the rows that follow it.
    fn begin(&mut self, bytes: &[u8]) -> io::Result<Result<(), Problem>> {
        let text = match csv_text(bytes) {
            Ok(text) => text,
            Err(problem) => return Ok(Err(problem)),
        };
        let Some(heading) = RawRows::new(text, 0).find(|row| !row.is_blank()) else {
            return Ok(Err(Problem::at_top("has no heading", "make the column names the first line")));
        };
        match columns_of(&heading, self.request.seeds) {
            Ok(Columns { columns, extra }) => (self.columns, self.copied.extra_columns) = (columns, extra),
            Err(problem) => return Ok(Err(problem)),
        }
        if let Some(folder) = self.target.parent() {
            owner::create_folders(folder)?;
        }
        let mut out = BufWriter::new(owner::create(self.target)?);
        // The byte-order mark is no part of the text.
        out.write_all(&bytes[..bytes.len() - text.len()])?;
        self.out = Some(out);
        self.rows(text, 0, heading.line)
    }

    fn go_on(&mut self, bytes: &[u8], line_before: u32) -> io::Result<Result<(), Problem>> {
        match plain_text(bytes, line_before) {
            Ok(()) => self.rows(bytes, line_before, 0),
            Err(problem) => Ok(Err(problem)),
        }
    }

    /// Copies rows, those up to the line of the heading as they stand.
    fn rows(&mut self, bytes: &[u8], line_before: u32, heading: u32) -> io::Result<Result<(), Problem>> {
        let Some(mut out) = self.out.take() else { return Ok(Ok(())) };
        let mut whose = WhoseRows::of(self.found, &self.request.seeds.authorities);
        let mut last = None;
        for row in RawRows::new(bytes, line_before) {
            let as_it_stands = row.line <= heading || row.is_blank();
            if as_it_stands {
                let cells: Vec<&[u8]> = row.cells.iter().map(|cell| cell.written).collect();
                out.write_all(&cells.join(&b','))?;
            } else {
                self.copied.rows += 1;
                out.write_all(&self.row(&row, &mut whose))?;
            }
            out.write_all(row.end)?;
            last = Some((row.line, row.cells.iter().any(|cell| spans_lines(&cell.text))));
        }
        self.out = Some(out);
        let odd = memchr_iter(b'"', bytes).count() % 2 == 1;
        Ok(match last {
            Some((line, true)) if odd => Err(Problem {
                line,
                found: "has a quote on this line that is never closed, so that all that follows is one cell".to_owned(),
                remedy: "close the quote, or take it away".to_owned(),
            }),
            _ => Ok(()),
        })
    }

    /// A row as it is copied, without its end.
    fn row(&mut self, row: &RawRow<'_>, whose: &mut WhoseRows<'_>) -> Vec<u8> {
        let surplus = row.cells.iter().skip(self.columns.len()).any(|cell| !cell.text.trim_ascii().is_empty());
        if surplus {
            self.note(row.line, "", NoteKind::TooLong);
        }
        let mut written = Vec::new();
        let (mut id, mut home) = (None, None);
        for (place, cell) in row.cells.iter().enumerate() {
            if place > 0 {
                written.push(b',');
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
                None => written.extend(cell.written),
            }
        }
        if let (Some(id), Some((postcode, copied)), false) = (id, home, surplus) {
            let postcode = String::from_utf8_lossy(tidy(postcode));
            let at = || RowAt { file: self.found.shown.clone(), line: row.line };
            self.copied.homes.note((whose.authority(), id), &postcode, copied.as_deref().unwrap_or(&postcode), at);
        }
        written
    }

    /// What stands in place of a cell; none where it stays as it is.
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

    /// What stands in place of a cell in a row that has more cells than headings, of which nobody can tell
    /// what they are: the ids, the return and DECOM are kept, and a surplus cell stays filled.
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

    /// The id in place of a child's, which is read as the definitions read it; a blank one stays.
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

    /// Takes away what was written of a copy that turns out to be of no use.
    fn give_up(self, problem: Problem) -> io::Result<Result<CopiedFile, Problem>> {
        if self.out.is_some() {
            drop(self.out);
            fs::remove_file(self.target)?;
        }
        Ok(Err(problem))
    }
}

fn spans_lines(text: &[u8]) -> bool {
    text.iter().any(|byte| matches!(byte, b'\n' | b'\r'))
}

impl Changes {
    fn count(&mut self, field: Field) {
        match field {
            Field::Birth => self.births += 1,
            Field::Postcode => self.postcodes += 1,
            Field::PupilNumber => self.upns += 1,
        }
    }
}
