//! restricted/indicators.csv: every exact figure, with all that is known about it in one row.

pub(crate) mod against;
mod among;
pub(crate) mod cells;
mod doubt;
mod over_years;

use super::place;
use crate::benchmark::{Compared, ComparedFigure};
use crate::contract::COVER_TOO_SHORT;
use crate::figures::{Figure, Status};
use crate::output::rows::Rows;
use crate::report::indicators::cells::bounds;
use crate::seeds::configuration::Configuration;
use crate::seeds::indicators::IndicatorSeed;
use crate::timeframe::Timeframe;
use crate::wording::figure::{reason, value};
use std::io::{self, Write};

/// The columns about the figure itself after those of the place, one row per place and indicator, in order of level,
/// code and indicator. The first fourteen of both are those of the contract.
const FIGURE: [&str; 11] = [
    "numerator",
    "denominator",
    "population",
    "value",
    "status",
    "reason",
    "warning",
    "authorities",
    "title",
    "unit",
    "good",
];

/// The columns about its reliance and its interval.
const SURETY: [&str; 7] = ["verdict", "verdict_reason", "lower_95", "upper_95", "interval", "lower_99_8", "upper_99_8"];

/// Writes the table.
///
/// # Errors
/// Where the file cannot be written.
pub fn write(
    compared: &Compared,
    indicators: &[IndicatorSeed],
    configuration: &Configuration,
    file: &mut dyn Write,
) -> io::Result<()> {
    let mut rows = Rows::of(file);
    rows.write_record(columns())?;
    for figure in &compared.list {
        if let Some(indicator) = indicators.iter().find(|seed| seed.number == figure.figure.indicator) {
            rows.write_record(cells(&compared.timeframe, figure, indicator, configuration))?;
        }
    }
    rows.flush()
}

/// The columns, those of the contract first.
pub(super) fn columns() -> impl Iterator<Item = &'static str> {
    let columns = [
        &place::COLUMNS[..],
        &FIGURE,
        &against::TARGETS,
        &SURETY,
        &against::GAPS,
        &among::COLUMNS,
        &over_years::COLUMNS,
        &doubt::COLUMNS,
    ];
    columns.into_iter().flatten().copied()
}

/// The cells of a figure of a day, in the order of the columns.
pub(super) fn cells(
    timeframe: &Timeframe,
    figure: &ComparedFigure,
    indicator: &IndicatorSeed,
    configuration: &Configuration,
) -> impl Iterator<Item = String> {
    place::cells(timeframe, &figure.figure)
        .into_iter()
        .chain(row(&figure.figure, indicator))
        .chain(against::targets(figure))
        .chain(surety(figure))
        .chain(against::gaps(figure))
        .chain(among::cells(figure, indicator.unit, configuration))
        .chain(over_years::cells(figure, indicator))
        .chain(doubt::cells(&figure.figure, indicator.unit))
}

fn row(figure: &Figure, indicator: &IndicatorSeed) -> [String; FIGURE.len()] {
    let [numerator, denominator, population] = counts(figure);
    [
        numerator,
        denominator,
        population,
        value(figure, indicator.unit),
        figure.status.name().to_owned(),
        reason(figure),
        warning(figure).to_owned(),
        figure.behind.map(|behind| format!("{} of {}", behind.available, behind.listed)).unwrap_or_default(),
        indicator.title.clone(),
        indicator.unit.name().to_owned(),
        indicator.good.name().to_owned(),
    ]
}

fn surety(compared: &ComparedFigure) -> [String; SURETY.len()] {
    let ComparedFigure { verdict, uncertainty, .. } = compared;
    let [lower_95, upper_95] = bounds(uncertainty.map(|uncertainty| uncertainty.at_95));
    let [lower_99_8, upper_99_8] = bounds(uncertainty.and_then(|uncertainty| uncertainty.at_99_8));
    [
        verdict.reliance.name().to_owned(),
        verdict.because.iter().map(|reason| reason.words.as_str()).collect::<Vec<_>>().join("; "),
        lower_95,
        upper_95,
        uncertainty.map(|uncertainty| uncertainty.method).unwrap_or_default().to_owned(),
        lower_99_8,
        upper_99_8,
    ]
}

fn counts(figure: &Figure) -> [String; 3] {
    match figure.status {
        Status::NotAvailable(_) => Default::default(),
        Status::Ok | Status::NoDenominator => {
            [figure.numerator, figure.denominator, figure.population].map(|count| count.to_string())
        }
    }
}

/// The warning beside a figure, or nothing.
pub(crate) fn warning(figure: &Figure) -> &'static str {
    if figure.cover_too_short { COVER_TOO_SHORT } else { "" }
}
