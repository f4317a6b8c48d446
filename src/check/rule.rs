//! What a rule of the checks is.

use super::child::Child;
use super::finding::Found;
use crate::returns::table::Table;

/// A rule: one thing that a return may get wrong, under its public number.
#[derive(Debug)]
pub struct Rule {
    /// Its number among the public SSDA903 validation rules; `ST..` where no public rule has it.
    pub number: &'static str,
    /// What is wrong, in a sentence.
    pub message: &'static str,
    /// What would mend it.
    pub remedy: &'static str,
    /// How sure it is that something is wrong.
    pub severity: Severity,
    /// The indicators that a fault touches, by number; [`EVERY_INDICATOR`] for all there are.
    pub indicators: &'static [u16],
    /// The tables of the return without which the rule cannot run.
    pub needs: &'static [Table],
    /// The tables of the return of the year before without which the rule cannot run.
    pub needs_before: &'static [Table],
    /// The columns without which it cannot run, of those that a table may lack.
    pub needs_columns: &'static [(Table, &'static str)],
    /// The returns it holds for.
    pub returns: Returns,
    /// Looks at one child in one return.
    pub check: fn(&Child<'_>, &mut Found<'_>),
}

impl Rule {
    /// The same rule, which cannot run without these columns.
    pub const fn needing(self, columns: &'static [(Table, &'static str)]) -> Rule {
        Rule { needs_columns: columns, ..self }
    }
}

/// How sure it is that something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It cannot be right.
    Error,
    /// It may be right, but is seldom: look again.
    Query,
}

impl Severity {
    /// As the tables have it.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Query => "query",
        }
    }
}

/// The returns that a rule holds for, by the year in which they end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Returns {
    /// The first; open where none.
    pub first: Option<i32>,
    /// The last; open where none.
    pub last: Option<i32>,
}

impl Returns {
    /// Every return.
    pub const ALL: Returns = Returns { first: None, last: None };

    /// Whether the return that ends in the year is among them.
    pub fn hold(self, year: i32) -> bool {
        self.first.is_none_or(|first| first <= year) && self.last.is_none_or(|last| year <= last)
    }
}

/// Every indicator of the seeds: none is named, as with a policy that bears on all.
pub const EVERY_INDICATOR: &[u16] = &[];
