//! compare/*.csv: a comparison as tables, and compare.json, the record of them.

use super::Comparison;
use super::causes::{Cause, of_indicator};
use super::children::{ChildChange, Movement, Standing};
use super::figures::{COLUMNS, FigureChange, cells};
use super::inputs::InputChange;
use super::rows::Row;
use super::setting::{Difference, Moves};
use super::side::{Both, Side};
use crate::contract::{COMPARISON, COMPARISON_RECORD};
use crate::output::error::ReportError;
use crate::output::folder::{ReportFolder, ReportName, Written};
use crate::output::rows::Rows;
use crate::report::columns;
use crate::returns::files::shown;
use serde::Serialize;
use std::io::{self, Write};
use std::path::Path;

/// The tables of a comparison.
const NAME: ReportName = ReportName { tables: COMPARISON, published: None, record: COMPARISON_RECORD };

/// setting.csv: one row for each setting and each input that differs.
const SETTING: [&str; 9] =
    ["setting", "name", "before", "after", "bears_on", "rows_before", "rows_after", "sha256_before", "sha256_after"];

/// children.csv: one row for each authority, indicator and child whose standing differs, in that order.
/// The last two count the child's rows that only one run read.
const CHILDREN: [&str; 16] = [
    "la_code",
    "indicator",
    "child",
    "movement",
    "in_denominator_before",
    "in_numerator_before",
    "score_before",
    "reason_before",
    "flags_before",
    "in_denominator_after",
    "in_numerator_after",
    "score_after",
    "reason_after",
    "flags_after",
    "rows_only_before",
    "rows_only_after",
];

/// rows.csv: one row for each row of those children that only one run read, `before` or `after`.
const ROWS: [&str; 8] = ["la_code", "child", "table", "year", "only", "file", "line", "cells"];

/// Opens the folder below which the tables go, in place of those of an earlier comparison there.
///
/// # Errors
/// Where it cannot be written to.
pub(crate) fn open(folder: &Path) -> Result<ReportFolder, ReportError> {
    ReportFolder::open(folder, NAME)
}

/// The tables of a comparison of two reports.
const OF_REPORTS: [&str; 5] =
    ["compare/children.csv", "compare/columns.csv", "compare/figures.csv", "compare/rows.csv", "compare/setting.csv"];

/// Writes the tables.
///
/// # Errors
/// Where a file cannot be written.
pub(crate) fn write(comparison: &Comparison, sides: &Both<Side>, folder: ReportFolder) -> Result<(), ReportError> {
    let table = |name: &str, fill: &dyn Fn(&mut Rows<'_>) -> csv::Result<()>| {
        folder.write(&format!("{COMPARISON}/{name}.csv"), |file: &mut dyn Write| {
            let mut rows = Rows::of(file);
            fill(&mut rows)?;
            rows.flush()
        })
    };
    let outputs = [
        table("children", &|rows| children(comparison, rows))?,
        folder.write(&format!("{COMPARISON}/columns.csv"), |file| columns::write(&OF_REPORTS, file))?,
        table("figures", &|rows| figures(comparison, rows))?,
        table("rows", &|rows| rows_of_children(comparison, rows))?,
        table("setting", &|rows| setting(comparison, rows))?,
    ];
    folder.write(COMPARISON_RECORD, |file| record(sides, &outputs, file))?;
    folder.finish()
}

/// The record of a comparison.
#[derive(Serialize)]
struct Record<'run> {
    program: &'static str,
    version: &'static str,
    before: String,
    after: String,
    outputs: &'run [Written],
}

fn record(sides: &Both<Side>, outputs: &[Written], file: &mut dyn Write) -> io::Result<()> {
    let record = Record {
        program: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        before: shown(&sides.before.report.folder),
        after: shown(&sides.after.report.folder),
        outputs,
    };
    let mut text = serde_json::to_vec_pretty(&record)?;
    text.push(b'\n');
    file.write_all(&text)
}

fn setting(comparison: &Comparison, rows: &mut Rows<'_>) -> csv::Result<()> {
    rows.write_record(SETTING)?;
    for Difference { kind, name, values, moves } in &comparison.setting.differences {
        let bears_on = match moves {
            Moves::All => "all".to_owned(),
            Moves::Indicators(numbers) => numbers.iter().map(u16::to_string).collect::<Vec<_>>().join(";"),
            Moves::Nothing => "none".to_owned(),
        };
        let start = [kind.name(), name, &values.before, &values.after, &bears_on];
        rows.write_record(start.into_iter().chain([""; 4]))?;
    }
    for input in &comparison.setting.inputs {
        rows.write_record(of_input(input))?;
    }
    Ok(())
}

