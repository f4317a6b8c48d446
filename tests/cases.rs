//! Small returns with one fault each, read in place where they are there: what an analyst should see.

use crate::folder::{in_one_line, rows, said, stocktake};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Indicators whose figures a case changes: the numerator, denominator and value, blank where there is none.
type Figures = BTreeMap<u16, [String; 3]>;

/// What is seen of one run.
struct Seen {
    figures: BTreeMap<u16, BTreeMap<String, String>>,
    cleaning: Vec<BTreeMap<String, String>>,
    told: String,
}

impl Seen {
    fn counts(&self) -> Figures {
        let of =
            |row: &BTreeMap<String, String>| ["numerator", "denominator", "value"].map(|column| row[column].clone());
        self.figures.iter().map(|(indicator, row)| (*indicator, of(row))).collect()
    }

    fn cell(&self, indicator: u16, column: &str) -> &str {
        &self.figures[&indicator][column]
    }

    /// How many children are doubtful, and the smallest and largest value.
    fn doubt(&self, indicator: u16) -> [&str; 3] {
        ["doubtful", "data_low", "data_high"].map(|column| self.cell(indicator, column))
    }

    fn lines_of(&self, rule: &str) -> Vec<String> {
        let of_rule = self.cleaning.iter().filter(|row| row["rule"] == rule);
        of_rule.map(|row| format!("{} {}", row["file"].rsplit('/').next().unwrap(), row["line"])).collect()
    }
}

/// The folder of the cases, where it is there.
fn cases() -> Option<PathBuf> {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases");
    if !cases.is_dir() {
        println!("skipped: the cases are not beside the project");
        return None;
    }
    Some(cases)
}

fn run(returns: &Path, as_at: &str) -> Seen {
    let folder = tempfile::tempdir().unwrap();
    let place = ["--authority", "302", "--as-at", as_at, "--no-charts", "--out", "report"];
    let (out, error) = said(stocktake(folder.path()).arg("run").arg(returns).args(place), 0);
    let restricted = folder.path().join("report/restricted");
    let figures = rows(&restricted.join("indicators.csv")).into_iter().filter(|row| row["code"] == "302");
    let figures = figures.map(|row| (row["indicator"].parse().unwrap(), row)).collect();
    let cleaning = rows(&restricted.join("cleaning.csv"));
    Seen { figures, cleaning, told: in_one_line(&format!("{out}\n{error}")) }
}

fn of(indicator: u16, [numerator, denominator, value]: [&str; 3]) -> (u16, [String; 3]) {
    (indicator, [numerator, denominator, value].map(str::to_owned))
}

/// Every figure is that of the clean return, but for these.
fn as_clean_but(cases: &Path, seen: &Seen, others: impl IntoIterator<Item = (u16, [String; 3])>) {
    let mut expected = run(&cases.join("clean"), "2011-03-31").counts();
    expected.extend(others);
    assert_eq!(seen.counts(), expected);
}

fn seen(case: &str) -> Option<(PathBuf, Seen)> {
    let cases = cases()?;
    let seen = run(&cases.join(case), "2011-03-31");
    Some((cases, seen))
}

#[test]
fn the_clean_return() {
    let Some((_, seen)) = seen("clean") else { return };
    let expected = [
        (58, "148/8=18.5"),
        (61, "1/1=100.0"),
        (62, "2/8=25.0"),
        (63, "6/8=75.0"),
        (66, "8/8=100.0"),
        (99, "0/2=0.0"),
        (100, "0/2=0.0"),
        (101, "/="),
        (147, "2/2=100.0"),
        (148, "1/2=50.0"),
    ];
    for (indicator, counts) in expected {
        let [numerator, denominator, value] = &seen.counts()[&indicator];
        assert_eq!(format!("{numerator}/{denominator}={value}"), counts, "NI {indicator}");
    }
    assert_eq!(seen.cell(63, "warning"), "cover_too_short");
    assert_eq!(seen.cell(101, "status"), "not_available");
    for indicator in [58, 61, 62, 63, 147, 148] {
        assert_eq!(seen.cell(indicator, "doubtful"), "0", "NI {indicator}");
    }
    // All eight are counted from a review that nobody saw; and one of the two pupils was not matched.
    assert_eq!(seen.doubt(66), ["8", "0.0", "100.0"]);
    assert_eq!(seen.cell(66, "doubt_causes"), "earlier_not_seen:8");
}

#[test]
fn columns_by_another_name() {
    let Some((cases, seen)) = seen("columns-renamed/r1") else { return };
    as_clean_but(&cases, &seen, []);
    assert!(seen.told.contains("Child ID"), "{}", seen.told);
}

