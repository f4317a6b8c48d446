//! What the files leave open about a row: cells that may not be what they seem, rows that were lost.

use super::finding::Source;
use super::subject::Subject;
use super::table::Table;
use crate::code::{ChildId, Code};
use crate::day::Day;

/// A row of a child that may not be what it seems.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suspect {
    /// The child.
    pub child: ChildId,
    /// The year in which the row's return ends.
    pub year: i32,
    /// Where the row is.
    pub source: Source,
    /// What is doubtful about it.
    pub what: Suspicion,
}

/// What is doubtful about a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suspicion {
    /// The cell holds a code that is on no list of the return's year.
    Code(Coded),
    /// The cell holds no date that can be read; the row is used without it.
    Unread(Dated),
    /// The cell could be another day than the one it is read as.
    Either(Dated, TwoWays),
    /// The row was rejected.
    Rejected(RejectedRow),
}

/// The two days that a cell could be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TwoWays {
    /// The day that it is read as.
    pub read: Day,
    /// The other one.
    pub other: Day,
}

/// A column of codes that an answer may rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each is the column of the return that its name says")]
pub enum Coded {
    ReasonStarted,
    LegalStatus,
    Place,
    Provider,
    ReasonEnded,
    InTouch,
    Activity,
    Accommodation,
    Result(Subject),
}

impl Coded {
    /// The column's name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Coded::ReasonStarted => "RNE",
            Coded::LegalStatus => "LS",
            Coded::Place => "PLACE",
            Coded::Provider => "PLACE_PROVIDER",
            Coded::ReasonEnded => "REC",
            Coded::InTouch => "IN_TOUCH",
            Coded::Activity => "ACTIV",
            Coded::Accommodation => "ACCOM",
            Coded::Result(subject) => subject.column(),
        }
    }
}

/// A column of dates that an answer may rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each is the column of the return that its name says")]
pub enum Dated {
    Start,
    End,
    Review,
    Decision,
    /// DOB in a table.
    Birth(Table),
}

/// A row that was rejected, with what can be read of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RejectedRow {
    /// Its table.
    pub table: Table,
    /// DECOM, where it is a row of episodes and it can be read.
    pub decom: Option<Day>,
    /// DEC, likewise.
    pub dec: Option<Day>,
    /// Whether it is a row of episodes that was rejected for its dates, so that its DECOM may be another.
    pub for_dates: bool,
    /// REC, where it is a row of episodes; blank where it is not given.
    pub reason_ended: Code,
}

impl RejectedRow {
    /// Of a table of whose rows no more is asked.
    pub(crate) fn of(table: Table) -> RejectedRow {
        RejectedRow { table, decom: None, dec: None, for_dates: false, reason_ended: Code::BLANK }
    }
}

/// A row whose return is known and whose child is not: CHILD is blank, or what it holds is no longer an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LostRow {
    /// Its table.
    pub table: Table,
    /// The year in which its return ends.
    pub year: i32,
    /// Where the row is.
    pub source: Source,
    /// DECOM, where it is a row of episodes and it can be read.
    pub decom: Option<Day>,
    /// DEC, likewise.
    pub dec: Option<Day>,
}
