//! publish/indicators.csv: every figure as anybody may read it. Written from what is protected, and read back.

use super::error::NotAsWritten;
use super::{Numbers, Printed, PrintedFigure, PrintedTable, SYMBOLS};
use crate::contract::{BETWEEN_WARNINGS, COVER_TOO_SHORT, LEFT_OPEN};
use crate::figures::Behind;
use crate::level::Level;
use crate::output::rows::{Rows, as_before};
use crate::rounding::Tenths;
use crate::seeds::indicators::IndicatorSeed;
use crate::timeframe::{Basis, Timeframe, read_as_at};
use crate::unit::Unit;
use crate::verdict::Reliance;
use std::io::{self, Write};

/// The columns, one row per place and indicator, in order of level, code and indicator. No cell is blank: symbols are
/// those of [`SYMBOLS`]. Why a number is hidden is not said, for that would say whether it is small. `warning` is a list:
/// what is known about the returns, and how far a value that is shown can be relied upon.
pub(crate) const COLUMNS: [&str; 18] = [
    "as_at",
    "basis",
    "geographic_level",
    "code",
    "name",
    "region",
    "indicator",
    "title",
    "unit",
    "good",
    "numerator",
    "denominator",
    "value",
    "lower_95",
    "upper_95",
    "status",
    "authorities",
    "warning",
];

/// How many columns at the end of a row are counts, before those in tenths: numerator and denominator.
const COUNTS: usize = 2;

/// Writes the table.
///
/// # Errors
/// Where the file cannot be written.
pub(crate) fn write(table: &PrintedTable, indicators: &[IndicatorSeed], file: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::of(file);
    rows.write_record(COLUMNS)?;
    for figure in &table.figures {
        if let Some(indicator) = indicators.iter().find(|seed| seed.number == figure.indicator) {
            rows.write_record(row(&table.timeframe, figure, indicator))?;
        }
    }
    rows.flush()
}

/// The cells of a figure, in the order of the columns.
pub(crate) fn row(timeframe: &Timeframe, figure: &PrintedFigure, indicator: &IndicatorSeed) -> [String; COLUMNS.len()] {
    let numbers = figure.numbers.list();
    let [numerator, denominator, value, lower, upper] =
        std::array::from_fn(|place| text(numbers[place], place >= COUNTS));
    let not_applicable = || text(Printed::NotApplicable, false);
    [
        timeframe.as_at.to_string(),
        timeframe.basis.to_string(),
        figure.level.name().to_owned(),
        figure.code.clone(),
        figure.name.clone(),
        figure.region.clone().unwrap_or_else(not_applicable),
        figure.indicator.to_string(),
        indicator.title.clone(),
        indicator.unit.name().to_owned(),
        indicator.good.name().to_owned(),
        numerator,
        denominator,
        value,
        lower,
        upper,
        figure.status().to_owned(),
        figure.behind.map_or_else(not_applicable, |behind| format!("{} of {}", behind.available, behind.listed)),
        warnings(figure),
    ]
}

/// The cell of warnings.
fn warnings(figure: &PrintedFigure) -> String {
    Some(figure.warnings())
        .filter(|warnings| !warnings.is_empty())
        .unwrap_or_else(|| text(Printed::NotApplicable, false))
}

/// The cell of a number, or the bare letter of its symbol.
pub(crate) fn text(printed: Printed, in_tenths: bool) -> String {
    match printed {
        Printed::Number(number) if in_tenths => Tenths(number).to_string(),
        Printed::Number(number) => number.to_string(),
        _ => SYMBOLS.iter().find(|(symbol, ..)| *symbol == printed).map_or("", |(_, letter, _)| letter).to_owned(),
    }
}

/// Reads a table; which of its indicators have the same children is not in it.
///
/// # Errors
/// What is wrong with it, with the line.
pub(crate) fn read(bytes: &[u8]) -> Result<PrintedTable, NotAsWritten> {
    let mut reader = csv::Reader::from_reader(bytes);
    let headers = reader.headers()?.clone();
    let place = |column: &str| {
        headers.iter().position(|header| header == column).ok_or_else(|| format!("line 1 lacks the column {column}"))
    };
    let mut places = [0; COLUMNS.len()];
    for (at, column) in places.iter_mut().zip(COLUMNS) {
        *at = place(column)?;
    }
    let mut table: Option<PrintedTable> = None;
    for record in reader.records() {
        let record = record?;
        let line = record.position().map_or(0, csv::Position::line);
        let cells = places.map(|place| record.get(place).unwrap_or_default());
        let (timeframe, figure) = figure(cells).map_err(|problem| format!("line {line}: {problem}"))?;
        let table =
            table.get_or_insert_with(|| PrintedTable { timeframe, same_children: Vec::new(), figures: Vec::new() });
        if table.timeframe != timeframe {
            return Err(format!("line {line} is of another day than the first").into());
        }
        let key = |figure: &PrintedFigure| (figure.level, figure.code.clone(), figure.indicator);
        if table.figures.last().is_some_and(|last| key(last) >= key(&figure)) {
            return Err(format!("line {line} is not in order of level, code and indicator, or stands twice").into());
        }
        table.figures.push(figure);
    }
    table.ok_or_else(|| NotAsWritten::Content("there is no figure in it".to_owned()))
}

