//! A date that was looked at cannot be read, or could be another day: every answer that some date, or the other day,
//! would give, within the child's other dates.

use super::ask::{Asker, Clue};
use super::cause::{Cause, Ground};
use super::otherwise::{CARE_ENDS_AT, Child};
use super::possible::Possible;
use crate::care::ChildHistory;
use crate::day::Day;
use crate::indicators::witness::Sight;
use crate::returns::finding::Source;
use crate::returns::suspect::{Dated, Suspect, Suspicion, TwoWays};
use crate::returns::table::Table;
use crate::returns::tables::episodes::Episode;
use crate::returns::tables::row::Row;
use std::collections::BTreeSet;

/// Reads the doubtful dates of a child otherwise. `told_by` is the table and year that tell its date of birth.
pub(crate) fn ask(child: &Child<'_>, suspects: &[Suspect], told_by: Option<(Table, i32)>, asker: &mut Asker<'_, '_>) {
    if child.history.birth.is_none() {
        any_birth(child, clue("DOB", None), asker);
    }
    let mut other_days = Vec::new();
    for suspect in suspects {
        let source = Some(suspect.source);
        match suspect.what {
            Suspicion::Either(Dated::Birth(table), TwoWays { other, .. }) if told_by == Some((table, suspect.year)) => {
                let otherwise = child.with(ChildHistory { birth: Some(other), ..child.history });
                asker.again(&otherwise, Sight::Birth, &[clue("DOB", source)]);
            }
            Suspicion::Either(Dated::Review, days) => another_review(child, days, clue("REVIEW", source), asker),
            Suspicion::Unread(Dated::Review) => an_unread_review(clue("REVIEW", source), asker),
            Suspicion::Either(Dated::Decision, days) => {
                let decisions = other_instead(child.history.decisions, days);
                decided_on(child, decisions, clue("DATE_INT", source), asker);
            }
            Suspicion::Unread(Dated::Decision) => any_decision(child, clue("DATE_INT", source), asker),
            Suspicion::Either(column @ (Dated::Start | Dated::End), TwoWays { other, .. }) => {
                other_days.extend(child.row_at(suspect.source).map(|row| (row, column, other, suspect.source)));
            }
            _ => {}
        }
    }
    if !asker.is_open(Sight::Episodes, Cause::DateUnreadable) {
        return;
    }
    other_days_of_episodes(child, &other_days, asker);
    let is_undated = |suspect: &&Suspect| suspect.what == Suspicion::Unread(Dated::End);
    for suspect in suspects.iter().filter(is_undated) {
        any_end(child, suspect.source, asker);
    }
}

/// Every end of an episode that makes a difference: at once, about the window's first day, on the day of the figures, at
/// the next episode, and later.
fn any_end(child: &Child<'_>, source: Source, asker: &mut Asker<'_, '_>) {
    let Some(row) = child.row_at(source) else { return };
    let decom = child.rows[row].cells.decom;
    let next = child.rows.iter().map(|row| row.cells.decom).filter(|start| *start > decom).min();
    let (first, as_at) = (child.setting.timeframe.window_start, child.setting.timeframe.as_at);
    let ends = [decom.plus_days(1), first, first.plus_days(1), as_at, next.unwrap_or(Day::NEVER), Day::NEVER];
    for end in ends.into_iter().filter(|end| *end > decom) {
        let mut rows = child.rows.to_vec();
        rows[row].cells.dec = Some(end);
        child.with_rows(&rows, |child| asker.again(child, Sight::Episodes, &[clue("DEC", Some(source))]));
    }
}

fn clue(column: &'static str, source: Option<Source>) -> Clue {
    Clue { ground: Ground::new(Cause::DateUnreadable, column), source }
}

