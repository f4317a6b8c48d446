//! series/publish/series.csv: the published figures of several days, each place's days under one another, with the same day
//! a year before and the paths to the targets. Made of the published tables of those days alone.

use crate::benchmark::years::Change;
use crate::benchmark::{Against, ComparedFigure};
use crate::day::Day;
use crate::level::Level;
use crate::output::rows::Rows;
use crate::printed::public::{PublicDay, PublicFigure, compare};
use crate::printed::table::{COLUMNS, row, text};
use crate::printed::{Printed, PrintedTable};
use crate::rounding::Tenths;
use crate::seeds::Seeds;
use crate::seeds::indicators::find;
use crate::timeframe::Timeframe;
use std::io;

/// The file.
pub(crate) const SERIES_TABLE: &str = "series.csv";

/// The columns after those of publish/indicators.csv: the same day a year before, the change from then with its interval
/// and whether it is statistically significant, and where the straight paths to the targets are. No cell is blank, as there.
const BESIDE: [&str; 11] = [
    "as_at_year_before",
    "numerator_year_before",
    "denominator_year_before",
    "value_year_before",
    "source_year_before",
    "change",
    "change_lower_95",
    "change_upper_95",
    "change_told",
    "national_target_path",
    "local_target_path",
];

/// The table of several days; each with the same day one year before, two, ..., without a gap.
///
/// # Errors
/// Where memory cannot be written to.
pub(crate) fn series(days: &[Vec<PublicDay<'_>>], seeds: &Seeds) -> io::Result<Vec<u8>> {
    let mut lines = Vec::new();
    for (day, before) in days.iter().filter_map(|days| days.split_first()) {
        let table_before = before.first().map(|before| before.table);
        for figure in compare(*day, before, seeds).list {
            let key = key(&day.table.timeframe, &figure);
            lines.push((key, line(&day.table.timeframe, &figure, table_before, seeds)));
        }
    }
    lines.sort_by(|(one, _), (other, _)| one.cmp(other));
    let mut bytes = Vec::new();
    let mut rows = Rows::of(&mut bytes);
    rows.write_record(COLUMNS.into_iter().chain(BESIDE))?;
    for (_, line) in &lines {
        rows.write_record(line)?;
    }
    rows.flush()?;
    drop(rows);
    Ok(bytes)
}

fn key(timeframe: &Timeframe, figure: &ComparedFigure<PublicFigure>) -> (Level, String, u16, Day) {
    let printed = &figure.figure.printed;
    (printed.level, printed.code.clone(), printed.indicator, timeframe.as_at)
}

/// The cells of one figure; none of an indicator that is not known.
fn line(
    timeframe: &Timeframe,
    figure: &ComparedFigure<PublicFigure>,
    before: Option<&PrintedTable>,
    seeds: &Seeds,
) -> Vec<String> {
    let printed = &figure.figure.printed;
    let Some(seed) = find(&seeds.indicators, printed.indicator) else { return Vec::new() };
    let own = row(timeframe, printed, seed).into_iter();
    own.chain(year_before(timeframe, figure, before))
        .chain(change(figure.change.as_ref()))
        .chain(paths(figure))
        .collect()
}

/// The figure of the same day a year before: as it is printed where it is, else as others published it.
fn year_before(
    timeframe: &Timeframe,
    figure: &ComparedFigure<PublicFigure>,
    before: Option<&PrintedTable>,
) -> [String; 5] {
    let day = timeframe.back(12).to_string();
    let own = &figure.figure.printed;
    let same = |table: &PrintedTable| {
        let same = table
            .figures
            .iter()
            .find(|figure| (figure.level, &figure.code, figure.indicator) == (own.level, &own.code, own.indicator));
        same.map(|figure| figure.numbers)
    };
    let used = figure.years.get(1).and_then(|year| year.known.used.as_ref());
    let source = used.map_or_else(not_applicable, |used| used.source.to_string());
    let printed = before.and_then(same).filter(|numbers| numbers.value != Printed::NotAvailable);
    let [numerator, denominator, value] = match printed {
        Some(numbers) => [text(numbers.numerator, false), text(numbers.denominator, false), text(numbers.value, true)],
        None => [not_available(), not_available(), used.map_or_else(not_available, |used| used.shown.clone())],
    };
    [day, numerator, denominator, value, source]
}

fn change(change: Option<&Change>) -> [String; 4] {
    let Some(change) = change.filter(|change| change.not_compared.is_none()) else {
        return std::array::from_fn(|_| not_applicable());
    };
    let bound = |bound: Option<f64>| bound.map_or_else(not_applicable, |bound| Tenths::of(bound).to_string());
    [
        Tenths::of(change.points).to_string(),
        bound(change.interval.map(|interval| interval.lower)),
        bound(change.interval.map(|interval| interval.upper)),
        change.significance.name().to_owned(),
    ]
}

fn paths(figure: &ComparedFigure<PublicFigure>) -> [String; 2] {
    [&figure.national, &figure.local].map(|against| {
        let path = against.as_ref().and_then(|Against { path, .. }| path.as_ref());
        path.map_or_else(not_applicable, |path| Tenths::of(path.expected).to_string())
    })
}

fn not_applicable() -> String {
    text(Printed::NotApplicable, false)
}

fn not_available() -> String {
    text(Printed::NotAvailable, false)
}
