//! What a rule of the checks is.

use super::child::Child;
use super::found::Found;
use crate::returns::table::Table;

/// A rule: one thing that a return may get wrong, under its public number.
#[derive(Debug)]
pub struct Rule {
    /// Its number among the public SSDA903 validation rules; `ST..` for a rule of our own.
    pub number: &'static str,
    /// What is wrong, in a sentence.
    pub(crate) message: &'static str,
    /// What would put it right.
    pub(crate) remedy: &'static str,
    /// How sure it is that something is wrong.
    pub(crate) severity: Severity,
    /// The numbers of the indicators that a fault touches; [`EVERY_INDICATOR`] for all there are.
    pub(crate) indicators: &'static [u16],
    /// The tables of the return that the rule cannot run without.
    pub(crate) needs: &'static [Table],
    /// The tables of the year before's return that it cannot run without.
    pub(crate) needs_before: &'static [Table],
    /// The columns that it cannot run without, of those that a table may lack.
    pub(crate) needs_columns: &'static [(Table, &'static str)],
    /// The returns it holds for.
    pub(crate) returns: Returns,
    /// Checks one child in one return.
    pub(crate) check: Check,
}

/// What a rule does: checks one child in one return, and reports what it finds.
pub(crate) type Check = fn(&Child<'_>, &mut Found);

impl Rule {
    /// A rule about what cannot be right. It touches every indicator, needs no table and holds for every return,
    /// unless the calls that follow say otherwise.
    pub(crate) const fn error(number: &'static str, message: &'static str, remedy: &'static str, check: Check) -> Rule {
        Rule {
            number,
            message,
            remedy,
            severity: Severity::Error,
            indicators: EVERY_INDICATOR,
            needs: &[],
            needs_before: &[],
            needs_columns: &[],
            returns: Returns::ALL,
            check,
        }
    }

    /// A rule about what may be right, but seldom is; the rest as for [`Rule::error`].
    pub(crate) const fn query(number: &'static str, message: &'static str, remedy: &'static str, check: Check) -> Rule {
        Rule { severity: Severity::Query, ..Rule::error(number, message, remedy, check) }
    }

    /// The rule, touching these indicators alone.
    pub(crate) const fn touching(self, indicators: &'static [u16]) -> Rule {
        Rule { indicators, ..self }
    }

    /// The rule, which cannot run without these tables of the return.
    pub(crate) const fn needing(self, needs: &'static [Table]) -> Rule {
        Rule { needs, ..self }
    }

    /// The rule, which cannot run without these tables of the year before's return.
    pub(crate) const fn needing_before(self, needs_before: &'static [Table]) -> Rule {
        Rule { needs_before, ..self }
    }

    /// The rule, which cannot run without these columns.
    pub(crate) const fn needing_columns(self, needs_columns: &'static [(Table, &'static str)]) -> Rule {
        Rule { needs_columns, ..self }
    }

    /// The rule, for returns up to the one that ends in a year.
    pub(crate) const fn until(self, year: i32) -> Rule {
        Rule { returns: Returns { first: self.returns.first, last: Some(year) }, ..self }
    }
}

/// How sure it is that something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Severity {
    /// It cannot be right.
    Error,
    /// It may be right, but seldom is: look again.
    Query,
}

impl Severity {
    /// Its name in the tables.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Query => "query",
        }
    }
}

/// The returns that a rule holds for, by the year in which they end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Returns {
    /// The first; none where there is no earliest.
    pub(crate) first: Option<i32>,
    /// The last; none where there is no latest.
    pub(crate) last: Option<i32>,
}

impl Returns {
    /// Every return.
    pub(crate) const ALL: Returns = Returns { first: None, last: None };

    /// Whether the return that ends in the year is among them.
    pub(crate) fn hold(self, year: i32) -> bool {
        self.first.is_none_or(|first| first <= year) && self.last.is_none_or(|last| year <= last)
    }
}

/// Every indicator of the seeds: none is named, as with a policy that bears on all.
pub(crate) const EVERY_INDICATOR: &[u16] = &[];
