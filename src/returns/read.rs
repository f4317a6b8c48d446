//! Reading one file: what it is, whose its rows are, and every row typed or reported.

use super::files::FoundFile;
use super::heading::{Heading, Kind, recognise};
use super::place::Place;
use super::rowplace::{RowPlace, RowPlaces, child_column, placeable};
use super::rows::{Rows, stretches};
use super::stretch::Stretch;
use super::table::Table;
use super::tables::{AuthorityRows, Cells, Fault, TableRow};
use super::tables::{
    ad1::Ad1, attainment::Attainment, episodes::Episode, header::Header, oc2::Oc2, oc3::Oc3, reviews::Review,
};
use super::text::{Problem, csv_text};
use crate::code::LongTexts;
use crate::finding::{Finding, Source, rules};
use crate::seeds::Seeds;
use crate::seeds::authorities::AuthorityIndex;
use csv::ByteRecord;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Read;

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Its rows were read.
    Read {
        /// The table.
        table: Table,
        /// Whether it has an LA column, so that it may hold many authorities.
        collated: bool,
    },
    /// It is a table or list that holds no rows for the indicators.
    LeftAside(String),
    /// It cannot be used.
    Refused(Problem),
}

/// What is recorded of a file.
#[derive(Debug, Clone)]
pub struct FileReport {
    /// Its path as shown.
    pub shown: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// The SHA-256 of its bytes, in hexadecimal; blank where it could not be opened.
    pub sha256: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Rows read, the heading and empty lines not counted.
    pub rows: u64,
    /// Rows among them that were rejected.
    pub rejected: u64,
    /// Lines of nothing but commas.
    pub blank_lines: u64,
    /// Columns that are no part of the return.
    pub extra_columns: Vec<String>,
}

/// All that was read from one file.
#[derive(Debug)]
pub struct FileRows {
    /// What is recorded of it.
    pub report: FileReport,
    /// Its rows by authority.
    pub rows: BTreeMap<AuthorityIndex, AuthorityRows>,
    /// The returns that its rows name, or that it lies in.
    pub returns: BTreeSet<(AuthorityIndex, i32)>,
    /// What was found in its rows.
    pub findings: Vec<Finding>,
}

/// What the reading of every file needs.
pub struct Reading<'run> {
    /// The lists to read by.
    pub seeds: &'run Seeds,
    /// The authority and year given for the run.
    pub given: Place,
    /// Texts too long for a number.
    pub long: &'run LongTexts,
}

impl Reading<'_> {
    /// Reads the file that is number `file` in order of path.
    /// `buffer` takes its bytes, so that they need no new memory for each file.
    pub fn file(&self, file: u32, found: &FoundFile, buffer: &mut Vec<u8>) -> FileRows {
        buffer.clear();
        match File::open(&found.path).and_then(|mut open| open.read_to_end(buffer)) {
            Ok(_) => {
                let bytes = buffer.as_slice();
                let (mut read, sha256) =
                    rayon::join(|| self.bytes(file, found, bytes), || hexadecimal(&Sha256::digest(bytes)));
                read.report.sha256 = sha256;
                read
            }
            Err(error) => {
                let problem = Problem::at_top(format!("cannot be opened: {error}"), "check that you may read it");
                refused(found, problem)
            }
        }
    }

    fn bytes(&self, file: u32, found: &FoundFile, bytes: &[u8]) -> FileRows {
        let text = match csv_text(bytes) {
            Ok(text) => text,
            Err(problem) => return refused(found, problem),
        };
        let mut first = Rows::new(text, 0);
        let Some((line, record)) = first.next_row() else {
            return refused(found, Problem::at_top("has no heading", "make the column names the first line"));
        };
        let cells: Vec<String> = record.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
        let heading = match recognise(&cells, &self.seeds.tables) {
            Kind::Table(heading) => heading,
            Kind::LeftAside(name) => return left_aside(found, name, first),
            Kind::Authorities => return left_aside(found, "authorities".to_owned(), first),
            Kind::Unknown { found: what, remedy } => return refused(found, Problem { line, found: what, remedy }),
        };
        let outer = Place::of_folders(&found.folders, self.given, &self.seeds.authorities);
        if let Err((what, remedy)) = placeable(&heading, outer, &self.seeds.authorities) {
            return refused(found, Problem { line, found: what, remedy });
        }
        let job = Job { reading: self, file, found, heading: &heading, outer };
        match heading.table {
            Table::Header => job.table::<Header>(first),
            Table::Episodes => job.table::<Episode>(first),
            Table::Reviews => job.table::<Review>(first),
            Table::Oc2 => job.table::<Oc2>(first),
            Table::Oc3 => job.table::<Oc3>(first),
            Table::Ad1 => job.table::<Ad1>(first),
            Table::Attainment => job.table::<Attainment>(first),
        }
    }
}

