//! What a rule found.

use super::child::Child;
use super::rule::Rule;
use crate::code::ChildId;
use crate::day::Day;
use crate::identity::Guarded;
use crate::returns::finding::Source;
use crate::seeds::authorities::AuthorityIndex;

/// One finding of one rule.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// The authority.
    pub authority: AuthorityIndex,
    /// The year in which the return ends.
    pub year: i32,
    /// The child.
    pub child: ChildId,
    /// The row that is at fault.
    pub at: Source,
    /// The columns that it is about, with what stands there.
    pub cells: Vec<(&'static str, Guarded)>,
    /// Another row that has to do with it.
    pub beside: Option<Source>,
}

/// Gathers what one rule finds of one child in one return.
pub struct Found<'a> {
    list: &'a mut Vec<Finding>,
    rule: &'static Rule,
    authority: AuthorityIndex,
    year: i32,
    child: ChildId,
}

impl<'a> Found<'a> {
    /// Nothing found yet.
    pub fn new(
        rule: &'static Rule,
        (authority, year, child): (AuthorityIndex, i32, ChildId),
        list: &'a mut Vec<Finding>,
    ) -> Found<'a> {
        Found { list, rule, authority, year, child }
    }

    /// A row is at fault; `cells` are the columns that show it, with what stands there.
    pub fn row(&mut self, at: Source, cells: &[(&'static str, &str)]) {
        self.push(at, cells, None);
    }

    /// A row is at fault beside another.
    pub fn rows(&mut self, at: Source, beside: Source, cells: &[(&'static str, &str)]) {
        self.push(at, cells, Some(beside));
    }

    /// A row is at fault beside the episode of care that starts on a day: `item` is the column that shows it.
    pub fn row_and_start(&mut self, at: Source, item: (&'static str, &str), child: &Child<'_>, start: Day) {
        match child.episode_from(start) {
            Some(episode) => self.rows(at, episode.at, &[item, ("DECOM", episode.decom.text)]),
            None => self.row(at, &[item, ("DECOM", &start.slashed())]),
        }
    }

    fn push(&mut self, at: Source, cells: &[(&'static str, &str)], beside: Option<Source>) {
        let cells = cells.iter().map(|&(column, text)| (column, Guarded::of(column, text))).collect();
        let Found { rule, authority, year, child, .. } = *self;
        self.list.push(Finding { rule, authority, year, child, at, cells, beside });
    }
}
