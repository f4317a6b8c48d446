//! Who went missing in the window, where the returns have the table.

use super::population;
use super::rule::Child;
use crate::code::Code;
use crate::returns::table::Table;

/// The code of those who were missing, and not away without leave.
const MISSING: Code = Code::of("M");

/// Looked after in the window, in an authority whose returns of all its years have the table.
pub(super) fn in_table(child: &Child<'_>) -> bool {
    population::in_window(child) && child.returns_have(Table::Missing)
}

/// Went missing in the window.
pub(super) fn went(child: &Child<'_>) -> bool {
    incidents(child) > 0
}

/// How often.
pub(super) fn incidents(child: &Child<'_>) -> u64 {
    if child.missing.is_empty() || !in_table(child) {
        return 0;
    }
    let began = child.missing.iter().filter(|time| time.how == MISSING).map(|time| time.began);
    let counted = began.filter(|day| child.timeframe.holds(*day) && child.history.period_on(*day).is_some());
    counted.count() as u64
}