/// A file whose rows are to be read.
struct Job<'run> {
    reading: &'run Reading<'run>,
    file: u32,
    found: &'run FoundFile,
    heading: &'run Heading,
    outer: Place,
}

impl Job<'_> {
    /// Reads the rows that follow the heading, which `first` has read.
    fn table<T: TableRow + Send>(&self, first: Rows<'_>) -> FileRows {
        let columns = T::columns(self.heading, &self.reading.seeds.codes);
        let stretches: Vec<Stretch<T>> =
            stretches(first).into_par_iter().map(|rows| self.stretch(&columns, rows)).collect();
        let collated = self.heading.place("LA").is_some();
        let mut report = report(self.found, Outcome::Read { table: T::TABLE, collated });
        report.extra_columns = self.heading.extra.clone();
        let mut file = FileRows { report, rows: BTreeMap::new(), returns: BTreeSet::new(), findings: Vec::new() };
        if let (false, Some(authority), Some(year)) = (collated, self.outer.authority, self.outer.year) {
            file.returns.insert((authority, year));
        }
        for stretch in stretches {
            stretch.put_into(&mut file);
        }
        file
    }

    fn stretch<T: TableRow>(&self, columns: &T::Columns, mut rows: Rows<'_>) -> Stretch<T> {
        let mut places = RowPlaces::new(self.heading, self.outer, &self.reading.seeds.authorities);
        let mut stretch = Stretch::new();
        let child_column = child_column(self.heading);
        while let Some((line, record)) = rows.next_row() {
            let source = Source { file: self.file, line };
            let mut cells = Cells::new(record, self.reading.long);
            let child = cells.child(child_column);
            let place = places.of(record);
            let row = match (&place, child) {
                (_, None) => Err(cells.fault(&rules::CHILD_BLANK, child_column)),
                (RowPlace::None(fault, _), _) => Err(fault.clone()),
                _ if self.too_long(record) => Err(surplus(self.heading, record)),
                _ => T::read(columns, &mut cells),
            };
            stretch.take(source, &place, child, row, columns, cells);
        }
        stretch.blank_lines = rows.blank();
        stretch.end()
    }

    /// Whether a filled cell stands where there is no heading.
    fn too_long(&self, record: &ByteRecord) -> bool {
        let headings = self.heading.columns.len();
        record.len() > headings && record.iter().skip(headings).any(|cell| !cell.trim_ascii().is_empty())
    }
}

fn surplus(heading: &Heading, record: &ByteRecord) -> Fault {
    let found = format!("{} cells under {} headings", record.len(), heading.columns.len());
    Fault { rule: &rules::ROW_TOO_LONG, field: "", found }
}

fn report(found: &FoundFile, outcome: Outcome) -> FileReport {
    FileReport {
        shown: found.shown.clone(),
        bytes: found.bytes,
        sha256: String::new(),
        outcome,
        rows: 0,
        rejected: 0,
        blank_lines: 0,
        extra_columns: Vec::new(),
    }
}

fn without_rows(found: &FoundFile, outcome: Outcome) -> FileRows {
    FileRows { report: report(found, outcome), rows: BTreeMap::new(), returns: BTreeSet::new(), findings: Vec::new() }
}

fn refused(found: &FoundFile, problem: Problem) -> FileRows {
    without_rows(found, Outcome::Refused(problem))
}

/// A file whose rows no indicator needs: they are counted all the same.
fn left_aside(found: &FoundFile, name: String, mut rows: Rows<'_>) -> FileRows {
    let mut file = without_rows(found, Outcome::LeftAside(name));
    while rows.next_row().is_some() {
        file.report.rows += 1;
    }
    file.report.blank_lines = rows.blank();
    file
}

/// Bytes as hexadecimal digits.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
