//! Figures set beside others, as the tables have them: worked out again apart from the program, or by hand.

mod alone;
mod among;
mod left_open;
mod not_usable;
mod several;

use crate::folder::{data, rows, said, stocktake};
use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
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

/// The return of an authority (`302-barnet`) for a year: so many children looked after at its end, the first few of
/// them in three placements since June, which NI 62 counts. Those of the return of the year before, where it is there
/// already, are gone on the day after it.
fn returned(folder: &Path, authority: &str, year: i32, children: usize, moved: usize) {
    let mut episodes = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n".to_owned();
    let before = year - 1;
    for child in 0..children {
        if child < moved {
            episodes.push_str(&format!("C{year}-{child},01/05/{before},S,C2,Q2,01/06/{before},X1\n"));
            episodes.push_str(&format!("C{year}-{child},01/06/{before},P,C2,H5,01/07/{before},X1\n"));
            episodes.push_str(&format!("C{year}-{child},01/07/{before},P,C2,K2,,\n"));
        } else {
            episodes.push_str(&format!("C{year}-{child},01/05/{before},S,C2,Q2,,\n"));
        }
    }
    // One who is gone again by the day, so that the return does not look old.
    episodes.push_str(&format!("GONE,01/03/{year},S,C2,Q2,20/03/{year},E8\n"));
    let of_year = |year: i32| folder.join(format!("returns/{authority}/{year}"));
    let last_year = fs::read_to_string(of_year(before).join("episodes.csv")).unwrap_or_default();
    for open in last_year.lines().filter_map(|row| row.strip_suffix(",,")) {
        episodes.push_str(&format!("{open},01/04/{before},E8\n"));
    }
    let folder = of_year(year);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("episodes.csv"), episodes).unwrap();
}

/// Adds a row that cannot be read to the episodes of some of these children in a year: each may have been in one placement
/// more, or not in care.
fn reject_rows(folder: &Path, authority: &str, year: i32, children: Range<usize>) {
    let path = folder.join(format!("returns/{authority}/{year}/episodes.csv"));
    let rows: String = children.map(|child| format!("C{year}-{child},soon,P,C2,Q2,,\n")).collect();
    fs::write(&path, fs::read_to_string(&path).unwrap() + &rows).unwrap();
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
