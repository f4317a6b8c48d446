//! What the day before the window and the day have to do with each other.

use super::rule::Child;

/// Looked after on the day before the window.
pub(super) fn on_day_before(child: &Child<'_>) -> bool {
    child.history.period_on(child.timeframe.window_start.plus_days(-1)).is_some()
}

/// Periods of care that began in the window.
pub(super) fn periods_begun(child: &Child<'_>) -> u64 {
    child.history.periods.iter().filter(|period| child.timeframe.holds(period.start)).count() as u64
}

/// Periods of care that ended in the window.
pub(super) fn periods_ended(child: &Child<'_>) -> u64 {
    let ends = child.history.periods.iter().filter_map(|period| period.end);
    ends.filter(|end| child.timeframe.holds(*end)).count() as u64
}
