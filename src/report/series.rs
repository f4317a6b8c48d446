//! restricted/series.csv: every figure of every day, each place's days under one another, with the same day a year before
//! and the path to its targets.

use super::indicators::cells::tenths;
use super::indicators::{cells, columns};
use crate::benchmark::{Against, Compared, ComparedFigure};
use crate::flows::words;
use crate::lines::indented;
use crate::output::rows::Rows;
use crate::seeds::configuration::Configuration;
use crate::seeds::indicators::{IndicatorSeed, find};
use crate::timeframe::Timeframe;
use std::io::{self, Write};

/// The columns after those of indicators.csv, in which the change from then stands: the same day a year before and
/// what is known of it, and where the straight paths to the targets are.
const COLUMNS: [&str; 7] = [
    "as_at_year_before",
    "numerator_year_before",
    "denominator_year_before",
    "value_year_before",
    "source_year_before",
    "national_target_path",
    "local_target_path",
];

/// Writes the table.
///
/// # Errors
/// Where the file cannot be written.
pub(crate) fn write(
    days: &[Compared],
    indicators: &[IndicatorSeed],
    configuration: &Configuration,
    file: &mut dyn Write,
) -> io::Result<()> {
    let mut rows = Rows::of(file);
    rows.write_record(columns().chain(COLUMNS))?;
    let figures = days.iter().flat_map(|day| day.list.iter().map(|figure| (&day.timeframe, figure)));
    let mut figures: Vec<(&Timeframe, &ComparedFigure)> = figures.collect();
    figures.sort_by_key(|(timeframe, ComparedFigure { figure, .. })| {
        (figure.level.whole(), &figure.code, figure.indicator, timeframe.as_at)
    });
    for (timeframe, figure) in figures {
        if let Some(seed) = find(indicators, figure.figure.indicator) {
            let beside = year_before(timeframe, figure).into_iter().chain(paths(figure));
            rows.write_record(cells(timeframe, figure, seed, configuration).chain(beside))?;
        }
    }
    rows.flush()
}

/// Writes methods.txt: what the tables say.
///
/// # Errors
/// Where the file cannot be written.
pub(crate) fn write_methods(file: &mut dyn Write) -> io::Result<()> {
    let mut text = "How figures of several days are set beside each other\n".to_owned();
    for (heading, sentences) in words::notes() {
        text.push_str(&format!("\n{heading}\n"));
        sentences.iter().for_each(|sentence| text.push_str(&indented(sentence, 2)));
    }
    file.write_all(text.as_bytes())
}

fn year_before(timeframe: &Timeframe, figure: &ComparedFigure) -> [String; 5] {
    let before = figure.years.get(1).and_then(|year| year.known.used.as_ref());
    let counts = before.and_then(|before| before.counts);
    let count = |count: Option<u64>| count.map(|count| count.to_string()).unwrap_or_default();
    [
        timeframe.back(12).to_string(),
        count(counts.map(|counts| counts.numerator)),
        count(counts.map(|counts| counts.denominator)),
        before.map(|before| before.shown.clone()).unwrap_or_default(),
        before.map(|before| before.source.to_string()).unwrap_or_default(),
    ]
}

fn paths(figure: &ComparedFigure) -> [String; 2] {
    [&figure.national, &figure.local].map(|against| {
        let path = against.as_ref().and_then(|Against { path, .. }| path.as_ref());
        path.map(|path| tenths(path.expected)).unwrap_or_default()
    })
}
