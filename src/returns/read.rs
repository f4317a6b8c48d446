//! Reading one file: what it is, whose rows it holds, and every row typed or reported.

use super::file::{FileRows, Outcome};
use super::files::FoundFile;
use super::finding::{Rule, Source, rules};
use super::heading::{Heading, Kind, column_names, looks_identifying, recognise};
use super::manner::Manner;
use super::no_row::{Line, NoRow};
use super::observed::Observed;
use super::place::{FilePlace, Place};
use super::rowplace::{RowPlace, RowPlaces, child_column, placeable};
use super::source::record::Record;
use super::source::{Part, Records, SourceFile};
use super::stretch::Stretch;
use super::table::Table;
use super::tables::TableOfAuthority;
use super::tables::ad1::Ad1;
use super::tables::attainment::Attainment;
use super::tables::cells::{Cells, Fault};
use super::tables::episodes::Episode;
use super::tables::header::Header;
use super::tables::oc2::Oc2;
use super::tables::oc3::Oc3;
use super::tables::placed_adoption::PlacedAdoption;
use super::tables::reviews::Review;
use super::written::{Kept, WrittenRows};
use crate::code::LongTexts;
use crate::fault::SystemError;
use crate::identity::exact::Watch;
use crate::output::hash::hexadecimal;
use crate::seeds::Seeds;
use crate::text::{Problem, trim};
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::io;

/// Bytes from which the work on a part of a file is shared between cores; smaller files are shared whole.
const WORTH_SHARING: usize = 1 << 20;

/// How often a file may be read again in another manner.
const PASSES: usize = 2;

/// The name under which a list of authorities is skipped.
pub const AUTHORITIES: &str = "authorities";

/// What the reading of every file needs.
pub(crate) struct Reading<'run> {
    /// Authorities, tables and codes.
    pub seeds: &'run Seeds,
    /// The authority and year given for the run.
    pub given: Place,
    /// What to keep of a row.
    pub kept: Kept,
    /// Texts too long for a number.
    pub long: &'run LongTexts,
}

impl Reading<'_> {
    /// Reads the file that is number `file` in order of path. `buffer` takes its bytes, so that they
    /// need no new memory for each file.
    pub(crate) fn file(&self, file: u32, found: &FoundFile, buffer: &mut Vec<u8>) -> FileRows {
        let mut read = self.parts(file, found, buffer).unwrap_or_else(|error| {
            FileRows::refused(
                found,
                Problem::at_top(format!("cannot be read: {}", SystemError::from(error)), "check that you may read it"),
            )
        });
        if !matches!(read.report.outcome, Outcome::Read { .. }) {
            read.report.place = self.place(found);
        }
        read
    }

    /// Where the rows of a file belong, its columns aside.
    fn place(&self, found: &FoundFile) -> FilePlace {
        FilePlace::of(found, self.given, &self.seeds.authorities)
    }

    fn parts(&self, file: u32, found: &FoundFile, buffer: &mut Vec<u8>) -> io::Result<FileRows> {
        let mut hash = Sha256::new();
        let mut reader = self.pass(file, found, buffer, Manner::default(), |bytes| hash.update(bytes))?;
        // Dates and surplus cells may each be seen aright only once the other is.
        for _ in 0..PASSES {
            let Some(manner) = reader.other_manner() else { break };
            reader = self.pass(file, found, buffer, manner, |_| {})?;
        }
        let mut read = reader.end();
        read.report.sha256 = hexadecimal(&hash.finalize());
        Ok(read)
    }

    /// Reads the file once, and hands over its bytes.
    fn pass<'run>(
        &'run self,
        file: u32,
        found: &'run FoundFile,
        buffer: &mut Vec<u8>,
        manner: Manner,
        mut taken: impl FnMut(&[u8]) + Send,
    ) -> io::Result<FileReader<'run>> {
        let mut source = SourceFile::open(found, buffer)?;
        let unread = FileRows::refused(found, Problem::at_top("is empty", "extract the table again"));
        let mut reader = FileReader { reading: self, file, found, manner, state: State::Unread, read: unread };
        while let Some(part) = source.next_part()? {
            if part.bytes().len() < WORTH_SHARING {
                reader.take(&part);
                taken(part.bytes());
            } else {
                rayon::join(|| reader.take(&part), || taken(part.bytes()));
            }
        }
        Ok(reader)
    }
}

/// A file that is being read.
struct FileReader<'run> {
    reading: &'run Reading<'run>,
    file: u32,
    found: &'run FoundFile,
    /// How the file is read, as far as its rows have told.
    manner: Manner,
    state: State,
    read: FileRows,
}

/// How far a file has been read.
enum State {
    /// Nothing of it yet.
    Unread,
    /// Its heading and the heading's line; it says what the rows are.
    Heading(RowKind, u32),
    /// It cannot be used.
    Refused,
}

