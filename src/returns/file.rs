//! What was read from one file: its outcome and its rows.

use super::files::FoundFile;
use super::finding::{Finding, Rule, Source};
use super::observed::Observed;
use super::place::{FilePlace, Place};
use super::set_aside::SetAside;
use super::source::form::{FileKind, Form};
use super::source::why_not::WhyNot;
use super::source::workbook::column_name;
use super::suspect::{Suspect, Suspicion};
use super::table::Table;
use super::tables::AuthorityRows;
use super::written::WrittenRows;
use crate::code::ChildId;
use crate::identity::exact::ExactCells;
use crate::seeds::authorities::AuthorityIndex;
use crate::text::Problem;
use foldhash::fast::FixedState;
use std::collections::{BTreeMap, BTreeSet, HashSet};

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
    /// It was skipped: a table or list, named here, without rows for the indicators.
    Skipped(String),
    /// It is a sheet that is not read though nothing is wrong with it.
    NotRead(WhyNot),
    /// It cannot be used.
    Refused(Problem),
}

/// What is recorded of a file.
#[derive(Debug, Clone)]
pub struct FileReport {
    /// Its path as shown.
    pub shown: String,
    /// The sheet of a workbook, or group of XML, that it is.
    pub sheet: Option<String>,
    /// Its size in bytes.
    pub bytes: u64,
    /// The SHA-256 of its bytes, in hexadecimal; blank where it could not be opened.
    pub sha256: String,
    /// How it is written, as far as that was recognised.
    pub form: Form,
    /// What became of it.
    pub outcome: Outcome,
    /// Where its rows belong where their cells do not say.
    pub place: FilePlace,
    /// Its rows by the authority and year that each tells.
    pub by_place: BTreeMap<Place, PlaceRows>,
    /// Rows read, the heading and empty lines not counted.
    pub rows: u64,
    /// Rows among them that were rejected.
    pub rejected: u64,
    /// Blank rows.
    pub blank_lines: u64,
    /// What its lines are other than rows.
    pub lines: LineCounts,
    /// The table whose rows were all rejected, where it was refused once its heading was known.
    pub rejected_table: Option<Table>,
    /// Cells that are not anonymised.
    pub exact: ExactCells,
    /// Columns that are not part of the return.
    pub extra_columns: Vec<String>,
    /// Columns known by another name: the name in the file, and that of the return.
    pub renamed_columns: Vec<(String, String)>,
    /// The columns of a sheet of a workbook, by the names of the return, in the sheet's order.
    pub columns: Vec<String>,
}

/// Lines of a file, the heading and what is above it left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LineCounts {
    /// Every line up to the last row, counted where lines end and not where rows do.
    pub passed: u64,
    /// Lines that are no row.
    pub no_row: u64,
    /// Ends of lines inside cells of free text.
    pub inside: u64,
}

impl LineCounts {
    /// Adds those of another part of the file.
    pub(crate) fn add(&mut self, other: LineCounts) {
        self.passed += other.passed;
        self.no_row += other.no_row;
        self.inside += other.inside;
    }
}

/// The rows of a file that are of one authority and year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PlaceRows {
    /// Rows read.
    pub rows: u64,
    /// Rows among them that were rejected.
    pub rejected: u64,
    /// Rows among them that are not used for another reason, whatever the day of the figures.
    pub set_aside: u64,
    /// Why they are all set aside, where they are.
    pub left_out: Option<&'static Rule>,
    /// Whether a file of them ends in the middle of a line, so that there may have been more.
    pub cut_off: bool,
}

impl PlaceRows {
    /// Rows that are used.
    pub(crate) fn used(&self) -> u64 {
        self.rows.saturating_sub(self.rejected + self.set_aside)
    }

    /// Adds other rows of the same authority and year.
    pub(crate) fn add(&mut self, other: PlaceRows) {
        self.rows += other.rows;
        self.rejected += other.rejected;
        self.set_aside += other.set_aside;
        self.cut_off |= other.cut_off;
    }
}

impl FileReport {
    /// Where a cell is, as messages name it: `2011/episodes.csv, line 14`; of a workbook as the spreadsheet names it,
    /// `2011/return.xlsx [Episodes], cell F14`. Without a column, where the row is.
    pub(crate) fn at(&self, line: u32, column: &str) -> String {
        match self.columns.iter().position(|name| !column.is_empty() && name == column) {
            Some(place) => format!("{}, cell {}{line}", self.shown, column_name(place)),
            None if self.form.kind.is_workbook() => format!("{}, row {line}", self.shown),
            None => format!("{}, line {line}", self.shown),
        }
    }

    /// The table whose rows were read, or all rejected.
    pub(crate) fn table(&self) -> Option<Table> {
        match self.outcome {
            Outcome::Read { table, .. } => Some(table),
            _ => self.rejected_table,
        }
    }