fn of_input(input: &InputChange) -> [String; SETTING.len()] {
    let Both { before, after } = &input.files;
    let [before, after] = [before, after].map(|file| {
        let cells = file.as_ref().map(|file| [file.path.clone(), file.rows.to_string(), file.sha256.clone()]);
        cells.unwrap_or_default()
    });
    let ([path_before, rows_before, sha256_before], [path_after, rows_after, sha256_after]) = (before, after);
    let bears_on = if input.moves_figures() { "all" } else { "none" };
    [
        input.kind.name().to_owned(),
        input.path().to_owned(),
        path_before,
        path_after,
        bears_on.to_owned(),
        rows_before,
        rows_after,
        sha256_before,
        sha256_after,
    ]
}

/// figures.csv: one row for each figure that differs, in order of level, code and indicator: the columns
/// of restricted/indicators.csv twice, how many children behind an authority's figure made each movement, and
/// the causes that can have changed it.
fn figures(comparison: &Comparison, rows: &mut Rows<'_>) -> csv::Result<()> {
    let start = ["geographic_level", "code", "name", "indicator"].map(str::to_owned);
    let twice = ["before", "after"].into_iter().flat_map(|when| COLUMNS.map(|column| format!("{column}_{when}")));
    let movements = Movement::ALL.map(|movement| movement.name().to_owned());
    let causes = ["causes", "causes_known"].map(str::to_owned);
    rows.write_record(start.into_iter().chain(twice).chain(movements).chain(causes))?;
    for change in &comparison.figures.changed {
        rows.write_record(of_figure(change, comparison))?;
    }
    Ok(())
}

fn of_figure(change: &FigureChange, comparison: &Comparison) -> Vec<String> {
    let FigureChange { key, name, figures, .. } = change;
    let mut row = vec![key.level.name().to_owned(), key.code.clone(), name.clone(), key.indicator.to_string()];
    for figure in [&figures.before, &figures.after] {
        row.extend(figure.as_ref().map(cells).unwrap_or_default());
    }
    let of_authority = key.authority().is_some();
    let movements =
        comparison.movements(change).map(|number| if of_authority { number.to_string() } else { String::new() });
    row.extend(movements);
    let causes = of_indicator(&comparison.setting, key.indicator);
    row.push(causes.iter().map(Cause::name).collect::<Vec<_>>().join(";"));
    row.push(match causes.len() {
        0 => "none: a fault".to_owned(),
        1 => "the only one".to_owned(),
        _ => "one or more of these".to_owned(),
    });
    row
}

fn children(comparison: &Comparison, rows: &mut Rows<'_>) -> csv::Result<()> {
    rows.write_record(CHILDREN)?;
    let counts = comparison.rows.by_child();
    for change in &comparison.children {
        let ChildChange { la_code, indicator, child, standing } = change;
        let Both { before, after } = counts.get(&(la_code.as_str(), child.as_str())).cloned().unwrap_or_default();
        let mut cells =
            vec![la_code.clone(), indicator.to_string(), child.clone(), change.movement().name().to_owned()];
        cells.extend(of_standing(standing.before.as_ref()));
        cells.extend(of_standing(standing.after.as_ref()));
        cells.extend([before.to_string(), after.to_string()]);
        rows.write_record(&cells)?;
    }
    Ok(())
}

/// Blank where the indicator did not consider the child.
fn of_standing(standing: Option<&Standing>) -> [String; 5] {
    let Some(standing) = standing else {
        return Default::default();
    };
    [
        u8::from(standing.in_denominator).to_string(),
        u8::from(standing.in_numerator).to_string(),
        standing.score.map(|score| score.to_string()).unwrap_or_default(),
        standing.reason.clone(),
        standing.flags.clone(),
    ]
}

fn rows_of_children(comparison: &Comparison, rows: &mut Rows<'_>) -> csv::Result<()> {
    rows.write_record(ROWS)?;
    let Both { before, after } = &comparison.rows.rows;
    let mut all: Vec<(&Row, &str)> = before.iter().map(|row| (row, "before")).collect();
    all.extend(after.iter().map(|row| (row, "after")));
    // In reading order: a child's rows of one table and year together, before then after.
    all.sort_by_key(|(row, only)| {
        (&row.la_code, &row.child, row.table, row.year, std::cmp::Reverse(*only), &row.file, row.line)
    });
    for (row, only) in all {
        let cells: Vec<String> = row.cells.iter().map(|(column, cell)| format!("{column}={cell}")).collect();
        rows.write_record([
            row.la_code.as_str(),
            &row.child,
            row.table.name(),
            &row.year.to_string(),
            only,
            &row.file,
            &row.line.to_string(),
            &cells.join("; "),
        ])?;
    }
    Ok(())
}
