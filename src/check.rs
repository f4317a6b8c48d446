//! The checks: public and own rules put to every child of every return.
//!
//! A rule looks at one child in one return, with the return of the year before beside it and the care
//! that the definitions make of all returns given. A rule whose table is missing is not run, and that is said.

pub mod child;
mod columns;
#[cfg(test)]
mod example;
pub mod finding;
pub mod items;
pub mod record;
pub mod rows;
pub mod rule;
pub mod rules;
pub mod sheets;
pub mod summary;
pub mod tables;
pub mod text;

use crate::care::{AuthorityHistories, CareHistories};
use crate::code::ChildId;
use crate::day::Day;
use crate::quality::{CleanAuthority, CleanReturns};
use crate::returns::held::Held;
use crate::returns::table::Table;
use crate::returns::written::WrittenRows;
use crate::seeds::Seeds;
use crate::seeds::authorities::AuthorityIndex;
use crate::seeds::codes::CodeLists;
use crate::seeds::policies::Policies;
use crate::setting::Setting;
use crate::timeframe::{Basis, Timeframe};
use child::{Child, ChildRows, OfReturn};
use columns::Columns;
use finding::{Finding, Found};
use rayon::prelude::*;
use rows::HeaderRow;
use rule::Rule;
use sheets::Sheets;
use std::collections::{BTreeSet, HashMap};
use std::fmt;

/// Children looked at by one core at a time.
const CHILDREN_AT_ONCE: usize = 512;
/// Dates of birth from which it is told that all are given to the month.
const BIRTHS_THAT_TELL: usize = 3;

/// What the checks found.
#[derive(Debug)]
pub struct Checked {
    /// Every authority's return that was looked at, in order of code and year.
    pub returns: Vec<CheckedReturn>,
}

/// One authority's return, checked.
#[derive(Debug)]
pub struct CheckedReturn {
    /// The authority.
    pub authority: AuthorityIndex,
    /// The year in which the return ends.
    pub year: i32,
    /// Children with a row in it, and those that it should have and has not.
    pub children: usize,
    /// What became of each rule that holds for the year, in the order of the rules.
    pub rules: Vec<RuleRun>,
    /// What was found, in order of file, line and rule.
    pub findings: Vec<Finding>,
}

/// What became of a rule in one return.
#[derive(Debug, Clone, Copy)]
pub struct RuleRun {
    /// The rule.
    pub rule: &'static Rule,
    /// That for want of which it was not run.
    pub not_run: Option<Lacking>,
}

/// What a rule needs and the returns do not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lacking {
    /// A table of the return that ends in the year.
    Table(Table, i32),
    /// A column of a table, without which all that the rule would find is that it is blank.
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

/// Puts rules to every child of the returns, of which `written` holds the rows.
pub fn check(
    clean: &CleanReturns,
    written: &[WrittenRows],
    rules: &[&'static Rule],
    seeds: &Seeds,
    policies: &Policies,
) -> Checked {
    let sheets = Sheets::by_authority(written, seeds.codes.roles());
    let columns = Columns::of(written, &seeds.tables);
    let mut years: BTreeSet<i32> = written.iter().flat_map(|file| file.rows.iter().map(|row| row.year)).collect();
    years.extend(clean.authorities.iter().flat_map(|authority| authority.held.loaded_years()));
    let without_rows = Sheets::default();
    let mut returns = Vec::new();
    for year in years {
        let Ok(timeframe) = Timeframe::new(Day::thirty_first_of_march(year), Basis::Rolling) else { continue };
        let histories = CareHistories::build(clean, Setting { timeframe, seeds, policies });
        for histories in &histories.authorities {
            let sheets = sheets.get(&histories.clean.authority).unwrap_or(&without_rows);
            let checking = Checking::new(year, histories, sheets, &seeds.codes);
            returns.extend(checking.check(rules, &columns));
        }
    }
    returns.sort_by_key(|checked| (checked.authority, checked.year));
    Checked { returns }
}

/// One authority's return that is being checked.
struct Checking<'a> {
    of_return: OfReturn<'a>,
    histories: &'a AuthorityHistories<'a>,
    sheets: &'a Sheets<'a>,
    places: HashMap<ChildId, usize>,
}