    /// Notes rows of an authority that are set aside as a whole.
    pub(super) fn leave_out(&mut self, authority: AuthorityIndex, set_aside: &SetAside) {
        let rows = self.of_return(authority, set_aside.year);
        rows.set_aside += set_aside.rows;
        rows.left_out = Some(set_aside.rule);
    }

    /// Its rows of one return.
    pub(crate) fn of_return(&mut self, authority: AuthorityIndex, year: i32) -> &mut PlaceRows {
        self.by_place.entry(Place { authority: Some(authority), year: Some(year) }).or_default()
    }
}

/// Everything read from one file.
#[derive(Debug)]
pub(crate) struct FileRows {
    /// What is recorded of it.
    pub report: FileReport,
    /// Its rows in pieces, each of one authority, in the order in which they were read.
    pub rows: Vec<(AuthorityIndex, AuthorityRows)>,
    /// The returns that its rows name, or whose folder it is in.
    pub returns: BTreeSet<(AuthorityIndex, i32)>,
    /// What was found in its rows.
    pub findings: Vec<Finding>,
    /// Its rows as they are written, where they are kept.
    pub written: Vec<WrittenRows>,
    /// What its rows have in common.
    pub observed: Observed,
    /// Rejected rows whose child is known and whose return is not.
    pub unplaced: Vec<Unplaced>,
}

/// A rejected row whose child is known and whose return is not.
#[derive(Debug)]
pub(crate) struct Unplaced {
    /// What is known of its place.
    pub place: Place,
    /// The child.
    pub child: ChildId,
    /// Where the row is.
    pub source: Source,
    /// What is doubtful about the child for want of it.
    pub what: Suspicion,
}

fn report(found: &FoundFile, outcome: Outcome) -> FileReport {
    FileReport {
        shown: found.shown.clone(),
        sheet: found.within.sheet.clone(),
        bytes: found.bytes,
        sha256: String::new(),
        form: Form { kind: FileKind::named(found.name()), ..Form::default() },
        outcome,
        place: FilePlace::default(),
        by_place: BTreeMap::new(),
        rows: 0,
        rejected: 0,
        blank_lines: 0,
        lines: LineCounts::default(),
        rejected_table: None,
        exact: ExactCells::default(),
        extra_columns: Vec::new(),
        renamed_columns: Vec::new(),
        columns: Vec::new(),
    }
}

impl FileRows {
    /// Puts a row that cannot be placed to every return that another row of the file names and that it may be of: once
    /// for each child. Where the file holds several authorities, only to those of which it has another row of the child.
    pub(crate) fn suspect_unplaced(&mut self) {
        if self.unplaced.is_empty() {
            return;
        }
        let known = self.authorities_of_unplaced();
        let mut seen = BTreeSet::new();
        let mut suspects = BTreeMap::<AuthorityIndex, Vec<Suspect>>::new();
        for Unplaced { place, child, source, what } in std::mem::take(&mut self.unplaced) {
            let may_be_of = |(authority, year): &&(AuthorityIndex, i32)| {
                place.authority.is_none_or(|of| of == *authority) && place.year.is_none_or(|of| of == *year)
            };
            for &(authority, year) in self.returns.iter().filter(may_be_of) {
                if known.contains(&(authority, child)) && seen.insert((authority, year, child)) {
                    suspects.entry(authority).or_default().push(Suspect { child, year, source, what });
                }
            }
        }
        let pieces = suspects.into_iter();
        self.rows.extend(pieces.map(|(of, suspects)| (of, AuthorityRows { suspects, ..AuthorityRows::default() })));
    }

    /// The authorities that the children of rows that cannot be placed may be of.
    fn authorities_of_unplaced(&self) -> HashSet<(AuthorityIndex, ChildId), FixedState> {
        let children: HashSet<ChildId, FixedState> = self.unplaced.iter().map(|row| row.child).collect();
        let authorities: BTreeSet<AuthorityIndex> = self.returns.iter().map(|(authority, _)| *authority).collect();
        if let Some(&only) = authorities.first().filter(|_| authorities.len() == 1) {
            return children.into_iter().map(|child| (only, child)).collect();
        }
        let mut known = HashSet::default();
        for (authority, rows) in &self.rows {
            known.extend(rows.children().filter(|child| children.contains(child)).map(|child| (*authority, child)));
        }
        known
    }

    /// A file that cannot be used.
    pub(crate) fn refused(found: &FoundFile, problem: Problem) -> FileRows {
        FileRows::without_rows(found, Outcome::Refused(problem))
    }

    /// A file of which no rows are read.
    pub(crate) fn without_rows(found: &FoundFile, outcome: Outcome) -> FileRows {
        let report = report(found, outcome);
        let (findings, written) = (Vec::new(), Vec::new());
        FileRows {
            report,
            rows: Vec::new(),
            returns: BTreeSet::new(),
            findings,
            written,
            observed: Observed::default(),
            unplaced: Vec::new(),
        }
    }
}
