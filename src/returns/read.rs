//! Reading one file: what it is, whose rows it holds, and every row typed or reported.

use super::file::{FileRows, Outcome};
use super::files::FoundFile;
use super::finding::{Finding, Rule, Source, rules};
use super::heading::{Heading, Kind, column_names, columns_known, looks_identifying, recognise};
use super::manner::Manner;
use super::place::{FilePlace, Place};
use super::reading::Reading;
use super::rowplace::placeable;
use super::source::content::Content;
use super::source::form::{Encoding, Form};
use super::source::opening::Best;
use super::source::unread::Unread;
use super::source::why_not::WhyNot;
use super::source::{Part, Records, SourceFile};
use super::table_rows::TableRows;
use crate::identity::exact::Watch;
use crate::output::hash::hexadecimal;
use crate::seeds::Seeds;
use crate::text::Problem;
use sha2::{Digest, Sha256};

/// Bytes from which the work on a part of a file is shared between cores; smaller files are shared whole.
const WORTH_SHARING: usize = 1 << 20;

/// How often a file may be read again in another manner.
const PASSES: usize = 2;

/// The name under which a list of authorities is skipped.
pub const AUTHORITIES: &str = "authorities";

/// Reads the file that is number `file` in order of path. `buffer` takes its bytes, so that they need no new memory for
/// each file.
pub(crate) fn read(
    reading: &Reading<'_>,
    file: u32,
    found: &FoundFile,
    content: &Content,
    buffer: &mut Vec<u8>,
) -> FileRows {
    let mut read = match content {
        Content::NotRead(why) => FileRows::without_rows(found, Outcome::NotRead(*why)),
        Content::OfUnusable(problem) => FileRows::refused(&found.whole(), problem.clone()),
        content => content
            .read_by(|content| in_every_manner(reading, file, found, content, buffer))
            .unwrap_or_else(|problem| FileRows::refused(found, problem)),
    };
    if !matches!(read.report.outcome, Outcome::Read { .. }) {
        read.report.place = reading.place(found);
    }
    read
}

/// Reads a file, and reads it again where its rows together tell that it is to be read otherwise.
fn in_every_manner(
    reading: &Reading<'_>,
    file: u32,
    found: &FoundFile,
    content: &Content,
    buffer: &mut Vec<u8>,
) -> Result<FileRows, Unread> {
    let mut hash = Sha256::new();
    let manner = Manner { from_1904: content.counts_from_1904(), ..Manner::default() };
    let mut reader = pass(reading, file, found, content, buffer, manner, |bytes| hash.update(bytes))?;
    // Dates and surplus cells may each be seen aright only once the other is.
    for _ in 0..PASSES {
        let Some(manner) = reader.other_manner() else { break };
        reader = pass(reading, file, found, content, buffer, manner, |_| {})?;
    }
    let mut read = reader.end();
    read.report.sha256 = content.sha256().map_or_else(|| hexadecimal(&hash.finalize()), str::to_owned);
    Ok(read)
}

/// Reads a file once, and hands over the bytes of its text.
fn pass<'run>(
    reading: &'run Reading<'run>,
    file: u32,
    found: &'run FoundFile,
    content: &Content,
    buffer: &mut Vec<u8>,
    manner: Manner,
    mut taken: impl FnMut(&[u8]) + Send,
) -> Result<FileReader<'run>, Unread> {
    let mut best = Best::default();
    let mut source = SourceFile::open(content, buffer, |cells| {
        let kind = recognise(cells, reading.seeds, reading.kept.is_for_checks());
        let fit = kind.fit(|| columns_known(cells, reading.seeds));
        best.offer(fit, (kind, cells.to_vec()));
        fit
    })?;
    let line = source.opening().line;
    let form = content.form(source.opening());
    let mut reader = FileReader::new(reading, file, found, form);
    if let Some((kind, cells)) = best.found() {
        reader.begin(kind, &cells, line, manner);
    }
    let mut first = true;
    while let Some(part) = source.next_part()? {
        let mut read = Ok(());
        if part.bytes().len() < WORTH_SHARING {
            read = reader.take(&part, first);
            taken(part.bytes());
        } else {
            rayon::join(|| read = reader.take(&part, first), || taken(part.bytes()));
        }
        read?;
        first = false;
    }
    Ok(reader)
}

