//! backtest/backtest.csv: every figure beside the published one, and backtest.json, the record of it.

use super::Backtest;
use super::line::{Line, Outcome, Tolerance};
use crate::contract::{BACKTEST, BACKTEST_RECORD};
use crate::output::error::ReportError;
use crate::output::folder::{ReportFolder, ReportName, Written};
use crate::output::rows::Rows;
use crate::report::columns;
use crate::seeds::published::figure::PublishedFigure;
use serde::Serialize;
use std::io::{self, Write};
use std::path::Path;

/// The table of a backtest.
const NAME: ReportName = ReportName { tables: BACKTEST, published: None, record: BACKTEST_RECORD };

/// One row for each figure that belongs to one year, in order of level, code, indicator, year and report. The value has as many
/// decimals as the published one; the difference is the value less the published one, in points.
const COLUMNS: [&str; 18] = [
    "geographic_level",
    "code",
    "name",
    "indicator",
    "year",
    "numerator",
    "denominator",
    "value",
    "published_numerator",
    "published_denominator",
    "published_value",
    "source",
    "difference",
    "result",
    "reason",
    "warning",
    "as_at",
    "report",
];

/// The record of a backtest.
#[derive(Serialize)]
struct Record<'run> {
    program: &'static str,
    version: &'static str,
    reports: Vec<&'run str>,
    published: &'run str,
    tolerance: String,
    outputs: [Written; 2],
}

/// Opens the folder below which the table goes, in place of that of an earlier backtest there.
///
/// # Errors
/// Where it cannot be written to.
pub(crate) fn open(folder: &Path) -> Result<ReportFolder, ReportError> {
    ReportFolder::open(folder, NAME)
}

/// Writes the table. `published` says where the published figures come from.
///
/// # Errors
/// Where a file cannot be written.
pub(crate) fn write(
    backtest: &Backtest,
    published: &str,
    Tolerance(tolerance): Tolerance,
    folder: ReportFolder,
) -> Result<(), ReportError> {
    let outputs = [
        folder.write(&format!("{BACKTEST}/backtest.csv"), |file| lines(backtest, file))?,
        folder.write(&format!("{BACKTEST}/columns.csv"), |file| columns::write(&[BACKTEST], file))?,
    ];
    let record = Record {
        program: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        reports: backtest.reports.iter().map(|(report, _)| report.as_str()).collect(),
        published,
        tolerance: tolerance.to_string(),
        outputs,
    };
    folder.write(BACKTEST_RECORD, |file| {
        let mut text = serde_json::to_vec_pretty(&record)?;
        text.push(b'\n');
        file.write_all(&text)
    })?;
    folder.finish()
}

fn lines(backtest: &Backtest, file: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::of(file);
    rows.write_record(COLUMNS)?;
    for line in &backtest.lines {
        rows.write_record(row(line))?;
    }
    rows.flush()
}

fn row(line: &Line) -> [String; COLUMNS.len()] {
    let [numerator, denominator] = match line.counts {
        Some((numerator, denominator)) => [numerator, denominator].map(|count| count.to_string()),
        None => Default::default(),
    };
    let published = |cell: fn(&PublishedFigure) -> String| line.published.as_ref().map(cell).unwrap_or_default();
    let reason = match &line.outcome {
        Outcome::NotComparable(why) => why.to_string(),
        Outcome::Within(_) | Outcome::Differs(_) => String::new(),
    };
    [
        line.key.level.name().to_owned(),
        line.key.code.clone(),
        line.name.clone(),
        line.key.indicator.to_string(),
        line.year.to_string(),
        numerator,
        denominator,
        line.value.map(|value| value.to_string()).unwrap_or_default(),
        published(|figure| figure.numerator.to_string()),
        published(|figure| figure.denominator.to_string()),
        published(|figure| figure.value.to_string()),
        published(|figure| figure.source.clone()),
        line.outcome.difference().map(|above| above.to_string()).unwrap_or_default(),
        line.outcome.name().to_owned(),
        reason,
        line.warning.clone(),
        line.as_at.to_string(),
        line.report.clone(),
    ]
}