#[test]
fn a_comma_in_a_note() {
    let Some((cases, seen)) = seen("comma-in-note") else { return };
    as_clean_but(&cases, &seen, [of(58, ["98", "4", "24.5"])]);
    assert_eq!(seen.doubt(58), ["4", "12.3", "32.3"]);
    assert_eq!(seen.cell(58, "doubt_causes"), "row_rejected:4");
    assert_eq!(seen.cell(58, "verdict"), "not usable");
    assert_eq!(seen.lines_of("row_longer_than_header"), ["oc2.csv 2", "oc2.csv 3", "oc2.csv 4", "oc2.csv 5"]);
}

#[test]
fn a_comma_in_a_postcode() {
    let Some((_, seen)) = seen("comma-in-postcode") else { return };
    let counts = seen.counts();
    assert_eq!((62, counts[&62].clone()), of(62, ["1", "2", "50.0"]));
    assert_eq!((63, counts[&63].clone()), of(63, ["1", "1", "100.0"]));
    assert_eq!(seen.doubt(62), ["1", "0.0", "50.0"]);
    assert_eq!(seen.doubt(63), ["1", "50.0", "100.0"]);
    assert_eq!((seen.cell(62, "verdict"), seen.cell(63, "verdict")), ("with care", "with care"));
    for indicator in [58, 61, 66, 99, 100, 101, 147, 148] {
        assert_eq!(seen.cell(indicator, "status"), "not_available", "NI {indicator}");
    }
    assert_eq!(seen.lines_of("row_longer_than_header"), ["episodes.csv 9"]);
}

#[test]
fn a_line_of_a_control_character() {
    let Some((cases, seen)) = seen("control-character-line") else { return };
    as_clean_but(&cases, &seen, []);
    assert!(
        seen.cleaning.iter().all(|row| row["step"] != "a" || row["rule"] == "control_characters"),
        "{:?}",
        seen.cleaning
    );
}

#[test]
fn dates_month_first() {
    for table in ["episodes", "header", "reviews"] {
        let Some((cases, seen)) = seen(&format!("dates-month-first/{table}")) else { return };
        as_clean_but(&cases, &seen, []);
        assert!(seen.told.contains("month first"), "{table}: {}", seen.told);
    }
}

#[test]
fn a_start_left_blank() {
    let Some((cases, seen)) = seen("decom-blank") else { return };
    let others = [
        of(58, ["126", "6", "21.0"]),
        of(62, ["1", "7", "14.3"]),
        of(63, ["5", "6", "83.3"]),
        of(66, ["7", "7", "100.0"]),
    ];
    as_clean_but(&cases, &seen, others);
    assert_eq!(seen.doubt(62), ["2", "12.5", "37.5"]);
    assert_eq!(seen.cell(62, "verdict"), "not usable");
    within(&seen, &[(58, 18.5), (62, 25.0), (63, 75.0), (66, 100.0)]);
    for indicator in [61, 147, 148] {
        assert_eq!(seen.cell(indicator, "doubtful"), "0", "NI {indicator}");
    }
}

/// The true values lie within the ranges.
fn within(seen: &Seen, truth: &[(u16, f64)]) {
    for (indicator, value) in truth {
        let [_, low, high] = seen.doubt(*indicator);
        let (low, high): (f64, f64) = (low.parse().unwrap(), high.parse().unwrap());
        assert!((low..=high).contains(value), "NI {indicator}: {value} is not from {low} to {high}");
    }
}

#[test]
fn headings_repeated() {
    let Some((cases, seen)) = seen("headings-repeated") else { return };
    as_clean_but(&cases, &seen, []);
    assert!(seen.cleaning.iter().all(|row| row["child"] != "CHILD"), "{:?}", seen.cleaning);
}

#[test]
fn ids_as_text() {
    for form in ["apostrophe", "formula", "both"] {
        let Some((cases, seen)) = seen(&format!("ids-as-text/{form}")) else { return };
        as_clean_but(&cases, &seen, []);
    }
}

#[test]
fn ids_cut_by_a_spreadsheet() {
    let Some(cases) = cases() else { return };
    let folder = tempfile::tempdir().unwrap();
    let place = ["--authority", "302", "--as-at", "2011-03-31", "--no-charts", "--out", "report"];
    let (_, error) = said(stocktake(folder.path()).arg("run").arg(cases.join("ids-scientific")).args(place), 2);
    let error = in_one_line(&error);
    assert!(error.contains("E+10") && error.contains("as text"), "{error}");
    assert!(!folder.path().join("report").exists());
}

