//! What came of a case beside what should have.

use super::cases::{About, Case, Expectation};
use super::report::{Report, ReportRow, Returns};
use super::table::Row;
use std::collections::BTreeSet;

/// Stands for whatever is not blank.
const ANYTHING: &str = "*";

/// Everything that came of a case otherwise than expected.
pub fn differences(file: &str, case: &Case) -> Vec<String> {
    assert!(
        case.runs.iter().any(|run| !run.expectations.is_empty()),
        "{file}: nothing is expected of '{}'",
        case.sentence
    );
    let returns = Returns::write(file, case);
    let mut differences = Vec::new();
    for run in &case.runs {
        let report = returns.run(run);
        for expectation in &run.expectations {
            for row in &expectation.table.rows {
                if !is_absent(row) {
                    row.must_fit(file, &expectation.table.columns);
                }
            }
            let found = match &expectation.about {
                About::Stopped(words) => of_stop(words, &report),
                _ if !report.done() => vec![Difference::whole(format!("the run failed: {}", report.said()))],
                About::Children(indicators) => {
                    indicators.iter().flat_map(|number| of_children(number, expectation, &report.children)).collect()
                }
                About::WatchList(indicators) => {
                    indicators.iter().flat_map(|number| of_children(number, expectation, &report.watch_list)).collect()
                }
                About::Cleaning => of_cleaning(expectation, &report),
                About::Figures => of_figures(expectation, &report.figures),
                About::Ahead => of_figures(expectation, &report.ahead),
            };
            let shown = found.iter().map(|difference| difference.shown(expectation.line));
            if !found.is_empty() {
                let heading = format!("{file}: {}\n{}", case.sentence, run.title);
                differences.push(format!("{heading}\n{}", shown.collect::<Vec<_>>().join("\n")));
            }
        }
    }
    differences
}

/// One thing that came out otherwise.
struct Difference {
    line: Option<usize>,
    what: String,
    by_hand: String,
}

impl Difference {
    fn whole(what: String) -> Difference {
        Difference { line: None, what, by_hand: String::new() }
    }

    fn of(row: &Row, what: String) -> Difference {
        Difference { line: Some(row.line), what, by_hand: row.by_hand.clone() }
    }

    fn shown(&self, line_of_expectation: usize) -> String {
        let by_hand = if self.by_hand.is_empty() { String::new() } else { format!("\n    by hand: {}", self.by_hand) };
        format!("  line {}: {}{by_hand}", self.line.unwrap_or(line_of_expectation), self.what)
    }
}

fn of_stop(words: &str, report: &Report) -> Vec<Difference> {
    if report.stopped() && report.said().contains(words) {
        return Vec::new();
    }
    vec![Difference::whole(format!("expected the run to stop and to say '{words}'; it said '{}'", report.said()))]
}

/// Whether a row says that something is not there: `ON_DAY not considered`, `302 62 not there`.
fn is_absent(row: &Row) -> bool {
    row.cells.len() > 2 && matches!(row.cells[row.cells.len() - 1].as_str(), "considered" | "there")
        || row.cells.last().is_some_and(|cell| cell == "not considered" || cell == "not there")
}

/// The name that the report gives a column of a case.
fn name_in_report(column: &str) -> String {
    match column.to_lowercase().as_str() {
        "la" => "la_code".to_owned(),
        "denominator" => "in_denominator".to_owned(),
        "numerator" => "in_numerator".to_owned(),
        other => other.to_owned(),
    }
}

/// The cells of a row of the report under some columns, as a case writes them.
fn shown(row: &ReportRow, columns: &[String]) -> String {
    let cell = |column: &String| row.get(column).map_or("(no such column)", String::as_str);
    let cells = columns.iter().map(cell).map(|cell| if cell.is_empty() { "-" } else { cell });
    cells.collect::<Vec<_>>().join(" ")
}

fn as_written(row: &Row) -> String {
    row.cells.iter().map(|cell| if cell.is_empty() { "-" } else { cell }).collect::<Vec<_>>().join(" ")
}