/// What the rows of a file are.
enum RowKind {
    /// Rows of a table, and the place of the file.
    Table(Heading, FilePlace),
    /// Rows that no indicator needs: they and their exact cells are counted all the same.
    Skipped(Watch),
}

impl FileReader<'_> {
    /// Takes the next part of the file. A file that turns out to be unusable is refused as a whole.
    fn take(&mut self, part: &Part<'_>) {
        let taken = match self.state {
            State::Unread => part.records().and_then(|records| self.begin(records)),
            State::Heading(..) => part.records().and_then(|records| self.records(records)),
            State::Refused => return,
        };
        if let Err(problem) = taken {
            self.state = State::Refused;
            self.read = FileRows::refused(self.found, problem);
        }
    }

    /// How the file must be read instead, by what its rows have in common; none where it was read so.
    fn other_manner(&self) -> Option<Manner> {
        let State::Heading(RowKind::Table(heading, _), _) = &self.state else { return None };
        Some(self.read.observed.manner(heading)).filter(|manner| *manner != self.manner)
    }

    /// What was read, with what is to be said of the file as a whole.
    fn end(self) -> FileRows {
        let mut read = self.read;
        if let State::Heading(RowKind::Table(heading, _), line) = &self.state {
            let of_columns = read.observed.findings(heading, self.file, *line);
            read.findings.extend(of_columns);
            read.findings.sort_by_key(|finding| finding.source.line);
        }
        read.suspect_unplaced();
        read
    }

    /// Takes the heading and the records that follow it.
    fn begin(&mut self, mut records: Records<'_>) -> Result<(), Problem> {
        let (line, cells) = records.heading()?;
        let (mut kind, outcome) = self.kind_of(&cells, line)?;
        self.read.report.outcome = outcome;
        if let RowKind::Table(heading, outer) = &mut kind {
            heading.manner.clone_from(&self.manner);
            self.read.report.renamed_columns.clone_from(&heading.renamed);
            self.read.report.extra_columns.clone_from(&heading.extra);
            self.read.report.place = *outer;
            let Place { authority, year } = outer.place;
            if let (None, Some(authority), Some(year)) = (heading.place("LA"), authority, year) {
                self.read.returns.insert((authority, year));
            }
        }
        self.state = State::Heading(kind, line);
        self.records(records)
    }

    /// What the heading, on `line`, says the rows are.
    fn kind_of(&self, cells: &[String], line: u32) -> Result<(RowKind, Outcome), Problem> {
        let seeds = self.reading.seeds;
        let heading = match recognise(cells, seeds, self.reading.kept == Kept::ForChecks) {
            Kind::Table(heading) => heading,
            Kind::Skipped(name) => return Ok((skipped(cells, seeds), Outcome::Skipped(name))),
            Kind::Authorities => return Ok((skipped(cells, seeds), Outcome::Skipped(AUTHORITIES.to_owned()))),
            Kind::Identifying(columns) => {
                let remedy = "take what tells who a child is out, or give --allow-identifying".to_owned();
                return Err(Problem { line, found: looks_identifying(&columns), remedy });
            }
            Kind::Unknown { found, remedy } => return Err(Problem { line, found, remedy }),
        };
        let outer = self.reading.place(self.found).under(&heading);
        placeable(&heading, outer.place, self.found, &seeds.authorities).map_err(|(found, remedy)| Problem {
            line,
            found,
            remedy,
        })?;
        let outcome = Outcome::Read { table: heading.table, collated: heading.place("LA").is_some() };
        Ok((RowKind::Table(heading, outer), outcome))
    }

    fn records(&mut self, mut records: Records<'_>) -> Result<(), Problem> {
        match &self.state {
            State::Heading(RowKind::Table(heading, outer), _) => {
                let job = Job {
                    reading: self.reading,
                    file: self.file,
                    heading,
                    outer: outer.place,
                    no_row: NoRow::under(heading),
                };
                job.read(records, &mut self.read)
            }
            State::Heading(RowKind::Skipped(watch), _) => {
                while let Some((_, record)) = records.next_record() {
                    self.read.report.rows += 1;
                    watch.count(|place| record.get(place), &mut self.read.report.exact);
                }
                self.read.report.blank_lines += records.blank();
                Ok(())
            }
            State::Unread | State::Refused => Ok(()),
        }
    }
}

/// The rows of a file with this heading, to be skipped.
fn skipped(heading: &[String], seeds: &Seeds) -> RowKind {
    RowKind::Skipped(Watch::over(&column_names(heading, seeds)))
}

/// Rows of a table that are to be read.
struct Job<'run> {
    reading: &'run Reading<'run>,
    file: u32,
    heading: &'run Heading,
    outer: Place,
    no_row: NoRow<'run>,
}

