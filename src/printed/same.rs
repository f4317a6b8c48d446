//! Which figures of two printed tables have the same numbers.

use super::{PrintedFigure, PrintedTable};
use crate::seeds::indicators::{IndicatorSeed, of_exams};
use std::collections::BTreeMap;

/// The figures of all children of two tables that have the same numbers, by their positions in each: all of the same window, and those
/// of the same exams.
pub(crate) fn same_numbers(
    one: &PrintedTable,
    other: &PrintedTable,
    indicators: &[IndicatorSeed],
) -> Vec<(usize, usize)> {
    let window = |table: &PrintedTable| (table.timeframe.window_start, table.timeframe.as_at);
    let same_window = window(one) == window(other);
    let same_exams = one.timeframe.school_cohort_day == other.timeframe.school_cohort_day;
    let is_same = |indicator: u16| same_window || same_exams && of_exams(indicators, indicator);
    let places = |table: &PrintedTable| {
        let of_all = |figure: &PrintedFigure| figure.group.is_none() && is_same(figure.indicator);
        let list = table.figures.iter().enumerate().filter(|(_, figure)| of_all(figure));
        list.map(|(place, figure)| ((figure.level, figure.code.clone(), figure.indicator), place)).collect::<Vec<_>>()
    };
    let others: BTreeMap<_, usize> = places(other).into_iter().collect();
    places(one).into_iter().filter_map(|(key, place)| Some((place, *others.get(&key)?))).collect()
}
