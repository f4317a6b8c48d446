//! Reading one file: what it is, whose its rows are, and every row typed or reported.

use super::Kept;
use super::file::{FileRows, Outcome};
use super::files::FoundFile;
use super::finding::{Rule, Source, rules};
use super::heading::{Heading, Kind, looks_identifying, recognise};
use super::place::Place;
use super::record::Record;
use super::regions::{Region, Regions};
use super::rowplace::{RowPlace, RowPlaces, child_column, placeable};
use super::rows::{Rows, stretches};
use super::stretch::Stretch;
use super::table::Table;
use super::tables::ad1::Ad1;
use super::tables::attainment::Attainment;
use super::tables::episodes::Episode;
use super::tables::header::Header;
use super::tables::oc2::Oc2;
use super::tables::oc3::Oc3;
use super::tables::placed_adoption::PlacedAdoption;
use super::tables::reviews::Review;
use super::tables::{Cells, Fault, TableRow};
use super::written::WrittenRows;
use crate::code::LongTexts;
use crate::fault::SystemError;
use crate::identity::exact::Watch;
use crate::output::hash::hexadecimal;
use crate::seeds::Seeds;
use crate::text::{Problem, csv_text, plain_text};
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::io;

/// Bytes from which the work on a region is shared between cores; below, whole files are.
const WORTH_SHARING: usize = 1 << 20;

/// The name under which a list of authorities is left aside.
pub const AUTHORITIES: &str = "authorities";

/// What the reading of every file needs.
pub struct Reading<'run> {
    /// The lists to read by.
    pub seeds: &'run Seeds,
    /// The authority and year given for the run.
    pub given: Place,
    /// What is kept of a row.
    pub kept: Kept,
    /// Texts too long for a number.
    pub long: &'run LongTexts,
}

impl Reading<'_> {
    /// Reads the file that is number `file` in order of path. `buffer` takes its bytes, so that they
    /// need no new memory for each file.
    pub fn file(&self, file: u32, found: &FoundFile, buffer: &mut Vec<u8>) -> FileRows {
        self.regions(file, found, buffer).unwrap_or_else(|error| {
            FileRows::refused(
                found,
                Problem::at_top(format!("cannot be read: {}", SystemError::from(error)), "check that you may read it"),
            )
        })
    }

    fn regions(&self, file: u32, found: &FoundFile, buffer: &mut Vec<u8>) -> io::Result<FileRows> {
        let mut regions = Regions::open(&found.path, found.bytes, buffer)?;
        let mut hash = Sha256::new();
        let unread = FileRows::refused(found, Problem::at_top("is empty", "extract the table again"));
        let mut reader = FileReader { reading: self, file, found, kind: None, read: unread };
        while let Some(region) = regions.next()? {
            if region.bytes.len() < WORTH_SHARING {
                reader.take(&region);
                hash.update(region.bytes);
            } else {
                rayon::join(|| reader.take(&region), || hash.update(region.bytes));
            }
        }
        let mut read = reader.read;
        read.report.sha256 = hexadecimal(&hash.finalize());
        Ok(read)
    }
}

/// A file that is being read.
struct FileReader<'run> {
    reading: &'run Reading<'run>,
    file: u32,
    found: &'run FoundFile,
    /// What the heading says the rows are; none before it and once the file is refused.
    kind: Option<RowKind>,
    read: FileRows,
}

/// What the rows of a file are.
enum RowKind {
    /// Rows of a table, and the place of the file.
    Table(Heading, Place),
    /// Rows that no indicator needs: they are counted all the same, and so is what is exact in them.
    Aside(Watch),
}

