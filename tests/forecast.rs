//! The look ahead, sentence by sentence: tables of tiny returns with answers worked by hand, in tests/forecast/*.txt, written
//! as those of tests/definitions and what must always hold. What was said earlier is set against what came in src/forecast/replay.rs.

mod always;

use crate::folder::{copy, data, in_one_line, rows, said, stocktake, tree};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

crate::definitions::topics! {
    "forecast":
    two_days
    ni058
    ni061
    ni062
    ni063
    ni066
    ni099_101
    ni147_148
    room
    likely
}

#[test]
fn the_look_ahead_is_what_it_was() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["2009/993-thornmere", "2010/993-thornmere"] {
        let place = folder.path().join("data").join(name);
        fs::create_dir_all(&place).unwrap();
        copy(&data().join(name), &place);
    }
    fs::copy(data().join("authorities.csv"), folder.path().join("data/authorities.csv")).unwrap();
    let targets = "indicator,year,code,target\n62,2010,993,12\n66,2010,993,95\n99,2010,993,50\n";
    fs::write(folder.path().join("targets.csv"), targets).unwrap();
    let arguments = ["forecast", "data", "--as-at", "31/12/2009", "--targets", "targets.csv", "--out", "ahead"];
    let (out, _) = said(stocktake(folder.path()).args(arguments), 0);
    insta::assert_snapshot!("forecast-said", out);
    let restricted = folder.path().join("ahead/restricted");
    insta::assert_snapshot!("forecast-methods", fs::read_to_string(restricted.join("methods.txt")).unwrap());
    let forecast = fs::read_to_string(restricted.join("forecast.csv")).unwrap();
    insta::assert_snapshot!("forecast-table", forecast);
    let written: Vec<String> = tree(&folder.path().join("ahead")).into_keys().collect();
    let restricted = ["columns.csv", "forecast.csv", "methods.txt", "watchlist.csv"];
    let expected = ["forecast.json".to_owned()].into_iter().chain(restricted.map(|file| format!("restricted/{file}")));
    assert_eq!(written, expected.collect::<Vec<_>>());
}

#[test]
fn without_a_day_it_is_the_last_month_end_that_the_returns_cover() {
    let folder = tempfile::tempdir().unwrap();
    let (out, error) = said(stocktake(folder.path()).arg("forecast").arg(data()), 0);
    assert!(
        error.contains("no day was asked for: 31 March 2011 is the last month end that the returns cover"),
        "{error}"
    );
    assert!(out.contains("England at 31 March 2011, looking ahead to 31 March 2012"), "{out}");
    let (_, error) = said(stocktake(folder.path()).arg("forecast").arg(data()).args(["--to", "2011-03-31"]), 2);
    assert!(error.contains("2011-03-31 is not after 2011-03-31"), "{error}");
}

/// Means of errors are in the table; "nearer" stands where the second is the smaller.
#[test]
fn forecasts_that_did_worse_than_no_change_are_marked() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = ["--as-at", "2010-12-31", "--test"];
    let (out, _) = said(stocktake(folder.path()).arg("forecast").arg(data()).args(arguments), 0);
    let (_, table) = out.split_once("How good the forecasts").unwrap();
    let (mut worse, mut met) = (Vec::new(), 0);
    for line in table.lines().filter(|line| line.trim_start().starts_with(|first: char| first.is_ascii_digit())) {
        let cells: Vec<&str> = line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect();
        let [error, stays] = [cells[5], cells[6]].map(|cell| cell.split(' ').next().unwrap().parse::<f64>().unwrap());
        assert_eq!(cells[6].ends_with(" nearer"), stays < error, "{line}");
        worse.extend((stays < error).then(|| cells[0].to_owned()));
        met += 1;
    }
    assert!(met == 10 && !worse.is_empty(), "{table}");
    assert!(
        in_one_line(table)
            .contains(&format!("For NI {} \"the figure stays as it is\" has been nearer", worse.join(", "))),
        "{table}"
    );
}

#[test]
fn children_are_listed_only_where_they_are_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let data = data().display().to_string();
    let ask = |more: &[&str]| {
        let arguments = ["forecast", &data, "--as-at", "2010-12-31", "--out", "ahead"];
        said(stocktake(folder.path()).args(arguments).args(more), 0).0
    };
    let (without, with) = (ask(&[]), ask(&["--children"]));
    let list = rows(&folder.path().join("ahead/restricted/watchlist.csv"));
    let children: BTreeSet<&String> = list.iter().map(|row| &row["child"]).collect();
    assert!(list.len() > 1_000 && children.iter().all(|child| !without.contains(child.as_str())));
    assert!(children.iter().all(|child| with.contains(child.as_str())));
}

#[test]
fn rows_are_in_order_of_authority_day_indicator_and_child_those_without_a_day_last() {
    let folder = tempfile::tempdir().unwrap();
    let data = data().display().to_string();
    said(stocktake(folder.path()).args(["forecast", &data, "--as-at", "2010-12-31", "--out", "ahead"]), 0);
    let list = rows(&folder.path().join("ahead/restricted/watchlist.csv"));
    let key = |row: &BTreeMap<String, String>| {
        let number: u16 = row["indicator"].parse().unwrap();
        (row["la_code"].clone(), row["by"].is_empty(), row["by"].clone(), number, row["child"].clone())
    };
    assert!(list.windows(2).all(|pair| key(&pair[0]) < key(&pair[1])));
}

#[test]
fn the_report_of_a_day_within_the_year_holds_the_same_look_ahead() {
    let folder = tempfile::tempdir().unwrap();
    let data = data().display().to_string();
    let days = ["--as-at", "2010-12-31", "--as-at", "2011-03-31"];
    said(stocktake(folder.path()).args(["run", &data]).args(days).args(["--no-charts", "--out", "reports"]), 0);
    said(stocktake(folder.path()).args(["forecast", &data, "--as-at", "2010-12-31", "--out", "ahead"]), 0);
    let read = |path: &str| fs::read_to_string(folder.path().join(path)).unwrap_or_default();
    for table in ["forecast.csv", "watchlist.csv"] {
        let alone = read(&format!("ahead/restricted/{table}"));
        assert!(!alone.is_empty() && read(&format!("reports/2010-12-31/restricted/{table}")) == alone, "{table}");
        assert_eq!(read(&format!("reports/2011-03-31/restricted/{table}")), "", "31 March is the end of its year");
    }
    let methods = read("ahead/restricted/methods.txt");
    assert!(read("reports/2010-12-31/restricted/methods.txt").ends_with(&methods));
    let published = tree(&folder.path().join("reports/2010-12-31/publish"));
    assert!(published.keys().all(|path| !path.contains("watchlist") && !path.contains("forecast")));
}