/// A figure of a row, with its day.
///
/// # Errors
/// What is wrong with it.
pub(super) fn figure(cells: [&str; COLUMNS.len()]) -> Result<(Timeframe, PrintedFigure), String> {
    let [
        as_at,
        basis,
        level,
        code,
        name,
        region,
        indicator,
        _,
        unit,
        _,
        numerator,
        denominator,
        value,
        lower,
        upper,
        _,
        of,
        warning,
    ] = cells;
    let wrong = |column: &str, found: &str| format!("{column} '{found}' is not what this program writes there");
    let day = read_as_at(as_at).map_err(|_| wrong("as_at", as_at))?;
    let basis = [Basis::Rolling, Basis::YearToDate].into_iter().find(|known| known.to_string() == basis);
    let timeframe = Timeframe::new(day, basis.ok_or_else(|| wrong("basis", cells[1]))?);
    let not_applicable = text(Printed::NotApplicable, false);
    let behind = of
        .split_once(" of ")
        .map(|(available, listed)| Ok(Behind { available: available.parse()?, listed: listed.parse()? }));
    let behind = behind.transpose().map_err(|_: std::num::ParseIntError| wrong("authorities", of))?;
    let listed: Vec<&str> = warning.split(BETWEEN_WARNINGS).collect();
    let figure = PrintedFigure {
        level: Level::named(level).filter(|level| !level.is_part()).ok_or_else(|| wrong("geographic_level", level))?,
        code: code.to_owned(),
        name: as_before(name).to_owned(),
        region: (region != not_applicable).then(|| region.to_owned()),
        indicator: indicator.parse().map_err(|_| wrong("indicator", indicator))?,
        group: None,
        unit: [Unit::Percent, Unit::Score]
            .into_iter()
            .find(|known| known.name() == unit)
            .ok_or_else(|| wrong("unit", unit))?,
        numbers: Numbers {
            numerator: printed(numerator, false).ok_or_else(|| wrong("numerator", numerator))?,
            denominator: printed(denominator, false).ok_or_else(|| wrong("denominator", denominator))?,
            value: printed(value, true).ok_or_else(|| wrong("value", value))?,
            lower: printed(lower, true).ok_or_else(|| wrong("lower_95", lower))?,
            upper: printed(upper, true).ok_or_else(|| wrong("upper_95", upper))?,
        },
        behind,
        cover_too_short: listed.contains(&COVER_TOO_SHORT),
        left_open: listed.contains(&LEFT_OPEN),
        reliance: reliance(&listed),
    };
    let is_of_nothing = !figure.is_shown() && (figure.left_open || figure.reliance != Reliance::Usable);
    if is_of_nothing || warnings(&figure) != warning {
        return Err(wrong("warning", warning));
    }
    Ok((timeframe.map_err(|_| wrong("as_at", as_at))?, figure))
}

/// The reliance that warnings stand for.
fn reliance(warnings: &[&str]) -> Reliance {
    let of = |reliance: &Reliance| reliance.warning().is_some_and(|warning| warnings.contains(&warning));
    [Reliance::NotUsable, Reliance::WithCare].into_iter().find(of).unwrap_or_default()
}

/// The number in a cell.
pub(super) fn printed(cell: &str, in_tenths: bool) -> Option<Printed> {
    if let Some((symbol, ..)) = SYMBOLS.iter().find(|(_, letter, _)| *letter == cell) {
        return Some(*symbol);
    }
    let digits = if in_tenths {
        let (whole, tenth) = cell.split_once('.').filter(|(_, tenth)| tenth.len() == 1)?;
        format!("{whole}{tenth}")
    } else {
        cell.to_owned()
    };
    let number = digits.parse().ok().filter(|number: &i64| number.unsigned_abs() < 1_000_000_000)?;
    // As it would be written, so that nothing else is in the cell.
    (text(Printed::Number(number), in_tenths) == cell).then_some(Printed::Number(number))
}

#[cfg(test)]
mod tests;
