//! `stocktake backtest`, as a person runs it, on tiny returns.

use crate::folder::{in_one_line, rows, said, stocktake, tree};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// Three children all year, of whom A has three placements: NI 62 is 1 of 3. B and C have been in one placement for
/// four years: NI 63 is 2 of 2, though the returns do not cover the time that it looks back on.
const EPISODES: &str = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC
A,01/04/2010,S,C2,U1,01/06/2010,X1
A,01/06/2010,P,C2,U1,01/09/2010,X1
A,01/09/2010,P,C2,U1,,
B,01/04/2007,S,C2,U1,,
C,01/04/2007,S,C2,U1,,
";

const HEADER: &str = "CHILD,SEX,DOB,ETHNIC
A,1,01/05/2000,WBRI
B,2,01/05/2000,WBRI
C,2,01/05/2000,WBRI
";

/// C was not reviewed.
const REVIEWS: &str = "CHILD,REVIEW
A,20/04/2010
A,20/07/2010
A,10/01/2011
B,20/04/2010
B,20/07/2010
B,10/01/2011
";

const HEADING: &str = "time_period,geographic_level,code,name,indicator,numerator,denominator,value,source\n";

/// A folder with the returns of Barnet in `returns` and, in `reports`, what was run on them.
fn reports(days: &[&str], more: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("returns/302/2011");
    fs::create_dir_all(&place).unwrap();
    fs::write(place.join("episodes.csv"), EPISODES).unwrap();
    fs::write(place.join("header.csv"), HEADER).unwrap();
    fs::write(place.join("reviews.csv"), REVIEWS).unwrap();
    fs::write(place.join("ad1.csv"), "CHILD,DATE_INT\n").unwrap();
    fs::write(
        folder.path().join("one.csv"),
        "old_la_code,new_la_code,la_name,region_code,region_name\n302,,Barnet,E12000007,London\n",
    )
    .unwrap();
    fs::write(
        folder.path().join("made-up.csv"),
        "old_la_code,new_la_code,la_name,region_code,region_name\n302,,Otherton,E12000099,Elsewhere\n",
    )
    .unwrap();
    let days = days.iter().flat_map(|day| ["--as-at", day]);
    let arguments = ["run", "returns", "--no-charts", "--quiet", "--out", "reports"];
    said(stocktake(folder.path()).args(arguments).args(days).args(more), 0);
    folder
}

/// What `backtest reports` says beside these published figures, which must end with `code`; it fits a terminal.
fn backtest(folder: &Path, published: &str, more: &[&str], code: i32) -> (String, String) {
    fs::write(folder.join("published.csv"), format!("{HEADING}{published}")).unwrap();
    let arguments = ["backtest", "reports", "--published", "published.csv"];
    let (out, error) = said(stocktake(folder).args(arguments).args(more), code);
    assert!(out.lines().all(|line| line.chars().count() <= 100), "{out}");
    (out, in_one_line(&error))
}

/// The lines of the table that was written, by code and indicator.
fn lines(folder: &Path) -> BTreeMap<(String, String), BTreeMap<String, String>> {
    let rows = rows(&folder.join("out/backtest/backtest.csv"));
    rows.into_iter().map(|row| ((row["code"].clone(), row["indicator"].clone()), row)).collect()
}

const OF_ALL_KINDS: &str = "2011,Local authority,302,Barnet,61,c,c,c,SFR21/2011
2011,Local authority,302,Barnet,62,10,30,33.4,SFR21/2011
2011,Local authority,302,Barnet,63,1,2,50.0,SFR21/2011
2011,Local authority,302,Barnet,66,c,c,c,SFR21/2011
2011,Local authority,302,Barnet,147,0,0,z,SFR21/2011
2011,Local authority,998,Elsewhere,62,1,2,50.0,
";

#[test]
fn what_is_said_of_figures_of_all_kinds() {
    let folder = reports(&["2011-03-31"], &[]);
    let (out, _) = backtest(folder.path(), OF_ALL_KINDS, &["--out", "out"], 1);
    insta::assert_snapshot!("said", out);
    insta::assert_snapshot!("table", fs::read_to_string(folder.path().join("out/backtest/backtest.csv")).unwrap());
    let record = fs::read_to_string(folder.path().join("out/backtest.json")).unwrap();
    for said in ["\"reports\": [\n    \"reports\"\n  ]", "\"published\": \"published.csv\"", "\"tolerance\": \"0.1\""] {
        assert!(record.contains(said), "{record}");
    }
}

#[test]
fn a_difference_of_just_the_tolerance_is_within_and_a_little_more_is_not() {
    let folder = reports(&["2011-03-31"], &[]);
    // 1 of 3 is 33.3, 33.33 and 33: rounded once, to what is printed.
    for (published, tolerance, code) in [
        ("33.2", "0.1", 0),
        ("33.4", "0.1", 0),
        ("33.1", "0.1", 1),
        ("33.5", "0.1", 1),
        ("33.5", "0.199", 1),
        ("33.5", "0.2", 0),
        ("33.33", "0", 0),
        ("33.34", "0", 1),
        ("33", "0", 0),
        ("34", "0.999", 1),
    ] {
        let line = format!("2011,Local authority,302,Barnet,62,c,c,{published},\n");
        backtest(folder.path(), &line, &["--tolerance", tolerance], code);
    }
}

