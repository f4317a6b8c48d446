//! Two rows of one return tell of the child differently: the answers either way.

use super::ask::{Asker, Clue};
use super::cause::{Cause, Ground};
use super::otherwise::Child;
use crate::care::ChildHistory;
use crate::day::Day;
use crate::indicators::witness::Sight;
use crate::quality::unsettled::Twice;
use crate::returns::finding::Source;
use crate::returns::table::Table;
use crate::returns::tables::episodes::Episode;
use crate::returns::tables::row::Row;

/// Answers with each row that lost in place of the one that is used; `number` is the child's index.
pub(crate) fn ask(child: &Child<'_>, number: u32, twice: &Twice, asker: &mut Asker<'_, '_>) {
    let clue = |table: Table, source: Option<Source>| Clue { ground: Ground::new(Cause::Twice, table.name()), source };
    let pairs: Vec<[Source; 2]> =
        of_child(&twice.episodes, number, |(child, _)| *child).iter().map(|(_, pair)| *pair).collect();
    let choices = if asker.is_open(Sight::Episodes, Cause::Twice) { choices(pairs.len()) } else { Vec::new() };
    for chosen in choices {
        let chosen: Vec<[Source; 2]> =
            pairs.iter().zip(chosen).filter(|(_, chosen)| *chosen).map(|(pair, _)| *pair).collect();
        let rows = instead(&chosen, child.rows);
        let clues: Vec<Clue> = chosen.iter().map(|[lost, _]| clue(Table::Episodes, Some(*lost))).collect();
        child.with_rows(&rows, |child| asker.again(child, Sight::Episodes, &clues));
    }
    for &(_, birth) in of_child(&twice.births, number, |(child, _)| *child) {
        asker.again(&child.with(ChildHistory { birth, ..child.history }), Sight::Birth, &[clue(Table::Header, None)]);
    }
    for &(_, year, row) in of_child(&twice.oc2, number, |(child, ..)| *child) {
        let oc2 = with(child.history.oc2, year, row);
        asker.again(&child.with(ChildHistory { oc2: &oc2, ..child.history }), Sight::Scores, &[clue(Table::Oc2, None)]);
    }
    for &(_, year, row) in of_child(&twice.oc3, number, |(child, ..)| *child) {
        let oc3 = with(child.history.oc3, year, row);
        asker.again(&child.with(ChildHistory { oc3: &oc3, ..child.history }), Sight::Leaver, &[clue(Table::Oc3, None)]);
    }
    for &(_, other) in of_child(&twice.results, number, |(child, _)| *child) {
        let mut results = child.history.results.to_vec();
        results.iter_mut().filter(|results| results.exam_year == other.exam_year).for_each(|results| *results = other);
        let otherwise = child.with(ChildHistory { results: &results, ..child.history });
        asker.again(&otherwise, Sight::Results, &[clue(Table::Attainment, None)]);
    }
}

/// The rows with each that lost in place of the one used, and of any other of the same DECOM and return.
fn instead(chosen: &[[Source; 2]], rows: &[Row<Episode>]) -> Vec<Row<Episode>> {
    let is_one = |row: &Row<Episode>, which: usize| chosen.iter().any(|pair| pair[which] == row.source);
    let used: Vec<(Day, i32)> =
        rows.iter().filter(|row| is_one(row, 1)).map(|row| (row.cells.decom, row.year)).collect();
    let stays = |row: &&Row<Episode>| is_one(row, 0) || !used.contains(&(row.cells.decom, row.year));
    rows.iter().filter(stays).cloned().collect()
}

/// Which of several pairs are read the other way: each choice but none where they are few, else each pair alone and all
/// together.
fn choices(pairs: usize) -> Vec<Vec<bool>> {
    const FEW: usize = 5;
    if pairs <= FEW {
        return (1..1_usize << pairs).map(|choice| (0..pairs).map(|pair| choice >> pair & 1 == 1).collect()).collect();
    }
    let alone = (0..pairs).map(|one| (0..pairs).map(|pair| pair == one).collect());
    alone.chain([vec![true; pairs]]).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_of_a_few_pairs_is_made_and_of_many_each_alone_and_all() {
        assert!(choices(0).is_empty());
        assert_eq!(choices(2), [vec![true, false], vec![false, true], vec![true, true]]);
        assert_eq!((choices(5).len(), choices(6).len()), (31, 7));
    }
}
