//! What the checks found, return by return.

use super::finding::Finding;
use super::rule::Rule;
use crate::returns::table::Table;
use crate::seeds::authorities::AuthorityIndex;
use std::fmt;

/// What the checks found.
#[derive(Debug)]
pub struct Checked {
    /// Every return that was checked, in order of authority's code and year.
    pub returns: Vec<CheckedReturn>,
}

/// One authority's return, checked.
#[derive(Debug)]
pub struct CheckedReturn {
    /// The authority.
    pub(crate) authority: AuthorityIndex,
    /// The year in which the return ends.
    pub(crate) year: i32,
    /// Children with a row in it, and those who should have one and do not.
    pub(crate) children: usize,
    /// Every rule that holds for the year, in the order of the rules, with whether it ran.
    pub(crate) rules: Vec<RuleRun>,
    /// What was found, in order of file, line and rule.
    pub findings: Vec<Finding>,
}

/// A rule in one return, and whether it ran.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RuleRun {
    /// The rule.
    pub(crate) rule: &'static Rule,
    /// Why it did not run; none where it did.
    pub(crate) not_run: Option<Lacking>,
}

/// What a rule needs and the returns do not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Lacking {
    /// A table of the return that ends in the year.
    Table(Table, i32),
    /// A column of a table, without which the rule would find nothing but blanks.
    Column(Table, &'static str),
}

/// `no reviews in 2011`, `no column REVIEW_CODE in reviews`.
impl fmt::Display for Lacking {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Lacking::Table(table, year) => write!(formatter, "no {table} in {year}"),
            Lacking::Column(table, column) => write!(formatter, "no column {column} in {table}"),
        }
    }
}
