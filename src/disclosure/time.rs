//! The same children on several days: the exams of one year are shown by every quarter's tables until the next,
//! and what was published already.

use super::primary::Reason;
use super::protected::{Choice, Draft};
use crate::attack::earlier::{Earlier, hidden_before};
use crate::indicators::ALL;
use crate::publish::PrintedTable;
use crate::seeds::disclosure::Profile;
use std::collections::BTreeMap;

/// The figures of two tables that are of the same numbers, by their places in each: all of one window, and those of the
/// same exams.
pub fn same_numbers(one: &PrintedTable, other: &PrintedTable) -> Vec<(usize, usize)> {
    let window = |table: &PrintedTable| (table.timeframe.window_start, table.timeframe.as_at);
    let same_window = window(one) == window(other);
    let same_exams = one.timeframe.school_cohort_day == other.timeframe.school_cohort_day;
    let of_exams = |number: u16| ALL.iter().any(|asked| asked.number() == number && asked.subject().is_some());
    let is_same = |indicator: u16| same_window || same_exams && of_exams(indicator);
    let places = |table: &PrintedTable| {
        let list = table.figures.iter().enumerate().filter(|(_, figure)| is_same(figure.indicator));
        list.map(|(place, figure)| ((figure.level, figure.code.clone(), figure.indicator), place)).collect::<Vec<_>>()
    };
    let others: BTreeMap<_, usize> = places(other).into_iter().collect();
    places(one).into_iter().filter_map(|(key, place)| Some((place, *others.get(&key)?))).collect()
}

/// Hides what was hidden in what was published already of the same numbers: the data may have been revised, but who
/// takes both together must not be given it.
pub fn hide_as_before(draft: &mut Draft<'_>, earlier: &[Earlier<'_>], profile: &Profile) {
    for earlier in earlier {
        let hidden: Vec<(usize, Choice)> = earlier
            .twins(&draft.table)
            .flat_map(|(place, now, then)| {
                hidden_before(now, then, profile).into_iter().map(move |part| (place, part.into()))
            })
            .collect();
        for (place, choice) in hidden {
            if draft.is_open(place, choice) {
                draft.set(place, choice, Some(Reason::Time));
            }
        }
    }
}

/// Hides on every day what is hidden on one, of the same children; the days on which anything more is hidden.
pub fn hide_alike(drafts: &mut [Draft<'_>]) -> Vec<usize> {
    let mut changed = Vec::new();
    for day in 0..drafts.len() {
        for other in (0..drafts.len()).filter(|&other| other != day) {
            for (place, twin) in same_numbers(&drafts[day].table, &drafts[other].table) {
                for choice in [Choice::Numerator, Choice::Denominator, Choice::Value] {
                    if drafts[other].is_hidden(twin, choice) && drafts[day].is_open(place, choice) {
                        drafts[day].set(place, choice, Some(Reason::Time));
                        changed.push(day);
                    }
                }
            }
        }
    }
    changed.dedup();
    changed
}