/// A file that is being read.
struct FileReader<'run> {
    reading: &'run Reading<'run>,
    file: u32,
    found: &'run FoundFile,
    state: State,
    read: FileRows,
}

/// How far a file has been read.
enum State {
    /// Its heading and the heading's line; it says what the rows are.
    Heading(RowKind, u32),
    /// It cannot be used.
    Refused,
}

/// What the rows of a file are.
enum RowKind {
    /// Rows of a table, and the place of the file.
    Table(Box<Heading>, FilePlace),
    /// Rows that no indicator needs: they and their exact cells are counted all the same.
    Skipped(Watch),
}

impl<'run> FileReader<'run> {
    fn new(reading: &'run Reading<'run>, file: u32, found: &'run FoundFile, form: Form) -> FileReader<'run> {
        let unread = Problem::at_top("is empty", "extract the table again");
        let mut read = FileRows::refused(found, unread);
        read.report.form = form;
        FileReader { reading, file, found, state: State::Refused, read }
    }

    /// Takes the heading, which is of this kind, on a line.
    fn begin(&mut self, kind: Kind, cells: &[String], line: u32, manner: Manner) {
        let (mut kind, outcome) = match self.kind_of(kind, cells, line) {
            Ok(known) => known,
            Err(problem) => return self.refuse(problem),
        };
        self.read.report.outcome = outcome;
        if let RowKind::Table(heading, outer) = &mut kind {
            heading.manner = manner;
            self.read.report.renamed_columns.clone_from(&heading.renamed);
            self.read.report.extra_columns.clone_from(&heading.extra);
            self.read.report.place = *outer;
            if self.read.report.form.kind.is_workbook() {
                self.read.report.columns.clone_from(&heading.columns);
            }
            let Place { authority, year } = outer.place;
            if let (None, Some(authority), Some(year)) = (heading.place("LA"), authority, year) {
                self.read.returns.insert((authority, year));
            }
        }
        self.state = State::Heading(kind, line);
    }

    /// Refuses the file as a whole.
    fn refuse(&mut self, problem: Problem) {
        let form = self.read.report.form;
        self.state = State::Refused;
        self.read = FileRows::refused(self.found, problem);
        self.read.report.form = form;
    }

    /// Refuses the file as a whole for what is wrong with its records, each of which was taken for a row.
    fn reject(&mut self, problem: Problem, rows: u64) {
        let State::Heading(RowKind::Table(heading, _), _) = &self.state else { return };
        let table = heading.table;
        self.refuse(problem);
        let report = &mut self.read.report;
        (report.rows, report.rejected, report.rejected_table) = (rows, rows, Some(table));
    }

    /// Takes the next part of the file, the first of which begins with the heading. A file that turns out to be unusable is
    /// refused as a whole.
    fn take(&mut self, part: &Part<'_>, first: bool) -> Result<(), Unread> {
        let State::Heading(..) = self.state else { return Ok(()) };
        let below_heading = || {
            let mut records = part.records()?;
            if first {
                records.next_record();
            }
            Ok(records)
        };
        let rows_before = self.read.report.rows;
        match below_heading() {
            Ok(records) => {
                if let Err(problem) = self.records(records) {
                    // Where a quote holds lines, every line with anything in it was meant for a row.
                    let lines = below_heading().map_or(0, |records| records.filled_lines());
                    self.reject(problem, rows_before + lines);
                }
            }
            Err(Unread::Unusable(problem)) => self.refuse(problem),
            Err(other) => return Err(other),
        }
        Ok(())
    }

    /// How the file must be read instead, by what its rows have in common; none where it was read so.
    fn other_manner(&self) -> Option<Manner> {
        let State::Heading(RowKind::Table(heading, _), _) = &self.state else { return None };
        Some(self.read.observed.manner(heading)).filter(|manner| *manner != heading.manner)
    }

    /// What was read, with what is to be said of the file as a whole.
    fn end(self) -> FileRows {
        let mut read = self.read;
        if let State::Heading(RowKind::Table(heading, _), line) = &self.state {
            let of_columns = read.observed.findings(heading, self.file, *line);
            read.findings.extend(of_columns);
            if let Some(cut_off) = read.observed.cut_off(heading, self.file) {
                read.findings.push(cut_off);
                read.report.by_place.values_mut().for_each(|rows| rows.cut_off = true);
            }
            read.findings.extend(said_of_form(read.report.form, self.file));
            read.findings.sort_by_key(|finding| finding.source.line);
        }
        read.suspect_unplaced();
        read
    }

    /// What the heading, on `line`, says the rows are.
    fn kind_of(&self, kind: Kind, cells: &[String], line: u32) -> Result<(RowKind, Outcome), Problem> {
        let seeds = self.reading.seeds;
        let of_no_table = || self.found.within.sheet.is_some() && columns_known(cells, seeds) == 0;
        let heading = match kind {
            Kind::Table(heading) => heading,
            Kind::Skipped(name) => return Ok((skipped(cells, seeds), Outcome::Skipped(name))),
            Kind::Authorities => return Ok((skipped(cells, seeds), Outcome::Skipped(AUTHORITIES.to_owned()))),
            Kind::Identifying(columns) => {
                let remedy = "take what tells who a child is out, or give --allow-identifying".to_owned();
                return Err(Problem { line, found: looks_identifying(&columns), remedy });
            }
            Kind::Unknown { .. } if of_no_table() => {
                return Ok((skipped(cells, seeds), Outcome::NotRead(WhyNot::NoTable)));
            }
            Kind::Unknown { found, remedy } => return Err(Problem { line, found, remedy }),
        };
        let outer = self.reading.place(self.found).under(&heading);
        self.not_another_authoritys(&heading, line)?;
        placeable(&heading, outer.place, self.found, &seeds.authorities).map_err(|(found, remedy)| Problem {
            line,
            found,
            remedy,
        })?;
        let outcome = Outcome::Read { table: heading.table, collated: heading.place("LA").is_some() };
        Ok((RowKind::Table(Box::new(heading), outer), outcome))
    }

    /// Makes sure that a file is not taken for the authority given where its own name says another.
    fn not_another_authoritys(&self, heading: &Heading, line: u32) -> Result<(), Problem> {
        let (authorities, given) = (&self.reading.seeds.authorities, self.reading.given.authority);
        let told = FilePlace::of(self.found, Place::default(), authorities).under(heading).by_name.authority;
        let (Some(told), Some(given)) = (told, given) else { return Ok(()) };
        if told == given {
            return Ok(());
        }
        let [told, given] = [told, given].map(|index| &authorities.get(index).name);
        Err(Problem {
            line,
            found: format!("is {told}'s by its name, and the authority given is {given}"),
            remedy: "give the authority that it is of, or put the file into a folder named for it".to_owned(),
        })
    }

    fn records(&mut self, mut records: Records<'_>) -> Result<(), Problem> {
        match &self.state {
            State::Heading(RowKind::Table(heading, outer), _) => {
                TableRows::of(self.reading, self.file, heading, outer.place).read(records, &mut self.read)
            }
            State::Heading(RowKind::Skipped(watch), _) => {
                while let Some((_, record)) = records.next_record() {
                    self.read.report.rows += 1;
                    watch.count(|place| record.get(place), &mut self.read.report.exact);
                }
                self.read.report.blank_lines += records.blank();
                Ok(())
            }
            State::Refused => Ok(()),
        }
    }
}

/// The rows of a file with this heading, to be skipped.
fn skipped(heading: &[String], seeds: &Seeds) -> RowKind {
    RowKind::Skipped(Watch::over(&column_names(heading, seeds)))
}

/// What is to be said of how a file is written.
fn said_of_form(form: Form, file: u32) -> impl Iterator<Item = Finding> {
    let titles = match form.titles {
        0 => None,
        1 => Some((&rules::TITLES, "1 line above the heading".to_owned())),
        titles => Some((&rules::TITLES, format!("{titles} lines above the heading"))),
    };
    let older = form.encoding == Some(Encoding::Windows1252);
    let older = older.then(|| (&rules::OLDER_ENCODING, "not UTF-8".to_owned()));
    titles.into_iter().chain(older).map(move |(rule, found): (&'static Rule, String)| Finding {
        source: Source { file, line: 1 },
        authority: None,
        child: None,
        rule,
        field: "",
        found,
    })
}
