//! restricted/breakdowns.csv: the figures by group of each dimension.

use super::place;
use crate::benchmark::Compared;
use crate::breakdowns::{Breakdowns, Group};
use crate::output::rows::Rows;
use crate::rounding;
use crate::rounding::Tenths;
use crate::seeds::indicators::{IndicatorSeed, find};
use crate::statistics::Interval;
use std::io::{self, Write};

/// The columns after those of the place, one row per place, indicator, dimension and group with a child in the denominator.
/// The difference is from all others of the place, in the indicator's unit; `more_than_chance` is so after Holm's correction
/// over the groups of the dimension, blank where it is not tested.
const COLUMNS: [&str; 11] = [
    "dimension",
    "group",
    "numerator",
    "denominator",
    "value",
    "lower_95",
    "upper_95",
    "difference",
    "difference_lower_95",
    "difference_upper_95",
    "more_than_chance",
];

/// Writes the table.
///
/// # Errors
/// Where the file cannot be written.
pub fn write(
    breakdowns: &Breakdowns,
    compared: &Compared,
    indicators: &[IndicatorSeed],
    file: &mut dyn Write,
) -> io::Result<()> {
    let mut rows = Rows::of(file);
    rows.write_record(place::COLUMNS.iter().chain(&COLUMNS))?;
    for of_figure in breakdowns.groups.chunk_by(|one, other| one.figure == other.figure) {
        let figure = &compared.list[of_figure[0].figure].figure;
        let Some(seed) = find(indicators, figure.indicator) else { continue };
        let place = place::cells(&compared.timeframe, figure);
        for group in of_figure {
            rows.write_record(place.iter().chain(&cells(group, breakdowns, seed)))?;
        }
    }
    rows.flush()
}

fn cells(group: &Group, breakdowns: &Breakdowns, seed: &IndicatorSeed) -> [String; COLUMNS.len()] {
    let Group { counts, compared, .. } = group;
    let dimension = &breakdowns.dimensions[group.dimension];
    let [lower, upper] = bounds(compared.interval);
    let [difference_lower, difference_upper] = bounds(compared.of_difference);
    let value = rounding::value(seed.unit, counts.numerator, counts.denominator);
    [
        dimension.name.clone(),
        dimension.group(group.group).to_owned(),
        counts.numerator.to_string(),
        counts.denominator.to_string(),
        value.map(|value| value.to_string()).unwrap_or_default(),
        lower,
        upper,
        compared.difference.map(|difference| Tenths::of(difference).to_string()).unwrap_or_default(),
        difference_lower,
        difference_upper,
        compared.more_than_chance.map(|told| u8::from(told).to_string()).unwrap_or_default(),
    ]
}

fn bounds(interval: Option<Interval>) -> [String; 2] {
    let ends = interval.map(|Interval { lower, upper }| [lower, upper].map(|end| Tenths::of(end).to_string()));
    ends.unwrap_or_default()
}