fn agrees(row: &ReportRow, columns: &[String], expected: &Row) -> bool {
    columns.iter().zip(&expected.cells).all(|(column, cell)| match row.get(column) {
        Some(found) if cell == ANYTHING => !found.is_empty(),
        found => found == Some(cell),
    })
}

/// What is otherwise in the rows found for a row expected.
fn otherwise(found: &[&ReportRow], columns: &[String], expected: &Row) -> Option<String> {
    let wanted = as_written(expected);
    match found {
        [] if is_absent(expected) => None,
        [] => Some(format!("expected {wanted}; there is no such row")),
        [row] if !is_absent(expected) && agrees(row, columns, expected) => None,
        [row] => Some(format!("expected {wanted}; found {}", shown(row, columns))),
        _ => Some(format!("expected {wanted}; found {} such rows", found.len())),
    }
}

/// The children listed for an indicator must be those expected, neither more nor fewer.
fn of_children(indicator: &str, expectation: &Expectation, rows: &[ReportRow]) -> Vec<Difference> {
    let columns: Vec<String> = expectation.table.columns.iter().map(|column| name_in_report(column)).collect();
    let keys: Vec<String> =
        columns.iter().filter(|name| matches!(name.as_str(), "la_code" | "child")).cloned().collect();
    let of_indicator = || rows.iter().filter(|row| row["indicator"] == indicator);
    let mut differences = Vec::new();
    let mut expected_children = BTreeSet::new();
    for expected in &expectation.table.rows {
        let child = expected.cells[..keys.len()].join(" ");
        let found: Vec<&ReportRow> = of_indicator().filter(|row| shown(row, &keys) == child).collect();
        let what = otherwise(&found, &columns, expected);
        differences.extend(what.map(|what| Difference::of(expected, format!("NI {indicator}: {what}"))));
        expected_children.insert(child);
    }
    let others = of_indicator().filter(|row| !expected_children.contains(&shown(row, &keys)));
    differences.extend(others.map(|row| {
        Difference::whole(format!("NI {indicator}: a child that is not expected is there: {}", shown(row, &columns)))
    }));
    differences
}

/// The rows found by cleaning must be those expected, neither more nor fewer.
fn of_cleaning(expectation: &Expectation, report: &Report) -> Vec<Difference> {
    let columns: Vec<String> = expectation.table.columns.iter().map(|column| name_in_report(column)).collect();
    let mut left: Vec<&ReportRow> = report.cleaning.iter().collect();
    let mut differences = Vec::new();
    for expected in &expectation.table.rows {
        match left.iter().position(|row| agrees(row, &columns, expected)) {
            Some(place) => drop(left.remove(place)),
            None => differences.push(Difference::of(expected, format!("cleaning: expected {}", as_written(expected)))),
        }
    }
    let all = ["file", "line", "child", "step", "rule", "field", "found"].map(str::to_owned);
    let not_expected = |row: &&ReportRow| Difference::whole(format!("cleaning: not expected: {}", shown(row, &all)));
    differences.extend(left.iter().map(not_expected));
    differences
}

/// The figures expected must be there; others may be too.
fn of_figures(expectation: &Expectation, rows: &[ReportRow]) -> Vec<Difference> {
    let columns: Vec<String> = expectation.table.columns.iter().map(|column| column.to_lowercase()).collect();
    assert!(matches!(&columns[..], [code, indicator, ..] if code == "code" && indicator == "indicator"));
    let mut differences = Vec::new();
    for expected in &expectation.table.rows {
        let of_place = |row: &&ReportRow| row["code"] == expected.cells[0] && row["indicator"] == expected.cells[1];
        let found: Vec<&ReportRow> = rows.iter().filter(of_place).collect();
        let what = otherwise(&found, &columns, expected);
        differences.extend(what.map(|what| Difference::of(expected, format!("figure: {what}"))));
    }
    differences
}
