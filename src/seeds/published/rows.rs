//! The lines of a table of published figures, read and checked one by one.

use super::figure::{LeftOut, PublishedFigure};
use super::{Cell, Decimal};
use crate::level::Level;
use crate::rounding::rounded;
use crate::seeds::file::{Mistake, SeedError, read_csv};
use crate::seeds::indicators::{IndicatorSeed, named};
use crate::unit::{HIGHEST_SCORE, Unit};
use crate::year::read_year;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The columns that a table must have; `name` and `source` are read where they are there.
const COLUMNS: [&str; 7] =
    ["time_period", "geographic_level", "code", "indicator", "numerator", "denominator", "value"];

#[derive(Deserialize)]
struct Row {
    time_period: String,
    geographic_level: String,
    code: String,
    #[serde(default)]
    name: String,
    indicator: String,
    numerator: String,
    denominator: String,
    value: String,
    #[serde(default)]
    source: String,
}

/// What a table holds.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// Its figures, in order of code, indicator and year, each once.
    pub figures: Vec<PublishedFigure>,
    /// The lines whose place is not known.
    pub left_out: Option<LeftOut>,
}

/// Reads a table; `code_of` finds a place of a level by code or name.
///
/// # Errors
/// Where a line is not valid, or repeats the figure of an earlier line.
pub(super) fn read(
    file: &str,
    text: &[u8],
    indicators: &[IndicatorSeed],
    code_of: impl Fn(Level, &str) -> Option<String>,
) -> Result<Lines, SeedError> {
    let mut held = BTreeMap::new();
    let mut left_out = None;
    for (line, row) in read_csv::<Row>(file, &COLUMNS, text)? {
        let wrong = |mistake: Mistake| mistake.on_line(file, line);
        let level = level(&row.geographic_level).map_err(wrong)?;
        let Some(code) = place(&row, |text| code_of(level, text)).map_err(wrong)? else {
            let first = || LeftOut { lines: 0, line, code: row.code.clone(), name: row.name.clone() };
            left_out.get_or_insert_with(first).lines += 1;
            continue;
        };
        let figure = figure(&row, code, indicators).map_err(wrong)?;
        let key = (figure.code.clone(), figure.indicator, figure.year);
        if let Some((earlier, _)) = held.get(&key) {
            let (code, indicator, year) = key;
            return Err(wrong(Mistake::new(
                format!("code {code} has indicator {indicator} of {year} a second time, after line {earlier}"),
                "remove one",
            )));
        }
        held.insert(key, (line, figure));
    }
    Ok(Lines { figures: held.into_values().map(|(_, figure)| figure).collect(), left_out })
}

fn level(text: &str) -> Result<Level, Mistake> {
    // What is published of some of a place's authorities is not of the place.
    Level::named(text).filter(|level| !level.is_part()).ok_or_else(|| {
        Mistake::new(format!("geographic_level '{text}' is not known"), "write National, Regional or Local authority")
    })
}

/// The place of a line by its code, or by its name where it has no code; none where it is not known.
fn place(row: &Row, code_of: impl Fn(&str) -> Option<String>) -> Result<Option<String>, Mistake> {
    let known = |text: &str| if text.is_empty() { None } else { code_of(text) };
    let (by_code, by_name) = (known(&row.code), known(&row.name));
    if row.code.is_empty() {
        return Ok(by_name);
    }
    match (&by_code, &by_name) {
        (Some(code), Some(other)) if code != other => Err(Mistake::new(
            format!("code '{}' and name '{}' are two places", row.code, row.name),
            "correct one of them",
        )),
        _ => Ok(by_code),
    }
}

fn figure(row: &Row, code: String, indicators: &[IndicatorSeed]) -> Result<PublishedFigure, Mistake> {
    let year = read_year(&row.time_period).ok_or_else(|| {
        Mistake::new(
            format!("time_period '{}' is not a year", row.time_period),
            "write the year it ends in, such as 2011",
        )
    })?;
    let &IndicatorSeed { number: indicator, unit, .. } = named(&row.indicator, indicators)?;
    let highest = match unit {
        Unit::Score => HIGHEST_SCORE.into(),
        Unit::Percent => 100,
    };
    let numerator = Cell::count("numerator", &row.numerator)?;
    let denominator = Cell::count("denominator", &row.denominator)?;
    if let (Cell::Known(above), Cell::Known(below)) = (&numerator, &denominator)
        && unit == Unit::Percent
        && above > below
    {
        return Err(Mistake::new(
            format!("numerator {above} is above the denominator {below}"),
            "correct one of them: a part cannot exceed the whole",
        ));
    }
    let mut figure = PublishedFigure {
        year,
        code,
        indicator,
        numerator,
        denominator,
        value: Cell::value(&row.value)?,
        source: row.source.clone(),
    };
    let from_counts = figure.counts().and_then(|counts| rounded(unit, counts, 1));
    if let (true, Some(value)) = (row.value.is_empty(), from_counts) {
        figure.value = Cell::Known(value);
    }
    match figure.value.known().filter(|value| **value > Decimal::whole(highest)) {
        Some(value) => Err(Mistake::new(
            format!("value {value} is above {highest}, the most that NI {indicator} can be"),
            "correct it",
        )),
        None => Ok(figure),
    }
}
