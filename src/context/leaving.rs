//! Who ceased to be looked after in the window, and how old they were on the last occasion.

use super::rule::Child;
use crate::day::Day;

/// The birthday on which care ends by law.
const OF_AGE: i32 = 18;

/// Ceased to be looked after in the window.
pub(super) fn ceased(child: &Child<'_>) -> bool {
    last_day(child).is_some()
}

/// The same, under 16.
pub(super) fn under_16(child: &Child<'_>) -> bool {
    aged(child, |age| age < 16)
}

/// The same, at 16.
pub(super) fn at_16(child: &Child<'_>) -> bool {
    aged(child, |age| age == 16)
}

/// The same, at 17.
pub(super) fn at_17(child: &Child<'_>) -> bool {
    aged(child, |age| age == 17)
}

/// The same, at 18 or over.
pub(super) fn from_18(child: &Child<'_>) -> bool {
    day_and_birthday(child).is_some_and(|(day, birthday)| day >= birthday)
}

/// The same, on the eighteenth birthday.
pub(super) fn on_18th_birthday(child: &Child<'_>) -> bool {
    day_and_birthday(child).is_some_and(|(day, birthday)| day == birthday)
}

/// The same, after the eighteenth birthday.
pub(super) fn later(child: &Child<'_>) -> bool {
    day_and_birthday(child).is_some_and(|(day, birthday)| day > birthday)
}

/// The last day of the window on which care ceased.
fn last_day(child: &Child<'_>) -> Option<Day> {
    let ends = child.history.periods.iter().filter_map(|period| period.end);
    ends.filter(|end| child.timeframe.holds(*end)).max()
}

fn aged(child: &Child<'_>, is_meant: fn(i32) -> bool) -> bool {
    last_day(child).and_then(|day| child.history.age_on(day)).is_some_and(is_meant)
}

fn day_and_birthday(child: &Child<'_>) -> Option<(Day, Day)> {
    Some((last_day(child)?, child.history.birth?.birthday(OF_AGE)))
}
