//! Why an authority has no figure for an indicator.

use crate::returns::table::Table;
use crate::returns::tables::attainment::Subject;
use std::fmt;

/// Why an authority has no figure for an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unavailable {
    /// The seeds do not define the indicator for the year of the figure.
    NotDefined(i32),
    /// The return that ends on the first 31 March on or after the day is not loaded.
    NoCurrentReturn(i32),
    /// A table is missing from the return of the year.
    TableMissing(Table, i32),
    /// A table is missing from every return.
    TableMissingEverywhere(Table),
    /// No row of the exam year has the column filled.
    NoResults(Subject, i32),
    /// The return for the first year is another's: its dates fit the second.
    AnotherYears(i32, i32),
    /// Two files hold a table of the return for a year.
    TwoFiles(Table, i32, [String; 2]),
    /// One of these, but a file was refused that may hold what is missing.
    InRefusedFile(Box<Unavailable>),
}

impl Unavailable {
    /// The same, where a refused file may hold what is missing; `may_hold` says whether one may be of the return
    /// of a year, or of any where no year is given.
    pub(crate) fn or_refused(self, may_hold: impl Fn(Option<i32>) -> bool) -> Unavailable {
        let missing_from = match self {
            Unavailable::NotDefined(_)
            | Unavailable::AnotherYears(..)
            | Unavailable::TwoFiles(..)
            | Unavailable::InRefusedFile(_) => return self,
            Unavailable::NoCurrentReturn(year) | Unavailable::TableMissing(_, year) => Some(year),
            Unavailable::TableMissingEverywhere(_) | Unavailable::NoResults(..) => None,
        };
        if may_hold(missing_from) { Unavailable::InRefusedFile(Box::new(self)) } else { self }
    }
}

/// In words, as the table of figures has it.
impl fmt::Display for Unavailable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unavailable::NotDefined(year) => write!(formatter, "no definition for {year} in indicators.toml"),
            Unavailable::NoCurrentReturn(year) => write!(formatter, "no episodes in the return for {year}"),
            Unavailable::TableMissing(table, year) => write!(formatter, "no {table} in the return for {year}"),
            Unavailable::TableMissingEverywhere(table) => write!(formatter, "no {table} in any return"),
            Unavailable::NoResults(subject, year) => {
                write!(formatter, "no {} filled for the exams of {year}", subject.column())
            }
            Unavailable::AnotherYears(year, fits) => {
                write!(formatter, "the return for {year} is another year's: its dates fit {fits}")
            }
            Unavailable::TwoFiles(table, year, [one, other]) => {
                write!(
                    formatter,
                    "two files hold {table} of {year}: {one} and {other}; say which stands with --resubmission"
                )
            }
            Unavailable::InRefusedFile(why) => write!(formatter, "{why} (a file that may hold it was refused)"),
        }
    }
}