#[test]
fn ids_without_their_zeros_in_some_tables() {
    let Some((_, seen)) = seen("ids-without-zeros/some") else { return };
    assert!(seen.told.contains("11234501") && seen.told.contains("0011234501"), "{}", seen.told);
    assert!(seen.told.contains("none of 8 has a score"), "{}", seen.told);
    assert!(!seen.told.contains("no children"), "{}", seen.told);
    assert_eq!((seen.cell(58, "value"), seen.cell(58, "verdict")), ("", "not usable"));
    assert_eq!(seen.doubt(62), ["11", "10.5", "68.4"]);
    for indicator in [61, 62, 66] {
        assert_eq!(seen.cell(indicator, "verdict"), "not usable", "NI {indicator}");
    }
    for indicator in [58, 63, 99, 100] {
        assert!(seen.cell(indicator, "doubt_causes").contains("unmatched_ids"), "NI {indicator}");
    }
    let values = [61, 62, 63, 66, 99, 100, 147, 148].map(|indicator| seen.cell(indicator, "value").to_owned());
    assert_eq!(values, ["100.0", "25.0", "75.0", "100.0", "0.0", "0.0", "100.0", "50.0"]);
}

#[test]
fn ids_without_their_zeros_in_one_year() {
    let Some((_, seen)) = seen("ids-without-zeros/years") else { return };
    assert!(seen.told.contains("11234501") && seen.told.contains("0011234501"), "{}", seen.told);
    let values = [58, 62, 63, 66, 147, 148].map(|indicator| seen.cell(indicator, "value").to_owned());
    assert_eq!(values, ["18.5", "25.0", "75.0", "0.0", "100.0", "50.0"]);
    assert_eq!(seen.doubt(62)[1..], ["12.5", "25.0"]);
    assert_eq!(seen.doubt(63)[1..], ["60.0", "85.7"]);
    for indicator in [62, 63, 66] {
        assert_eq!(seen.cell(indicator, "verdict"), "not usable", "NI {indicator}");
    }
}

#[test]
fn line_numbers_of_lists() {
    let Some(cases) = cases() else { return };
    let folder = tempfile::tempdir().unwrap();
    let targets = cases.join("line-numbers/targets.csv");
    let mut command = stocktake(folder.path());
    command.arg("run").arg(cases.join("clean")).args(["--as-at", "2011-03-31", "--out", "report", "--targets"]);
    let (_, error) = said(command.arg(targets), 2);
    let error = in_one_line(&error);
    assert!(error.contains("line 3") && error.contains("'abc'"), "{error}");
}

#[test]
fn a_move_corrected_later() {
    let Some((_, seen)) = seen("move-corrected") else { return };
    let counts = seen.counts();
    assert_eq!((62, counts[&62].clone()), of(62, ["0", "4", "0.0"]));
    assert_eq!((63, counts[&63].clone()), of(63, ["0", "4", "0.0"]));
    assert_eq!(seen.lines_of("superseded").len(), 2);
    assert_eq!((seen.cell(62, "doubtful"), seen.cell(63, "doubtful")), ("0", "0"));
}

#[test]
fn headings_alone() {
    let Some((cases, seen)) = seen("oc2-headings-only") else { return };
    let others = [of(58, ["0", "0", ""]), of(66, ["0", "8", "0.0"])];
    as_clean_but(&cases, &seen, others);
    assert!(seen.told.contains("none of 8 has a score"), "{}", seen.told);
    assert!(!seen.told.contains("no children"), "{}", seen.told);
    assert_eq!((seen.cell(66, "doubtful"), seen.cell(66, "verdict")), ("8", "not usable"));
}

#[test]
fn a_start_corrected_later() {
    let Some((cases, seen)) = seen("start-corrected") else { return };
    let counts = seen.counts();
    for (indicator, expected) in
        [of(58, ["60", "6", "10.0"]), of(62, ["0", "6", "0.0"]), of(63, ["6", "6", "100.0"]), of(66, ["0", "6", "0.0"])]
    {
        assert_eq!(counts[&indicator], expected, "NI {indicator}");
    }
    assert_eq!(seen.lines_of("superseded").len(), 3);
    assert_eq!((seen.cell(66, "doubtful"), seen.cell(66, "verdict")), ("6", "not usable"));
    let earlier = run(&cases.join("start-corrected"), "2010-03-31").counts();
    assert_eq!((62, earlier[&62].clone()), of(62, ["0", "6", "0.0"]));
    assert_eq!((63, earlier[&63].clone()), of(63, ["6", "6", "100.0"]));
}

#[test]
fn the_year_in_which_the_return_begins() {
    let Some(cases) = cases() else { return };
    let folder = tempfile::tempdir().unwrap();
    let place = ["--authority", "302", "--as-at", "2011-03-31", "--no-charts", "--out", "report"];
    let (_, error) = said(stocktake(folder.path()).arg("run").arg(cases.join("year-it-begins-in")).args(place), 2);
    let error = in_one_line(&error);
    assert!(error.contains("2010") && error.contains("2011") && error.contains("YEAR"), "{error}");
    assert!(!folder.path().join("report").exists());
}