impl FileReader<'_> {
    /// Takes the next rows of the file. A file that turns out to be unusable is refused as a whole.
    fn take(&mut self, region: &Region<'_>) {
        let taken = match (region.first, &self.kind) {
            (true, _) => self.begin(region.bytes),
            (false, Some(_)) => self.go_on(region),
            (false, None) => return,
        };
        if let Err(problem) = taken {
            self.kind = None;
            self.read = FileRows::refused(self.found, problem);
        }
    }

    /// Takes the heading and the rows that follow it.
    fn begin(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        let mut rows = Rows::new(csv_text(bytes)?, 0);
        let Some((line, record)) = rows.next_row() else {
            return Err(Problem::at_top("has no heading", "make the column names the first line"));
        };
        let cells: Vec<String> = record.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
        let (kind, outcome) = self.kind_of(&cells, line)?;
        self.read.report.outcome = outcome;
        if let RowKind::Table(heading, outer) = &kind {
            self.read.report.extra_columns.clone_from(&heading.extra);
            if let (None, Some(authority), Some(year)) = (heading.place("LA"), outer.authority, outer.year) {
                self.read.returns.insert((authority, year));
            }
        }
        self.kind = Some(kind);
        self.rows(rows)
    }

    fn go_on(&mut self, region: &Region<'_>) -> Result<(), Problem> {
        plain_text(region.bytes, region.line_before)?;
        self.rows(Rows::new(region.bytes, region.line_before))
    }

    /// What the heading, on `line`, says the rows are.
    fn kind_of(&self, cells: &[String], line: u32) -> Result<(RowKind, Outcome), Problem> {
        let seeds = self.reading.seeds;
        let heading = match recognise(cells, seeds, self.reading.kept == Kept::ForChecks) {
            Kind::Table(heading) => heading,
            Kind::LeftAside(name) => return Ok((aside(cells), Outcome::LeftAside(name))),
            Kind::Authorities => return Ok((aside(cells), Outcome::LeftAside(AUTHORITIES.to_owned()))),
            Kind::Identifying(columns) => {
                let remedy = "take what tells who a child is out, or give --allow-identifying".to_owned();
                return Err(Problem { line, found: looks_identifying(&columns), remedy });
            }
            Kind::Unknown { found, remedy } => return Err(Problem { line, found, remedy }),
        };
        let outer = Place::of_folders(&self.found.folders, self.reading.given, &seeds.authorities);
        placeable(&heading, outer, &seeds.authorities).map_err(|(found, remedy)| Problem { line, found, remedy })?;
        let outcome = Outcome::Read { table: heading.table, collated: heading.place("LA").is_some() };
        Ok((RowKind::Table(heading, outer), outcome))
    }

    fn rows(&mut self, mut rows: Rows<'_>) -> Result<(), Problem> {
        let unclosed = match &self.kind {
            Some(RowKind::Table(heading, outer)) => {
                let job = Job { reading: self.reading, file: self.file, heading, outer: *outer };
                job.read(rows, &mut self.read)
            }
            Some(RowKind::Aside(watch)) => {
                while let Some((_, record)) = rows.next_row() {
                    self.read.report.rows += 1;
                    watch.count(|place| record.get(place), &mut self.read.report.exact);
                }
                self.read.report.blank_lines += rows.blank();
                None
            }
            None => None,
        };
        match unclosed {
            None => Ok(()),
            Some(line) => Err(Problem {
                line,
                found: "has a quote on this line that is never closed, so that all that follows is one cell".to_owned(),
                remedy: "close the quote, or take it away".to_owned(),
            }),
        }
    }
}

/// The rows of a file with this heading, to be left aside.
fn aside(heading: &[String]) -> RowKind {
    let columns: Vec<String> = heading.iter().map(|cell| cell.trim().to_uppercase()).collect();
    RowKind::Aside(Watch::over(&columns))
}

/// Rows of a table that are to be read.
struct Job<'run> {
    reading: &'run Reading<'run>,
    file: u32,
    heading: &'run Heading,
    outer: Place,
}

