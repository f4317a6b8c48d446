//! `--publish-forecast`: where the year will probably end, published with the figures.

use crate::folder::{copy, data, rows, said, stocktake};
use crate::publish_breakdowns::{audit, run};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The places of a table's rows, by level and code, of which `of_row` says so.
fn places(table: &Path, of_row: impl Fn(&str) -> bool) -> BTreeSet<[String; 2]> {
    let rows = rows(table).into_iter().filter(|row| row.values().any(|cell| of_row(cell)));
    rows.map(|row| ["geographic_level", "code"].map(|column| row[column].clone())).collect()
}

#[test]
fn a_forecast_is_published_where_it_is_asked_for_of_places_that_show_every_figure() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let without = run(at, "without", "--as-at 2010-12-31", 0);
    assert!(!at.join("without/publish/forecast.csv").exists() && !without.contains("forecasts"), "{without}");
    let with = run(at, "with", "--as-at 2010-12-31 --publish-forecast", 0);
    let published = at.join("with/publish/forecast.csv");
    let shown = places(&published, |_| true);
    let hidden = places(&at.join("with/publish/indicators.csv"), |cell| cell == "c");
    assert!(!shown.is_empty() && !hidden.is_empty() && shown.is_disjoint(&hidden), "{shown:?} {hidden:?}");
    assert!(with.contains(&format!("publish/forecast.csv: forecasts of {} of ", shown.len())), "{with}");
    // Each lies within a point of what the owner has.
    let exact = rows(&at.join("with/restricted/forecast.csv"));
    for row in rows(&published) {
        let key = ["geographic_level", "code", "indicator", "outturn"];
        let own = exact.iter().find(|own| key.iter().all(|column| own[*column] == row[*column])).unwrap();
        for column in ["forecast", "low_80", "high_80", "low_95", "high_95"] {
            let [printed, drawn] = [&row[column], &own[column]].map(|cell| cell.parse::<f64>().unwrap());
            let outside = match &column[..3] {
                "low" => printed <= drawn,
                "hig" => printed >= drawn,
                _ => (printed - drawn).abs() <= 0.55,
            };
            assert!(printed.fract() == 0.0 && (printed - drawn).abs() < 1.05 && outside, "{column}: {row:?}");
        }
    }
    audit(at, &["with"], 0);
    // Nothing is hidden or shown for the sake of it, and on the last day of a year there is none.
    for table in ["indicators.csv", "disclosure.toml"] {
        let [without, with] =
            ["without", "with"].map(|out| fs::read(at.join(out).join("publish").join(table)).unwrap());
        assert!(without == with, "{table}");
    }
    run(at, "at-the-end", "--as-at 2011-03-31 --publish-forecast", 0);
    assert!(!at.join("at-the-end/publish/forecast.csv").exists());
    run(at, "none", "--as-at 2010-12-31 --publish-forecast --disclosure none", 2);
}

#[test]
fn what_no_forecast_may_say_is_not_audited() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    run(at, "r", "--as-at 2010-12-31 --publish-forecast", 0);
    let path = at.join("r/publish/forecast.csv");
    let text = fs::read_to_string(&path).unwrap();
    let hidden = places(&at.join("r/publish/indicators.csv"), |cell| cell == "c");
    // Of the made-up authorities each has a figure that is hidden; England has none.
    let [level, code] = hidden.iter().find(|[level, _]| level == "Local authority").unwrap();
    let first = text.lines().find(|line| line.contains(",National,")).unwrap();
    let cells: Vec<&str> = first.split(',').collect();
    for damaged in [
        text.replacen(&format!(",National,{},", cells[3]), &format!(",{level},{code},"), 1),
        text.replacen(&format!(",{},", cells[9]), &format!(",{}.4,", cells[9]), 1),
        text.replacen(cells[4], "Nowhere", 1),
    ] {
        assert_ne!(damaged, text);
        fs::write(&path, damaged).unwrap();
        let said = audit(at, &["r"], 3);
        assert!(said.contains("has a forecast of a place of which a figure is hidden, or holds more"), "{said}");
    }
}

#[test]
fn a_forecast_that_is_too_low_where_decisions_come_with_the_adoption_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    // Of the made-up children placed with adopters most have no row in AD1 yet. Here each has one.
    copy(&data(), &at.join("told"));
    let [episodes, ad1] = ["episodes", "ad1"].map(|table| at.join(format!("told/2011/{table}.csv")));
    let episodes = fs::read_to_string(episodes).unwrap();
    let cells = episodes.lines().map(|row| row.split(',').collect::<Vec<_>>());
    let placed = cells.filter(|cells| ["A3", "A4", "A5", "A6"].contains(&cells[7]) && cells[9].is_empty());
    let told = placed.map(|cells| format!("{},2011,{},,2010-06-01,,,,,\n", cells[0], cells[2])).collect::<String>();
    fs::write(&ad1, fs::read_to_string(&ad1).unwrap() + &told).unwrap();
    let warnings = |returns: &Path, out: &str| -> Vec<String> {
        let arguments = "--as-at 2010-12-31 --publish-forecast --no-charts --years 1 --out";
        said(stocktake(at).arg("run").arg(returns).args(arguments.split(' ')).arg(out), 0);
        let rows = rows(&at.join(out).join("publish/forecast.csv"));
        rows.iter().filter(|row| row["indicator"] == "61").map(|row| row["warning"].clone()).collect()
    };
    let late = |warnings: Vec<String>| warnings.iter().any(|warning| warning.contains("decisions_come_late"));
    assert!(late(warnings(&data(), "late")));
    assert!(!late(warnings(&at.join("told"), "in-time")));
    audit(at, &["late"], 0);
}
