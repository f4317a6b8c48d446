//! Published figures: the real table, read in place where it is beside the project, and the seed made of it.

use crate::folder::{data, rows, said, stocktake};
use std::path::{Path, PathBuf};
use stocktake::printed::rule::of_percentage;
use stocktake::seeds::Seeds;
use stocktake::seeds::authorities::ENGLAND_CODE;
use stocktake::seeds::published::Published;

/// The real table; none, said in plain words, where it is not beside the project.
fn real() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/reference/published_outturns.csv");
    if path.is_file() {
        return Some(path);
    }
    println!("skipped: published_outturns.csv is not beside the project");
    None
}

fn england_2011(published: &Published, indicator: u16) -> String {
    published.find(ENGLAND_CODE, indicator, 2011).unwrap().value.known().unwrap().to_string()
}

const ENGLAND_2011: [(u16, &str); 8] = [
    (58, "13.9"),
    (61, "74.1"),
    (62, "10.7"),
    (99, "49.7"),
    (100, "47.9"),
    (101, "12.8"),
    (147, "89.8"),
    (148, "61.2"),
];

#[test]
fn the_seed_has_englands_figures_of_2011() {
    let published = Seeds::built_in().unwrap().published;
    for (indicator, value) in ENGLAND_2011 {
        assert_eq!(england_2011(&published, indicator), value, "NI {indicator}");
    }
    assert_eq!(published.find(ENGLAND_CODE, 63, 2011), None, "none was published");
}

#[test]
fn nothing_that_the_releases_of_2011_show_is_hidden_by_their_profile() {
    let Some(path) = real() else { return };
    let profiles = Seeds::built_in().unwrap().disclosure;
    let profile = profiles.iter().find(|profile| profile.name == "sfr-2011").unwrap();
    let (mut shown, mut hidden) = (0, Vec::new());
    for row in rows(&path).into_iter().filter(|row| row["indicator"] != "58") {
        let [numerator, denominator] = ["numerator", "denominator"].map(|column| row[column].parse::<i64>().ok());
        // Of a count beside a hidden one it is only known that itself is shown.
        let rule = of_percentage(profile, numerator.unwrap_or(1000), denominator.unwrap_or(1000));
        for (is_shown, reason) in [
            (numerator.is_some(), rule.numerator),
            (denominator.is_some(), rule.denominator),
            (row["value"].parse::<f64>().is_ok(), rule.value),
        ] {
            shown += usize::from(is_shown);
            hidden.extend(reason.filter(|_| is_shown).map(|_| row.clone()));
        }
    }
    assert_eq!((shown, hidden.len()), (6_121, 0), "{:?}", hidden.first());
}

#[test]
fn the_real_table_is_read_whole() {
    let Some(path) = real() else { return };
    let Seeds { authorities, indicators, .. } = Seeds::built_in().unwrap();
    let published = Published::default().with_file(&path, &authorities, &indicators).unwrap();
    assert_eq!(published.left_out(), None);
    assert_eq!(published.iter().count(), rows(&path).len());
    for (indicator, value) in ENGLAND_2011 {
        assert_eq!(england_2011(&published, indicator), value, "NI {indicator}");
    }
    // As many as its symbols, its points and its blanks.
    let no_number = rows(&path).iter().filter(|row| row["value"].parse::<f64>().is_err()).count();
    assert_eq!(published.iter().filter(|figure| figure.value.known().is_none()).count(), no_number);
}

#[test]
fn the_seed_says_what_the_real_table_says_of_england_and_regions() {
    let Some(path) = real() else { return };
    let seed = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/published.csv");
    let above_authorities: Vec<_> =
        rows(&path).into_iter().filter(|row| row["geographic_level"] != "Local authority").collect();
    assert_eq!(rows(&seed), above_authorities);
}

/// What `run --published` on the project's own returns says, and the list that its record names.
fn run_with(folder: &Path, more: &[&str], code: i32) -> (String, serde_json::Value) {
    let mut command = stocktake(folder);
    command.arg("run").arg(data()).args(["--as-at", "2011-03-31", "--no-charts", "--out", "reports"]).args(more);
    let (_, error) = said(&mut command, code);
    let record = std::fs::read(folder.join("reports/run.json")).map(|bytes| serde_json::from_slice(&bytes).unwrap());
    (error, record.map_or(serde_json::Value::Null, |record: serde_json::Value| record["lists"]["published"].clone()))
}

#[test]
fn the_record_says_which_published_figures_there_were() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(run_with(folder.path(), &[], 0).1, "none", "no built-in figure stands beside a made-up authority");
    let heading = "time_period,geographic_level,code,name,indicator,numerator,denominator,value,source\n";
    let lines = "2011,Local authority,991,Ashwater,62,c,40,c,\n2011,Local authority,302,Barnet,62,1,2,50.0,\n";
    std::fs::write(folder.path().join("mine.csv"), format!("{heading}{lines}")).unwrap();
    let (error, list) = run_with(folder.path(), &["--published", "mine.csv"], 0);
    assert_eq!(list, "mine.csv");
    assert!(error.contains("mine.csv: line 3, of 302 Barnet, which is not on the list of authorities, left out"));
    let returns = folder.path().join("returns/302/2011");
    std::fs::create_dir_all(&returns).unwrap();
    std::fs::write(returns.join("reviews.csv"), "CHILD,REVIEW\n").unwrap();
    let arguments = ["run", "returns", "--as-at", "2011-03-31", "--out", "england"];
    said(stocktake(folder.path()).args(arguments), 0);
    let record = std::fs::read_to_string(folder.path().join("england/run.json")).unwrap();
    assert!(record.contains("\"published\": \"built in\""), "{record}");
}

#[test]
fn a_faulty_table_stops_the_run_with_file_line_and_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let heading = "time_period,geographic_level,code,indicator,numerator,denominator,value\n";
    std::fs::write(folder.path().join("mine.csv"), format!("{heading}2011,National,England,62,9,2,50\n")).unwrap();
    let (error, _) = run_with(folder.path(), &["--published", "mine.csv"], 2);
    assert!(error.contains("mine.csv, line 2: numerator 9 is above the denominator 2"), "{error}");
}