#[test]
fn a_region_of_some_authorities_is_no_difference() {
    let folder = reports(&["2011-03-31"], &[]);
    let barnet = "2011,Local authority,302,Barnet,62,1,3,33.3,\n";
    let (out, _) = backtest(folder.path(), barnet, &["--out", "out"], 0);
    assert!(out.contains("1 of 152 authorities"), "{out}");
    let lines = lines(folder.path());
    for (code, authorities) in [("E92000001", "1 of 152 authorities"), ("E12000007", "1 of 33 authorities")] {
        let line = &lines[&(code.to_owned(), "62".to_owned())];
        assert_eq!((line["result"].as_str(), line["reason"].as_str()), ("not comparable", authorities));
        assert!(!line["published_value"].is_empty() && line["difference"].is_empty());
    }
}

#[test]
fn england_of_a_made_up_list_is_beside_no_built_in_figure_but_beside_ones_own() {
    let folder = reports(&["2011-03-31"], &["--authorities", "made-up.csv"]);
    let (out, error) = said(stocktake(folder.path()).args(["backtest", "reports"]), 2);
    assert!(out.contains("Published  none") && out.contains("not published"), "{out}");
    let error = in_one_line(&error);
    assert!(error.contains("no figure could be compared") && error.contains("--published FILE"), "{error}");
    let (out, _) = backtest(folder.path(), "2011,National,England,,62,1,3,33.4,\n", &[], 0);
    assert!(out.contains("1 within, 0 differ, 29 not comparable"), "{out}");
}

#[test]
fn a_list_that_is_a_part_of_englands_keeps_what_is_published_of_england_and_makes_no_england() {
    let folder = reports(&["2011-03-31"], &["--authorities", "one.csv"]);
    let figures = rows(&folder.path().join("reports/restricted/indicators.csv"));
    let of = |code: &str| figures.iter().find(|row| row["code"] == code && row["indicator"] == "62").unwrap();
    let cells = ["E92000001", "E12000007"]
        .map(|code| ["geographic_level", "name", "authorities"].map(|column| of(code)[column].clone()));
    assert_eq!(cells[0], ["Part of National", "1 authority given", "1 of 152"]);
    assert_eq!(cells[1], ["Part of Regional", "1 of 33 authorities of London", "1 of 33"]);
    let comparators = rows(&folder.path().join("reports/restricted/comparators.csv"));
    let mut england = comparators.iter().filter(|row| row["comparator"] == "England" && row["indicator"] == "62");
    assert!(england.all(|row| row["comparator_source"] == "published (SFR21/2011)"), "{comparators:?}");
}

#[test]
fn all_days_are_taken_and_a_figure_is_of_the_year_it_ends_or_of_the_exams() {
    let folder = reports(&["2011-03-31", "2010-12-31"], &[]);
    let published = "2011,Local authority,302,Barnet,62,1,3,33.3,\n2010,Local authority,302,Barnet,62,1,4,25.0,\n";
    let (out, _) = backtest(folder.path(), published, &["--out", "out"], 0);
    assert!(out.contains("reports/2010-12-31, for 2010-12-31"), "{out}");
    assert!(out.contains("1 within"), "no figure of NI 62 is at a 31 March of 2010: {out}");
    let all = rows(&folder.path().join("out/backtest/backtest.csv"));
    let of_day = |day: &str| -> Vec<_> {
        let wanted = all.iter().filter(|row| row["as_at"] == day && row["code"] == "302");
        wanted.map(|row| format!("{} of {}", row["indicator"], row["year"])).collect()
    };
    assert_eq!(of_day("2010-12-31"), ["99 of 2010", "100 of 2010", "101 of 2010"]);
    assert_eq!(of_day("2011-03-31").len(), 10);
}

#[test]
fn a_tolerance_that_is_none_is_refused() {
    let folder = reports(&["2011-03-31"], &[]);
    for tolerance in ["-0.1", "0.1234", "a point"] {
        let (_, error) = backtest(folder.path(), "", &["--tolerance", tolerance], 2);
        assert!(error.contains(&format!("--tolerance {tolerance} is not a number of points")), "{error}");
        assert!(error.contains("from 0 with at most three decimals"), "{error}");
    }
}

#[test]
fn what_cannot_be_read_is_named_with_what_would_mend_it() {
    let folder = reports(&["2011-03-31"], &["--authorities", "made-up.csv"]);
    let (_, error) = said(stocktake(folder.path()).args(["backtest", "elsewhere"]), 2);
    assert!(error.contains("elsewhere does not exist"), "{error}");
    let (_, error) = backtest(folder.path(), "2011,National,England,,62,3,2,,\n", &[], 2);
    assert!(error.contains("published.csv, line 2: numerator 3 is above the denominator 2"), "{error}");
    fs::rename(folder.path().join("made-up.csv"), folder.path().join("other.csv")).unwrap();
    let (_, error) = said(stocktake(folder.path()).args(["backtest", "reports"]), 2);
    let error = in_one_line(&error);
    assert!(
        error.contains("made-up.csv cannot be read ╰─▶ the path does not exist")
            && error.contains("--authorities FILE"),
        "{error}"
    );
    let england = "2011,National,England,,62,1,3,33.3,\n";
    backtest(folder.path(), england, &["--authorities", "other.csv"], 0);
}

#[test]
fn the_table_is_the_same_each_time() {
    let folder = reports(&["2011-03-31"], &[]);
    let out = || {
        let said = backtest(folder.path(), OF_ALL_KINDS, &["--out", "out"], 1);
        (said, tree(&folder.path().join("out")))
    };
    assert!(out() == out());
}

#[test]
fn help_gives_examples() {
    let (out, _) = said(stocktake(Path::new(".")).args(["backtest", "--help"]), 0);
    assert!(out.contains("stocktake backtest my-reports --published my-published.csv --out my-reports"));
    assert!(out.contains("Exit codes: 0 all within; 1 some differ; 2 could not compare."));
}