impl Job<'_> {
    fn read(&self, records: Records<'_>, file: &mut FileRows) -> Result<(), Problem> {
        match self.heading.table {
            Table::Header => self.table::<Header>(records, file),
            Table::Episodes => self.table::<Episode>(records, file),
            Table::Reviews => self.table::<Review>(records, file),
            Table::Oc2 => self.table::<Oc2>(records, file),
            Table::Oc3 => self.table::<Oc3>(records, file),
            Table::Ad1 => self.table::<Ad1>(records, file),
            Table::Attainment => self.table::<Attainment>(records, file),
            Table::PlacedAdoption => self.table::<PlacedAdoption>(records, file),
        }
    }

    fn table<T: TableOfAuthority + Send>(&self, records: Records<'_>, file: &mut FileRows) -> Result<(), Problem> {
        let columns = T::columns(self.heading, &self.reading.seeds.codes);
        let stretches: Vec<Stretch<T>> =
            records.stretches().into_par_iter().map(|records| self.stretch(&columns, records)).collect();
        let mut problem = None;
        for mut stretch in stretches {
            problem = problem.or(stretch.problem.take());
            stretch.put_into(file);
        }
        problem.map_or(Ok(()), Err)
    }

    fn stretch<T: TableOfAuthority>(&self, columns: &T::Columns, mut records: Records<'_>) -> Stretch<T> {
        let mut places = RowPlaces::new(self.heading, self.outer, &self.reading.seeds.authorities);
        let written = match self.reading.kept {
            Kept::ForIndicators => None,
            Kept::ForChecks => Some(WrittenRows::under(self.heading, None)),
            Kept::ForExplaining(authority) => Some(WrittenRows::under(self.heading, Some(authority))),
        };
        let mut stretch = Stretch::new(self.heading, written, records.remaining());
        let mut observed = std::mem::take(&mut stretch.observed);
        let child_column = child_column(self.heading);
        let watch = Watch::over(&self.heading.columns);
        let may_span = records.may_span_lines();
        while let Some((line, record)) = records.next_record() {
            let source = Source { file: self.file, line };
            match self.no_row.line(record) {
                Line::Row => {}
                Line::Blank => {
                    stretch.blank_lines += 1;
                    continue;
                }
                Line::NoRow(rule) => {
                    stretch.note_no_row(source, rule);
                    continue;
                }
            }
            observed.lines += 1;
            watch.count(|place| record.get(place), &mut stretch.exact);
            let too_long = self.too_long(record, &mut observed);
            let mut cells = Cells::new(record, line, self.reading.long, &mut observed);
            let child = cells.child(child_column);
            let place = if too_long { places.of_file() } else { places.of(record) };
            if !too_long {
                stretch.names(&place);
            }
            stretch.keep(source, &place, child.ok(), record);
            if let &RowPlace::Return(_, year) = &place {
                cells.are_of_year(year);
            }
            let fault = match (&place, child) {
                _ if too_long => Some(self.unlike_heading(&rules::ROW_TOO_LONG, record)),
                (_, Err(rule)) => Some(cells.fault(rule, child_column)),
                (RowPlace::None(fault, _), _) => Some(fault.clone()),
                _ => None,
            };
            // The dates of a row that cannot be placed still tell how those of their columns are written.
            let read = if too_long { None } else { Some(T::read(columns, &mut cells)) };
            let row = match (fault, read) {
                (None, Some(Ok(row))) => Ok(row),
                (Some(fault), _) | (None, Some(Err(fault))) => {
                    let what = T::suspicion(columns, &cells, self.heading.table, &fault);
                    Err((fault, what))
                }
                (None, None) => continue,
            };
            if record.len() < self.heading.named {
                cells.found.kept.push(self.unlike_heading(&rules::ROW_TOO_SHORT, record));
            }
            if may_span && self.own_cell_spans(record) {
                stretch.note(source, &place, child.ok(), &rules::CELL_OVER_LINES);
            }
            stretch.take(source, &place, child.ok(), row, cells.found);
        }
        stretch.observed = observed;
        stretch.blank_lines += records.blank();
        stretch.problem = records.problem();
        stretch.end()
    }

    /// Whether there are more cells than headings, and not in every line as many and blank.
    #[inline]
    fn too_long(&self, record: Record<'_>, observed: &mut Observed) -> bool {
        let headings = self.heading.columns.len();
        if record.len() <= headings {
            return false;
        }
        observed.long.note(record.len(), record.iter().skip(headings).any(|cell| !trim(cell).is_empty()));
        !self.heading.manner.blank_surplus
    }

    /// Whether a cell of the return's own columns, which hold dates and codes, goes on over the end of a line.
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
