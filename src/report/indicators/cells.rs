//! Cells shared by several groups of columns.

use crate::rounding::Tenths;
use crate::statistics::Interval;

/// Blank cells.
pub(crate) fn blank<const CELLS: usize>() -> [String; CELLS] {
    std::array::from_fn(|_| String::new())
}

/// The bounds of an interval with one decimal; blank where there is none.
pub(crate) fn bounds(interval: Option<Interval>) -> [String; 2] {
    interval.map(|Interval { lower, upper }| [tenths(lower), tenths(upper)]).unwrap_or_default()
}

/// A number with one decimal.
pub(crate) fn tenths(number: f64) -> String {
    Tenths::of(number).to_string()
}
