//! The checks: public rules and our own, applied to every child in every return.
//!
//! A rule looks at one child in one return, together with the return of the year before and with the care that the
//! definitions make of all the returns. A rule that lacks a table is not run, and is reported as not run.

pub(crate) mod accepted;
pub(crate) mod between;
mod by_child;
pub mod checked;
mod child;
mod columns;
#[cfg(test)]
mod example;
pub mod finding;
pub(crate) mod finding_row;
mod found;
mod items;
pub(crate) mod rows;
pub mod rule;
pub mod rules;
mod sheets;
pub(crate) mod since;
pub(crate) mod summary;
pub(crate) mod tables;
pub(crate) mod text;

use crate::care::AuthorityHistories;
use crate::code::ChildId;
use crate::day::Day;
use crate::quality::{CleanAuthority, CleanReturns, ids};
use crate::returns::held::Held;
use crate::returns::written::WrittenRows;
use crate::seeds::Seeds;
use crate::seeds::codes::CodeLists;
use crate::seeds::policies::Policies;
use crate::setting::Setting;
use crate::timeframe::{Basis, Timeframe};
use checked::{Checked, CheckedReturn, Lacking, RuleRun};
use child::{Child, ChildRows, ReturnContext};
use columns::Columns;
use finding::Finding;
use found::{Fault, Found};
use rayon::prelude::*;
use rows::HeaderRow;
use rule::Rule;
use sheets::{Sheets, by_authority};
use std::collections::{BTreeSet, HashMap};

/// Children checked in one piece of parallel work.
const CHILDREN_AT_ONCE: usize = 512;
/// The fewest dates of birth that, all on the first of a month, show that births are given to the month.
const ENOUGH_BIRTHS: usize = 3;

/// Applies rules to every child in the returns, whose rows are `written`. An authority at a time, so that no more than its
/// rows and histories are in memory.
pub fn check(
    clean: &CleanReturns,
    written: &[WrittenRows],
    rules: &[&'static Rule],
    seeds: &Seeds,
    policies: &Policies,
) -> Checked {
    let runs = by_authority(written);
    let columns = Columns::of(written, &seeds.tables);
    let checked = clean.authorities.par_iter().flat_map_iter(|clean| {
        let runs = runs.get(&clean.authority).map_or(&[][..], Vec::as_slice);
        let sheets = Sheets::of(runs, seeds.codes.roles());
        let mut years = sheets.years();
        years.extend(clean.held.loaded_years());
        let in_year = |year| {
            let timeframe = Timeframe::new(Day::thirty_first_of_march(year), Basis::Rolling).ok()?;
            let histories = AuthorityHistories::alone(clean, Setting { timeframe, seeds, policies });
            Checking::new(year, &histories, &sheets, &seeds.codes).check(rules, &columns)
        };
        years.into_iter().filter_map(in_year).collect::<Vec<CheckedReturn>>()
    });
    let mut returns: Vec<CheckedReturn> = checked.collect();
    returns.sort_by_key(|checked| (checked.authority, checked.year));
    let cells = returns.iter().flat_map(|checked| &checked.findings).flat_map(|finding| &finding.cells);
    let known = ids::known(ids::may_be(cells.map(|(column, cell)| (*column, cell)), &clean.long), &clean.authorities);
    let found = returns.iter_mut().flat_map(|checked| &mut checked.findings);
    let cells = found.flat_map(|finding| &mut finding.cells).map(|(column, cell)| (*column, cell));
    ids::hide_cells(cells, &known, &clean.long);
    Checked { returns }
}

/// One authority's return while it is checked.
struct Checking<'a> {
    context: ReturnContext<'a>,
    histories: &'a AuthorityHistories<'a>,
    sheets: &'a Sheets<'a>,
    /// The place in the histories of every child of the sheets.
    places: Vec<Option<usize>>,
}