/// Every date of birth that makes a difference and that the child's days in care allow: born before them, and not too old for
/// care on the last.
pub(crate) fn any_birth(child: &Child<'_>, clue: Clue, asker: &mut Asker<'_, '_>) {
    /// Older than anybody of whom an indicator asks.
    const OLDEST: i32 = 21;
    /// Months in half a window.
    const HALF: i32 = 6;
    let as_at = child.setting.timeframe.as_at;
    let first = child.history.episodes.first().map(|episode| episode.row.decom);
    let last = child.history.periods.last().map(|period| period.end.unwrap_or(as_at));
    // A birthday on the day itself makes a child of every age on it and, a year younger, on the days before; others are
    // asked for in the middle of the window.
    let in_window = asker.indicators().filter_map(|(indicator, question)| indicator.birthday_in_window(question));
    let in_window: BTreeSet<i32> = in_window.map(|birthday| 12 * birthday + HALF).collect();
    let births = (0..=OLDEST).map(|years| 12 * years).chain(in_window).map(|months| as_at.plus_months(-months));
    // The youngest and the oldest that the child can be.
    let ends = [first, last.map(|last| last.plus_months(-12 * CARE_ENDS_AT))];
    for birth in births.chain(ends.into_iter().flatten()) {
        let allowed =
            first.is_none_or(|first| birth <= first) && last.is_none_or(|last| birth.birthday(CARE_ENDS_AT) >= last);
        if allowed {
            asker.again(&child.with(ChildHistory { birth: Some(birth), ..child.history }), Sight::Birth, &[clue]);
        }
    }
}

/// Days with one of them read as the other day that its cell could be.
fn other_instead(days: &[Day], TwoWays { read, other }: TwoWays) -> Vec<Day> {
    let mut days: Vec<Day> = days.iter().copied().filter(|day| *day != read).collect();
    days.push(other);
    days.sort_unstable();
    days.dedup();
    days
}

/// A review held on the other day instead.
fn another_review(child: &Child<'_>, days: TwoWays, clue: Clue, asker: &mut Asker<'_, '_>) {
    let mut reviews = other_instead(child.history.reviews, days);
    reviews.truncate(reviews.partition_point(|&held| held <= child.setting.timeframe.as_at));
    asker.again(&child.with(ChildHistory { reviews: &reviews, ..child.history }), Sight::Reviews, &[clue]);
}

/// A review was held, nobody can tell when: it may have been the one that was late, or that is missed.
fn an_unread_review(clue: Clue, asker: &mut Asker<'_, '_>) {
    asker.hear_wherever(Sight::Reviews, Possible::COUNTED, clue);
}

/// Every date of a decision that makes a difference: long before, and on the day of placement.
pub(crate) fn any_decision(child: &Child<'_>, clue: Clue, asker: &mut Asker<'_, '_>) {
    let placed = child.history.placements.iter().filter_map(|placement| placement.adoptive_from);
    let days: Vec<Day> = placed.chain([child.earliest()]).collect();
    for day in days {
        decided_on(child, vec![day], clue, asker);
    }
}

fn decided_on(child: &Child<'_>, decisions: Vec<Day>, clue: Clue, asker: &mut Asker<'_, '_>) {
    let known = decisions.partition_point(|&day| day <= child.setting.timeframe.as_at);
    let otherwise = child.with(ChildHistory { decisions: &decisions[..known], ..child.history });
    asker.again(&otherwise, Sight::Decisions, &[clue]);
}

/// Starts and ends read as their other days: each alone, and all together, as the whole column may be written so.
fn other_days_of_episodes(child: &Child<'_>, other_days: &[(usize, Dated, Day, Source)], asker: &mut Asker<'_, '_>) {
    let clue_of = |column, source| clue(if column == Dated::Start { "DECOM" } else { "DEC" }, Some(source));
    let put = |rows: &mut [Row<Episode>], (row, column, other, _): (usize, Dated, Day, Source)| match column {
        Dated::Start => rows[row].cells.decom = other,
        _ => rows[row].cells.dec = Some(other),
    };
    let mut read_as = |rows: &[Row<Episode>], clues: &[(usize, Dated, Day, Source)]| {
        // A reading that ends an episode before it begins is none.
        let sound = |row: &Row<Episode>| row.cells.dec.is_none_or(|dec| dec >= row.cells.decom);
        if !rows.iter().all(sound) {
            return;
        }
        let clues: Vec<Clue> = clues.iter().map(|&(_, column, _, source)| clue_of(column, source)).collect();
        child.with_rows(rows, |child| asker.again(child, Sight::Episodes, &clues));
    };
    for one in other_days {
        let mut rows = child.rows.to_vec();
        put(&mut rows, *one);
        read_as(&rows, std::slice::from_ref(one));
    }
    for columns in [&[Dated::Start][..], &[Dated::End], &[Dated::Start, Dated::End]] {
        let together: Vec<_> = other_days.iter().copied().filter(|(_, column, ..)| columns.contains(column)).collect();
        if together.len() > 1 {
            let mut rows = child.rows.to_vec();
            together.iter().for_each(|one| put(&mut rows, *one));
            read_as(&rows, &together);
        }
    }
}
