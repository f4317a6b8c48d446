//! The columns about how far the files could move a figure.

use crate::doubt::range::Fraction;
use crate::figures::{Figure, Status};
use crate::rounding;
use crate::unit::Unit;

/// How many children's answers are doubtful, the smallest and the largest value that leaves, and the causes, each with
/// its count of children and those of most first. The ends are the value itself where nothing is doubtful, and blank
/// where there is no value to have.
pub(super) const COLUMNS: [&str; 4] = ["doubtful", "data_low", "data_high", "doubt_causes"];

pub(super) fn cells(figure: &Figure, unit: Unit) -> [String; COLUMNS.len()] {
    if matches!(figure.status, Status::NotAvailable(_)) {
        return Default::default();
    }
    let value = |end: Fraction| rounding::value(unit, end.numerator, end.denominator);
    let text = |end: Option<Fraction>| end.and_then(value).map(|value| value.to_string()).unwrap_or_default();
    let range = figure.range();
    [
        figure.doubt.children.to_string(),
        text(range.map(|range| range.low)),
        text(range.map(|range| range.high)),
        figure.doubt.causes_in_text(),
    ]
}
