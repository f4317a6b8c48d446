//! restricted/indicators.csv: every figure, exact, beside its targets.

use super::Rows;
use crate::benchmark::{Against, Compared, ComparedFigure};
use crate::figures::rounding::Tenths;
use crate::figures::{Figure, Status, rounding};
use crate::seeds::indicators::{IndicatorSeed, Unit};
use crate::statistics::mean::student_t;
use crate::statistics::proportion::wilson;
use crate::statistics::{Confidence, Interval};
use std::io::{self, Write};

/// The columns, one row per place and indicator, in order of level, code and indicator. The first
/// fourteen are those of the contract.
const COLUMNS: [&str; 28] = [
    "as_at",
    "basis",
    "geographic_level",
    "code",
    "name",
    "indicator",
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
    "national_target",
    "national_target_year",
    "national_target_met",
    "local_target",
    "local_target_year",
    "local_target_met",
    "verdict",
    "verdict_reason",
    "lower_95",
    "upper_95",
    "interval",
];

/// The warning of a figure that looks further back than its returns cover.
pub const COVER_TOO_SHORT: &str = "cover_too_short";

/// Writes the table.
///
/// # Errors
/// Where the file cannot be written.
pub fn write(compared: &Compared, indicators: &[IndicatorSeed], file: &mut dyn Write) -> io::Result<()> {
    let mut rows: Rows<'_> = csv::Writer::from_writer(file);
    rows.write_record(COLUMNS)?;
    for figure in &compared.list {
        if let Some(indicator) = indicators.iter().find(|seed| seed.number == figure.figure.indicator) {
            rows.write_record(row(compared, figure, indicator))?;
        }
    }
    rows.flush()
}

fn row(compared: &Compared, figure: &ComparedFigure, indicator: &IndicatorSeed) -> [String; COLUMNS.len()] {
    let ComparedFigure { figure, national, local, verdict } = figure;
    let [numerator, denominator, population] = counts(figure);
    let [national_target, national_year, national_met] = target(national.as_ref());
    let [local_target, local_year, local_met] = target(local.as_ref());
    let (interval, [lower_95, upper_95]) = interval(figure, indicator.unit).unwrap_or_default();
    [
        compared.timeframe.as_at.to_string(),
        compared.timeframe.basis.to_string(),
        figure.level.name().to_owned(),
        figure.code.clone(),
        figure.name.clone(),
        figure.indicator.to_string(),
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
        national_target,
        national_year,
        national_met,
        local_target,
        local_year,
        local_met,
        verdict.reliance.name().to_owned(),
        verdict.because.iter().map(|reason| reason.words.as_str()).collect::<Vec<_>>().join("; "),
        lower_95,
        upper_95,
        interval.to_owned(),
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

/// The figure's value with one decimal; blank where there is none.
pub fn value(figure: &Figure, unit: Unit) -> String {
    if figure.status != Status::Ok {
        return String::new();
    }
    rounding::value(unit, figure.numerator, figure.denominator).map(|value| value.to_string()).unwrap_or_default()
}

/// The method of a figure's 95% interval and its bounds with one decimal, in the figure's unit; none where there is
/// no figure, or a mean of one score.
fn interval(figure: &Figure, unit: Unit) -> Option<(&'static str, [String; 2])> {
    if figure.status != Status::Ok {
        return None;
    }
    let (numerator, denominator) = (figure.numerator as f64, figure.denominator as f64);
    let (method, times, interval) = match unit {
        Unit::Percent => ("wilson", 100.0, wilson(numerator, denominator, Confidence::Percent95)),
        Unit::Score => {
            ("student_t", 1.0, student_t(figure.denominator, numerator, figure.squares as f64, Confidence::Percent95))
        }
    };
    let Interval { lower, upper } = interval?;
    Some((method, [lower, upper].map(|bound| Tenths::of(times * bound).to_string())))
}

/// Why there is no figure, where one authority is meant.
pub fn reason(figure: &Figure) -> String {
    match &figure.status {
        Status::NotAvailable(Some(why)) => why.to_string(),
        Status::NotAvailable(None) => "no authority has it".to_owned(),
        Status::Ok | Status::NoDenominator => String::new(),
    }
}

fn warning(figure: &Figure) -> &'static str {
    if figure.cover_too_short { COVER_TOO_SHORT } else { "" }
}

fn target(against: Option<&Against>) -> [String; 3] {
    let Some(against) = against else {
        return Default::default();
    };
    let met = against.met.map(|met| if met { "met" } else { "not met" }).unwrap_or_default();
    [against.target.value.to_string(), against.target.year.to_string(), met.to_owned()]
}
