//! Who is looked after on the day and in the window, and who came.

use super::rule::Child;

/// Looked after on the day.
pub(super) fn on_day(child: &Child<'_>) -> bool {
    child.history.period_on(child.timeframe.as_at).is_some()
}

/// Looked after on a night of the window.
pub(super) fn in_window(child: &Child<'_>) -> bool {
    let (first, last) = (child.timeframe.window_start, child.timeframe.as_at);
    child.history.periods.iter().any(|period| period.start <= last && period.end.is_none_or(|end| end > first))
}

/// Began to be looked after in the window; where the first episode of a period of care does not say so, care began earlier.
pub(super) fn began(child: &Child<'_>) -> bool {
    child.history.periods.iter().any(|period| child.timeframe.holds(period.start) && !period.start_truncated)
}
