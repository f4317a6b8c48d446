//! Two rows of one return tell of the child differently: the answers either way.

use super::ask::{Asker, Clue};
use super::cause::{Cause, Ground};
use super::otherwise::Child;
use crate::care::ChildHistory;
use crate::indicators::witness::Sight;
use crate::quality::unsettled::Twice;
use crate::returns::finding::Source;
use crate::returns::table::Table;

/// Answers with each row that lost in place of the one that is used; `number` is the child's index.
pub(crate) fn ask(child: &Child<'_>, number: u32, twice: &Twice, asker: &mut Asker<'_, '_>) {
    let clue = |table: Table, source: Option<Source>| Clue { ground: Ground::new(Cause::Twice, table.name()), source };
    for (_, [lost, used]) in of_child(&twice.episodes, number, |(child, _)| *child) {
        let mut rows = child.rows.to_vec();
        rows.retain(|row| row.source != *used);
        let clue = clue(Table::Episodes, Some(*lost));
        child.with_rows(&rows, |history| asker.again(history, Sight::Episodes, clue));
    }
    for &(_, birth) in of_child(&twice.births, number, |(child, _)| *child) {
        asker.again(&ChildHistory { birth, ..child.history }, Sight::Birth, clue(Table::Header, None));
    }
    for &(_, year, row) in of_child(&twice.oc2, number, |(child, ..)| *child) {
        let oc2 = with(child.history.oc2, year, row);
        asker.again(&ChildHistory { oc2: &oc2, ..child.history }, Sight::Scores, clue(Table::Oc2, None));
    }
    for &(_, year, row) in of_child(&twice.oc3, number, |(child, ..)| *child) {
        let oc3 = with(child.history.oc3, year, row);
        asker.again(&ChildHistory { oc3: &oc3, ..child.history }, Sight::Leaver, clue(Table::Oc3, None));
    }
    for &(_, other) in of_child(&twice.results, number, |(child, _)| *child) {
        let mut results = child.history.results.to_vec();
        results.iter_mut().filter(|results| results.exam_year == other.exam_year).for_each(|results| *results = other);
        let history = ChildHistory { results: &results, ..child.history };
        asker.again(&history, Sight::Results, clue(Table::Attainment, None));
    }
}

/// The items of a child, of those in order of child.
pub(crate) fn of_child<T>(items: &[T], child: u32, whose: impl Fn(&T) -> u32) -> &[T] {
    let first = items.partition_point(|item| whose(item) < child);
    let last = items.partition_point(|item| whose(item) <= child);
    &items[first..last]
}

/// The rows of a child with that of a year replaced.
fn with<T: Copy>(rows: &[(i32, T)], year: i32, row: T) -> Vec<(i32, T)> {
    rows.iter().map(|&(of, held)| (of, if of == year { row } else { held })).collect()
}
