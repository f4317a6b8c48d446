//! docs/files.md has every column of every table that is written, and no other.

use super::{cells, page};
use crate::folder::{copy, data, rows, stocktake, tree};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A made-up figure to set a report against.
const PUBLISHED: &str = "time_period,geographic_level,code,name,indicator,numerator,denominator,value,source\n\
                         2011,Local authority,993,Thornmere,62,19,169,11.2,made up\n";

/// What writes every table there is, each command into a folder of its own.
const COMMANDS: [&str; 10] = [
    "run data --as-at 2010-12-31 --no-charts --publish-forecast --out within-the-year",
    "run data --as-at 2011-03-31 --no-charts --publish-breakdowns sex --out at-its-end",
    "run data --since 2011-02-28 --no-charts --out days",
    "forecast data --as-at 2010-12-31 --out ahead",
    "worklist data --as-at 2010-12-31 --out work",
    "check data --out first-check",
    "check data --since first-check --out second-check",
    "compare first-check second-check --out of-checks",
    "compare within-the-year at-its-end --out of-reports",
    "backtest at-its-end --published published.csv --out tested",
];

/// A table's name in docs/files.md: those of each place, of each day and of each year stand there once.
fn name(path: &str) -> String {
    let of_day = path.split_once('/').filter(|(day, _)| day.starts_with("20"));
    let path = of_day.map_or(path, |(_, path)| path);
    match path.split_once("/authorities/") {
        Some((folder, _)) => format!("{folder}/authorities/CODE-name.csv"),
        None => match path.strip_prefix("publish/years/").and_then(|rest| rest.split_once('/')) {
            Some((_, table)) => format!("publish/{table}"),
            None => path.to_owned(),
        },
    }
}

/// The columns of a heading; those of each indicator stand in docs/files.md once.
fn columns(heading: &str) -> Vec<String> {
    let mut columns: Vec<String> = Vec::new();
    for column in heading.split(',') {
        let of_indicator = column.strip_prefix("ni_").and_then(|rest| rest.split_once('_'));
        let column = of_indicator.map_or(column.to_owned(), |(_, measure)| format!("ni_N_{measure}"));
        if !columns.contains(&column) {
            columns.push(column);
        }
    }
    columns
}

/// The folder that each command writes into.
fn outs() -> impl Iterator<Item = &'static str> {
    COMMANDS.iter().filter_map(|command| command.rsplit(' ').next())
}

/// A folder below which every command has written.
fn all_written() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&data(), &folder.path().join("data"));
    fs::write(folder.path().join("published.csv"), PUBLISHED).unwrap();
    for command in COMMANDS {
        let output = stocktake(folder.path()).args(command.split(' ')).output().unwrap();
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(matches!(output.status.code(), Some(0 | 1)), "{command}: {error}");
    }
    folder
}

/// Every table that the commands write, with its columns.
fn written() -> BTreeMap<String, Vec<String>> {
    let folder = all_written();
    outs().flat_map(|out| tables_below(&folder.path().join(out))).collect()
}

/// The tables below a folder.
fn tables_below(folder: &Path) -> Vec<(String, Vec<String>)> {
    let tables = tree(folder).into_iter().filter(|(path, _)| path.ends_with(".csv"));
    tables
        .map(|(path, bytes)| (name(&path), columns(String::from_utf8(bytes).unwrap().lines().next().unwrap())))
        .collect()
}

/// The sections of docs/files.md about tables: the names in the heading, and the columns below it, perhaps after those of
/// an earlier section.
fn sections() -> Vec<(Vec<String>, Vec<String>)> {
    let page = page("files.md");
    let mut sections: Vec<(Vec<String>, Vec<String>)> = Vec::new();
    for section in page.split("\n### ").skip(1) {
        let (heading, text) = section.split_once('\n').unwrap();
        let names = heading.split('`').skip(1).step_by(2).map(str::to_owned).collect();
        let after = text.split("The columns of `").nth(1).and_then(|rest| rest.split('`').next());
        let before = after.map(|name| sections.iter().find(|(names, _)| names[0] == name).unwrap().1.clone());
        let rows = cells(text.split("\n## ").next().unwrap()).filter(|row| row[..2] != ["column", "what it holds"]);
        let columns = before.into_iter().flatten().chain(rows.map(|row| row[0].clone())).collect();
        sections.push((names, columns));
    }
    sections
}

#[test]
fn every_column_of_every_table_is_described_in_its_order_and_nothing_else_is() {
    let mut written = written();
    for (names, described) in sections() {
        let mut known = Vec::new();
        for name in &names {
            let columns =
                written.remove(name).unwrap_or_else(|| panic!("docs/files.md has {name}, which nothing writes"));
            let in_order: Vec<_> = described.iter().filter(|column| columns.contains(column)).cloned().collect();
            assert_eq!(in_order, columns, "docs/files.md, {name}: described on the left, written on the right");
            known.extend(columns);
        }
        let strange: Vec<_> = described.iter().filter(|column| !known.contains(column)).collect();
        assert!(strange.is_empty(), "docs/files.md, {names:?}: {strange:?} in no file");
    }
    assert!(written.is_empty(), "docs/files.md lacks {:?}", written.keys());
}

#[test]
fn whatever_is_written_says_what_each_column_of_its_tables_holds() {
    let folder = all_written();
    for out in outs() {
        let folder = folder.path().join(out);
        let said = tree(&folder).into_keys().filter(|path| path.ends_with("columns.csv"));
        let described: Vec<_> = said.flat_map(|path| rows(&folder.join(path))).collect();
        assert!(described.iter().all(|row| !row["meaning"].contains(['`', '[']) && !row["meaning"].is_empty()));
        for (table, columns) in tables_below(&folder) {
            let mut of_table: Vec<String> = Vec::new();
            for row in described.iter().filter(|row| row["file"] == table) {
                // Every day's report says it.
                if !of_table.contains(&row["column"]) {
                    of_table.push(row["column"].clone());
                }
            }
            // Some tables that share a section lack a column or two of it.
            of_table.retain(|column| columns.contains(column));
            assert_eq!(of_table, columns, "{table} in {out}");
        }
    }
}