impl<'a> Checking<'a> {
    fn new(year: i32, histories: &'a AuthorityHistories<'a>, sheets: &'a Sheets<'a>, codes: &'a CodeLists) -> Self {
        let context = ReturnContext {
            year,
            year_start: Day::first_of_april(year - 1),
            year_end: Day::thirty_first_of_march(year),
            births_to_the_month: births_to_the_month(sheets.header.all(), year),
            births_before_to_the_month: births_to_the_month(sheets.header.all(), year - 1),
            held: &histories.clean.held,
            codes,
        };
        let ids = histories.clean.children.iter().map(|child| child.id);
        let places: HashMap<ChildId, usize> = ids.zip(0..).collect();
        let places = sheets.children().iter().map(|child| places.get(child).copied()).collect();
        Checking { context, histories, sheets, places }
    }

    /// The return, checked; none where the authority made none that year. One with headings alone is still a
    /// return: the children of the year before are missing from it.
    fn check(&self, rules: &[&'static Rule], columns: &Columns<'_>) -> Option<CheckedReturn> {
        let year = self.context.year;
        let CleanAuthority { authority, held, .. } = self.histories.clean;
        let of_year = self.sheets.in_returns(&[year]);
        if of_year.is_empty() && !held.loaded(year) {
            return None;
        }
        let near = self.sheets.in_returns(&[year, year - 1]);
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
        let mut findings = columns.without_lacking(found, &mut rules);
        findings.sort_by_key(|finding| (finding.at, finding.rule.number));
        let ids = self.sheets.children();
        let mut children: BTreeSet<ChildId> = of_year.into_iter().map(|child| ids[child]).collect();
        children.extend(findings.iter().map(|finding| finding.child));
        Some(CheckedReturn { authority: *authority, year, children: children.len(), rules, findings })
    }

    fn find(&self, children: &[usize], rules: &[RuleRun]) -> Vec<Finding> {
        let (mut findings, mut found) = (Vec::new(), Found::default());
        for &child in children {
            let in_return = self.child(child);
            for &RuleRun { rule, .. } in rules.iter().filter(|run| run.not_run.is_none()) {
                (rule.check)(&in_return, &mut found);
                if !found.is_empty() {
                    let id = self.sheets.children()[child];
                    findings.extend(found.take().map(|fault| self.finding(rule, id, fault)));
                }
            }
        }
        findings
    }

    fn finding(&self, rule: &'static Rule, child: ChildId, fault: Fault) -> Finding {
        let Fault { at, cells, beside } = fault;
        let (authority, year) = (self.histories.clean.authority, self.context.year);
        Finding { rule, authority, year, child, at, cells, beside }
    }

    fn child(&self, child: usize) -> Child<'_> {
        let year = self.context.year;
        let place = self.places[child].filter(|_| self.histories.clean.held.loaded(year));
        let rows = [year, year - 1].map(|year| ChildRows::of(self.sheets, child, year));
        let care = place.map(|place| self.histories.child(place, self.context.year_end));
        Child::of(self.context, rows, care)
    }
}

/// The first table that a rule needs and the returns lack.
fn lacking(rule: &Rule, held: &Held, year: i32) -> Option<Lacking> {
    let needed = rule.needs.iter().map(|&table| (table, year));
    let needed_before = rule.needs_before.iter().map(|&table| (table, year - 1));
    let lacks = needed.chain(needed_before).find(|&(table, year)| !held.has(year, table));
    lacks.map(|(table, year)| Lacking::Table(table, year))
}

/// Whether all dates of birth in a return are the first of a month, as in anonymised returns.
fn births_to_the_month(header: &[HeaderRow<'_>], year: i32) -> bool {
    let mut births = header.iter().filter(|row| row.year == year).filter_map(|row| row.birth.day).peekable();
    let enough = births.clone().nth(ENOUGH_BIRTHS - 1).is_some();
    enough && births.all(|birth| birth.ymd().2 == 1)
}
