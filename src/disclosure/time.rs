//! The same children on several days: the exams of one year are shown by every quarter's tables until the next.

use super::primary::Reason;
use super::protected::{Choice, Draft};
use crate::indicators::ALL;
use crate::publish::PrintedTable;
use std::collections::BTreeMap;

/// The figures of two tables that are of the same children, by their places in each.
pub fn same_cohort(one: &PrintedTable, other: &PrintedTable) -> Vec<(usize, usize)> {
    if one.timeframe.school_cohort_day != other.timeframe.school_cohort_day {
        return Vec::new();
    }
    let of_exams = |number: u16| ALL.iter().any(|asked| asked.number() == number && asked.subject().is_some());
    let places = |table: &PrintedTable| {
        let list = table.figures.iter().enumerate().filter(|(_, figure)| of_exams(figure.indicator));
        list.map(|(place, figure)| ((figure.level, figure.code.clone(), figure.indicator), place)).collect::<Vec<_>>()
    };
    let others: BTreeMap<_, usize> = places(other).into_iter().collect();
    places(one).into_iter().filter_map(|(key, place)| Some((place, *others.get(&key)?))).collect()
}

/// Hides on every day what is hidden on one, of the same children; the days on which anything more is hidden.
pub fn hide_alike(drafts: &mut [Draft<'_>]) -> Vec<usize> {
    let mut changed = Vec::new();
    for day in 0..drafts.len() {
        for other in (0..drafts.len()).filter(|&other| other != day) {
            for (place, twin) in same_cohort(&drafts[day].table, &drafts[other].table) {
                for choice in [Choice::Numerator, Choice::Denominator] {
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