impl<'a> Checking<'a> {
    fn new(year: i32, histories: &'a AuthorityHistories<'a>, sheets: &'a Sheets<'a>, codes: &'a CodeLists) -> Self {
        let of_return = OfReturn {
            year,
            births_to_the_month: births_to_the_month(sheets.header.all(), year),
            births_before_to_the_month: births_to_the_month(sheets.header.all(), year - 1),
            held: &histories.clean.held,
            codes,
        };
        let ids = histories.clean.children.iter().map(|child| child.id);
        Checking { of_return, histories, sheets, places: ids.zip(0..).collect() }
    }

    /// The return, checked; none where the authority made none that year. One of headings alone is a return: it
    /// lacks the children of the year before.
    fn check(&self, rules: &[&'static Rule], columns: &Columns<'_>) -> Option<CheckedReturn> {
        let year = self.of_return.year;
        let CleanAuthority { authority, held, .. } = self.histories.clean;
        let keys = self.sheets.children();
        let mut children: BTreeSet<ChildId> =
            keys.iter().filter(|(_, of)| *of == year).map(|(child, _)| *child).collect();
        if children.is_empty() && !held.loaded(year) {
            return None;
        }
        let near = keys.iter().filter(|(_, of)| *of == year || *of == year - 1).map(|(child, _)| *child);
        let near: Vec<ChildId> = near.collect::<BTreeSet<_>>().into_iter().collect();
        let mut rules: Vec<RuleRun> = rules
            .iter()
            .filter(|rule| rule.returns.hold(year))
            .map(|&rule| RuleRun {
                rule,
                not_run: lacking(rule, held, year).or_else(|| columns.lacking(rule, *authority, year)),
            })
            .collect();
        let found = near.par_chunks(CHILDREN_AT_ONCE).map(|children| self.find(children, &rules));
        let found: Vec<Finding> = found.flatten_iter().collect();
        let mut findings = columns.only_there(found, &mut rules);
        findings.sort_by_key(|finding| (finding.at, finding.rule.number));
        children.extend(findings.iter().map(|finding| finding.child));
        Some(CheckedReturn { authority: *authority, year, children: children.len(), rules, findings })
    }

    fn find(&self, children: &[ChildId], rules: &[RuleRun]) -> Vec<Finding> {
        let mut findings = Vec::new();
        for &child in children {
            let looked_at = self.child(child);
            let whose = (self.histories.clean.authority, self.of_return.year, child);
            for run in rules.iter().filter(|run| run.not_run.is_none()) {
                (run.rule.check)(&looked_at, &mut Found::new(run.rule, whose, &mut findings));
            }
        }
        findings
    }

    fn child(&self, child: ChildId) -> Child<'_> {
        let year = self.of_return.year;
        let place = self.places.get(&child).filter(|_| self.histories.clean.held.loaded(year));
        Child {
            of_return: self.of_return,
            rows: ChildRows::of(self.sheets, child, year),
            before: ChildRows::of(self.sheets, child, year - 1),
            care: place.map(|&place| self.histories.child(place, Day::thirty_first_of_march(year))),
        }
    }
}

/// The first table that a rule needs and the returns do not have.
fn lacking(rule: &Rule, held: &Held, year: i32) -> Option<Lacking> {
    let needed = rule.needs.iter().map(|&table| (table, year));
    let needed_before = rule.needs_before.iter().map(|&table| (table, year - 1));
    let lacks = needed.chain(needed_before).find(|&(table, year)| !held.has(year, table));
    lacks.map(|(table, year)| Lacking::Table(table, year))
}

/// Whether the dates of birth of a return are all the first of a month, as in anonymised returns.
fn births_to_the_month(header: &[HeaderRow<'_>], year: i32) -> bool {
    let mut births = header.iter().filter(|row| row.year == year).filter_map(|row| row.birth.day).peekable();
    let enough = births.clone().nth(BIRTHS_THAT_TELL - 1).is_some();
    enough && births.all(|birth| birth.ymd().2 == 1)
}