impl Job<'_> {
    /// Reads rows, and gives the line of a quote that is never closed.
    fn read(&self, rows: Rows<'_>, file: &mut FileRows) -> Option<u32> {
        match self.heading.table {
            Table::Header => self.table::<Header>(rows, file),
            Table::Episodes => self.table::<Episode>(rows, file),
            Table::Reviews => self.table::<Review>(rows, file),
            Table::Oc2 => self.table::<Oc2>(rows, file),
            Table::Oc3 => self.table::<Oc3>(rows, file),
            Table::Ad1 => self.table::<Ad1>(rows, file),
            Table::Attainment => self.table::<Attainment>(rows, file),
            Table::PlacedAdoption => self.table::<PlacedAdoption>(rows, file),
        }
    }

    fn table<T: TableRow + Send>(&self, rows: Rows<'_>, file: &mut FileRows) -> Option<u32> {
        let columns = T::columns(self.heading, &self.reading.seeds.codes);
        let stretches: Vec<Stretch<T>> =
            stretches(rows).into_par_iter().map(|rows| self.stretch(&columns, rows)).collect();
        let mut unclosed = None;
        for stretch in stretches {
            unclosed = unclosed.or(stretch.unclosed);
            stretch.put_into(file);
        }
        unclosed
    }

    fn stretch<T: TableRow>(&self, columns: &T::Columns, mut rows: Rows<'_>) -> Stretch<T> {
        let mut places = RowPlaces::new(self.heading, self.outer, &self.reading.seeds.authorities);
        let written = match self.reading.kept {
            Kept::ForIndicators => None,
            Kept::ForChecks => Some(WrittenRows::under(self.heading, None)),
            Kept::ForExplaining(authority) => Some(WrittenRows::under(self.heading, Some(authority))),
        };
        let mut stretch = Stretch::new(written, rows.to_come());
        let child_column = child_column(self.heading);
        let watch = Watch::over(&self.heading.columns);
        let may_span = rows.may_span_lines();
        while let Some((line, record)) = rows.next_row() {
            let source = Source { file: self.file, line };
            watch.count(|place| record.get(place), &mut stretch.exact);
            let mut cells = Cells::new(record, self.reading.long);
            let child = cells.child(child_column);
            let place = places.of(record);
            stretch.keep(source, &place, child, record);
            let row = match (&place, child) {
                (_, None) => Err(cells.fault(&rules::CHILD_BLANK, child_column)),
                (RowPlace::None(fault, _), _) => Err(fault.clone()),
                _ if self.too_long(record) => Err(self.unlike_heading(&rules::ROW_TOO_LONG, record)),
                _ => T::read(columns, &mut cells),
            };
            if record.len() < self.heading.named {
                cells.kept.push(self.unlike_heading(&rules::ROW_TOO_SHORT, record));
            }
            if may_span && self.own_cell_spans(record) {
                stretch.note(source, &place, child, &rules::CELL_OVER_LINES);
            }
            stretch.take(source, &place, child, row, columns, cells);
        }
        stretch.blank_lines = rows.blank();
        stretch.unclosed = rows.unclosed();
        stretch.end()
    }

    /// Whether a filled cell stands where there is no heading.
    fn too_long(&self, record: Record<'_>) -> bool {
        let headings = self.heading.columns.len();
        record.len() > headings && record.iter().skip(headings).any(|cell| !cell.trim_ascii().is_empty())
    }

    /// Whether a cell of the return's own columns, which hold dates and codes, goes on over a line's end.
    fn own_cell_spans(&self, record: Record<'_>) -> bool {
        let own = |column: &String| !self.heading.extra.contains(column);
        let cells = self.heading.columns.iter().zip(record.iter()).filter(|(column, _)| own(column));
        cells.into_iter().any(|(_, cell)| cell.contains(&b'\n') || cell.contains(&b'\r'))
    }

    fn unlike_heading(&self, rule: &'static Rule, record: Record<'_>) -> Fault {
        let found = format!("{} cells under {} headings", record.len(), self.heading.columns.len());
        Fault { rule, field: "", found }
    }
}
