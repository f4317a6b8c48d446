//! How old children were when they began to be looked after in the window, on the first occasion.

use super::rule::Child;
use std::ops::RangeInclusive;

/// Began under one year of age.
pub(super) fn under_1(child: &Child<'_>) -> bool {
    aged(child, i32::MIN..=0)
}

/// The same, at 1 to 4.
pub(super) fn at_1_to_4(child: &Child<'_>) -> bool {
    aged(child, 1..=4)
}

/// The same, at 5 to 9.
pub(super) fn at_5_to_9(child: &Child<'_>) -> bool {
    aged(child, 5..=9)
}

/// The same, at 10 to 15.
pub(super) fn at_10_to_15(child: &Child<'_>) -> bool {
    aged(child, 10..=15)
}

/// The same, at 16 or over.
pub(super) fn from_16(child: &Child<'_>) -> bool {
    aged(child, 16..=i32::MAX)
}

fn aged(child: &Child<'_>, ages: RangeInclusive<i32>) -> bool {
    let periods = child.history.periods.iter().filter(|period| !period.start_truncated);
    let first = periods.map(|period| period.start).filter(|start| child.timeframe.holds(*start)).min();
    first.and_then(|day| child.history.age_on(day)).is_some_and(|age| ages.contains(&age))
}
