//! Figures set beside others, as the tables have them: worked out again apart from the program, or by hand.

mod alone;
mod among;

use crate::folder::{data, rows, said, stocktake};
use std::collections::BTreeMap;
use std::path::Path;

type Row = BTreeMap<String, String>;

/// The rows of a table of the report `out`.
fn table(folder: &Path, out: &str, name: &str) -> Vec<Row> {
    rows(&folder.join(out).join(format!("restricted/{name}.csv")))
}

/// The report of the project's own returns on a day.
fn report_of_data(folder: &Path, out: &str, more: &[&str]) -> Vec<Row> {
    said(stocktake(folder).arg("run").arg(data()).args(["--no-charts", "--out", out]).args(more), 0);
    table(folder, out, "indicators")
}

fn number(row: &Row, column: &str) -> f64 {
    row[column].parse().unwrap_or_else(|_| panic!("{column} is '{}' in {row:?}", row[column]))
}

/// The row that holds all the cells.
fn row_with<'rows>(rows: &'rows [Row], cells: &[(&str, &str)]) -> &'rows Row {
    let mut found = rows.iter().filter(|row| cells.iter().all(|(column, cell)| row[*column] == *cell));
    let row = found.next().unwrap_or_else(|| panic!("no row has {cells:?}"));
    assert!(found.next().is_none(), "several rows have {cells:?}");
    row
}
