//! What a rule finds about one child.

use super::child::Child;
use crate::day::Day;
use crate::identity::Guarded;
use crate::returns::finding::Source;

/// A row at fault.
#[derive(Debug, Clone)]
pub(crate) struct Fault {
    /// The row.
    pub(crate) at: Source,
    /// The columns that show the fault, each with its cell.
    pub(crate) cells: Vec<(&'static str, Guarded)>,
    /// Another row that the fault is about.
    pub(crate) beside: Option<Source>,
}

/// Gathers what one rule after another finds about one child in one return.
#[derive(Debug, Default)]
pub(crate) struct Found {
    faults: Vec<Fault>,
}

impl Found {
    /// Reports a row; `cells` are the columns that show the fault, with their text.
    pub(crate) fn row(&mut self, at: Source, cells: &[(&'static str, &str)]) {
        self.push(at, cells, None);
    }

    /// Reports a row together with another that the fault is about.
    pub(crate) fn rows(&mut self, at: Source, beside: Source, cells: &[(&'static str, &str)]) {
        self.push(at, cells, Some(beside));
    }

    /// Reports a row together with the episode of care that starts on a day; `item` is the column that shows the fault.
    pub(crate) fn row_and_start(&mut self, at: Source, item: (&'static str, &str), child: &Child<'_>, start: Day) {
        match child.episode_from(start) {
            Some(episode) => self.rows(at, episode.at, &[item, ("DECOM", episode.decom.text)]),
            None => self.row(at, &[item, ("DECOM", &start.slashed())]),
        }
    }

    /// Takes what was found, in the order in which it was reported; nothing is left for the next rule.
    pub(crate) fn take(&mut self) -> impl Iterator<Item = Fault> + '_ {
        self.faults.drain(..)
    }

    /// Whether nothing was found, as with most rules of most children.
    pub(crate) fn is_empty(&self) -> bool {
        self.faults.is_empty()
    }

    fn push(&mut self, at: Source, cells: &[(&'static str, &str)], beside: Option<Source>) {
        let cells = cells.iter().map(|&(column, text)| (column, Guarded::of(column, text))).collect();
        self.faults.push(Fault { at, cells, beside });
    }
}
