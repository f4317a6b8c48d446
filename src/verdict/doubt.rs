//! What the range that the files leave says of a figure.

use super::reliance::{Reason, Reliance};
use crate::doubt::of_figure::Doubt;
use crate::doubt::range::Fraction;
use crate::figures::{Figure, Status};
use crate::rounding;
use crate::seeds::quality::Quality;
use crate::unit::Unit;

/// What speaks against a figure because of children whose answer is doubtful, if anything.
pub(super) fn reason(figure: &Figure, unit: Unit, quality: &Quality) -> Option<Reason> {
    let (greatest, _) = *figure.doubt.grounds.first()?;
    let limits = quality.range_limits(unit)?;
    let value = |end: Fraction| rounding::value(unit, end.numerator, end.denominator);
    let ends = figure.range().and_then(|range| value(range.low).zip(value(range.high)));
    let width = ends.map(|(low, high)| high.0 - low.0);
    let reliance = match width {
        _ if figure.status != Status::Ok => Reliance::NotUsable,
        Some(width) if width <= limits.usable => return None,
        Some(width) if width <= limits.with_care => Reliance::WithCare,
        _ if figure.doubt.children == 1 => Reliance::WithCare,
        _ => Reliance::NotUsable,
    };
    let mut words = counted(&figure.doubt, figure.population);
    if let Some((low, high)) = ends {
        let sign = if unit == Unit::Percent { "%" } else { "" };
        words.push_str(&format!(", so the figure could be anywhere from {low}{sign} to {high}{sign}"));
    }
    Some(Reason { reliance, words, short: greatest.in_words() })
}

/// `23 of 43: ACCOM code not recognised`: the greatest cause with its count, and how many others there are.
fn counted(doubt: &Doubt, population: u64) -> String {
    let Some((greatest, children)) = doubt.grounds.first() else {
        return String::new();
    };
    let others = match doubt.causes.len() {
        0 | 1 => String::new(),
        2 => " (and 1 cause more)".to_owned(),
        several => format!(" (and {} causes more)", several - 1),
    };
    let of = if *children <= population { format!(" of {population}") } else { String::new() };
    format!("{children}{of}: {}{others}", greatest.in_words())
}
