//! restricted/quality.csv, and the verdicts that follow from it: what is measured, of how many, beside its limit.

use crate::folder::{rows, said, stocktake};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

type Row = BTreeMap<String, String>;

const EPISODES: &str = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n";
const HEADER: &str = "CHILD,SEX,DOB,ETHNIC\n";

/// Writes a table of an authority's return.
fn put(folder: &Path, name: &str, text: &str) {
    let place = folder.join("returns").join(format!("{name}.csv"));
    fs::create_dir_all(place.parent().unwrap()).unwrap();
    fs::write(place, text).unwrap();
}

/// Runs at 31 March 2011; where the tables are.
fn run(folder: &Path) -> std::path::PathBuf {
    said(stocktake(folder).args(["run", "returns", "--as-at", "2011-03-31", "--no-charts", "--out", "r"]), 0);
    folder.join("r/restricted")
}

/// What is measured of an authority: `3 of 7`.
fn measured(tables: &Path, code: &str, measure: &str) -> String {
    let rows = rows(&tables.join("quality.csv"));
    let row = rows.iter().find(|row| row["code"] == code && row["measure"] == measure).unwrap();
    format!("{} of {}", row["count"], row["of"])
}

/// The figure of an indicator on a level, of an authority where it is one's.
fn figure(tables: &Path, level: &str, code: &str, indicator: &str) -> Row {
    let rows = rows(&tables.join("indicators.csv"));
    let of = |row: &&Row| row["geographic_level"] == level && row["indicator"] == indicator;
    rows.iter().filter(of).find(|row| code.is_empty() || row["code"] == code).unwrap().clone()
}

#[test]
fn tables_scores_and_changes_are_counted() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    put(at, "301/2010/ad1", "CHILD,DATE_INT\nA,01/05/2009\n");
    put(at, "301/2010/episodes", &format!("{EPISODES}A,01/05/2009,S,C2,Q2,,\nB,01/05/2009,S,C2,Q2,,\n"));
    put(
        at,
        "301/2011/episodes",
        &format!("{EPISODES}A,01/05/2009,S,C1,Q2,,\nB,01/05/2009,S,C2,Q2,,\nC,01/05/2010,S,C2,Q2,,\n"),
    );
    put(at, "301/2011/header", &format!("{HEADER}A,1,01/04/2000,WBRI\nB,1,01/04/2000,WBRI\n"));
    put(at, "301/2011/oc2", "CHILD,SDQ_SCORE\nA,41\nB,12\nC,\n");
    let tables = run(at);
    // The decisions are in an earlier return, as they may be; reviews, OC3 and results in none.
    assert_eq!(measured(&tables, "301", "tables_missing"), "3 of 7");
    // An impossible score, among all rows of the tables that the ten need.
    assert_eq!(measured(&tables, "301", "cells_doubtful"), "1 of 11");
    // Two episodes were returned again, one of them changed.
    assert_eq!(measured(&tables, "301", "episodes_changed"), "1 of 2");
    assert_eq!(measured(&tables, "301", "score_missing"), "1 of 2");
}

#[test]
fn days_without_events_are_those_of_the_window_and_add_to_the_region() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    put(at, "301/2011/episodes", &format!("{EPISODES}A,01/05/2009,S,C2,Q2,,\n"));
    put(at, "302/2011/episodes", &format!("{EPISODES}A,31/03/2011,S,C2,Q2,,\n"));
    // They decide nothing unless the user sets a limit, as here.
    let limits = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/quality.toml")).unwrap();
    let old = "short = \"the extract may be old\"\n";
    assert_eq!(limits.matches(old).count(), 1);
    fs::create_dir(at.join("seeds")).unwrap();
    fs::write(at.join("seeds/quality.toml"), limits.replace(old, &format!("{old}with_care_above = 10\n"))).unwrap();
    let arguments = ["--as-at", "2011-03-31", "--no-charts", "--seeds", "seeds", "--out", "r"];
    said(stocktake(at).args(["run", "returns"]).args(arguments), 0);
    let tables = at.join("r/restricted");
    assert_eq!(measured(&tables, "301", "days_without_events"), "365 of 365");
    assert_eq!(measured(&tables, "302", "days_without_events"), "0 of 365");
    let words = |level, code| figure(&tables, level, code, "62")["verdict_reason"].clone();
    let silent = |count: &str| format!("{count} days of the window after the last start, end or review");
    assert!(words("Local authority", "301").contains(&silent("365 of 365")));
    assert!(!words("Local authority", "302").contains("days of the window"));
    assert!(words("Part of Regional", "").contains(&silent("365 of 730")));
}

#[test]
fn a_return_that_stops_before_its_window_does_leaves_every_child_open() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    // A year before something happened on the last day; of this year nothing is told after 30 January, or something is.
    let of_2010 = "A,01/05/2009,S,C2,Q2,,\nB,31/03/2010,S,C2,Q2,,\n";
    for (authority, last) in [("301", "30/01/2011"), ("302", "31/01/2011")] {
        put(at, &format!("{authority}/2010/episodes"), &format!("{EPISODES}{of_2010}"));
        put(at, &format!("{authority}/2011/episodes"), &format!("{EPISODES}{of_2010}C,{last},S,C2,Q2,,\n"));
    }
    let tables = run(at);
    let of = |authority: &str| {
        let figure = figure(&tables, "Local authority", authority, "62");
        ["value", "data_low", "data_high", "doubt_causes", "verdict"].map(|column| figure[column].clone())
    };
    assert_eq!(of("301"), ["0.0", "0.0", "100.0", "stale:3", "not usable"]);
    assert_eq!(of("302"), ["0.0", "0.0", "0.0", "", "usable"]);
    assert_eq!(measured(&tables, "301", "days_without_events"), "60 of 365");
}

#[test]
fn of_several_indicators_the_one_affected_most_counts() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    put(at, "301/2011/episodes", &format!("{EPISODES}A,01/05/2009,S,C2,Q2,,\nB,01/05/2009,S,C2,Q2,,\n"));
    put(at, "301/2011/header", &format!("{HEADER}A,1,01/09/1999,WBRI\nB,1,01/09/1999,WBRI\n"));
    let results = "CHILD,ACADYR,KS2_ENGLEV,KS2_MATLEV,KS4_LEVEL2_EM\nA,2011,4,4,\nB,2011,4,,\n";
    put(at, "301/2011/attainment", results);
    let tables = run(at);
    let missing = |indicator| figure(&tables, "Local authority", "301", indicator)["doubt_causes"].clone();
    assert_eq!([missing("99"), missing("100")], ["", "no_row:1"]);
    let now = figure(&tables, "Local authority", "301", "100");
    assert!(now["verdict_reason"].starts_with("1 in doubt, 2 in the figure: no row in attainment"), "{now:?}");
    assert_eq!(measured(&tables, "301", "results_missing"), "1 of 2");
}

#[test]
fn a_cohort_is_assumed_of_those_in_the_population_alone() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    put(at, "301/2011/episodes", &format!("{EPISODES}A,01/05/2010,S,C2,Q2,,\n"));
    put(at, "301/2011/header", &format!("{HEADER}A,1,01/05/1991,WBRI\nB,1,01/05/1991,WBRI\n"));
    put(at, "301/2011/oc3", "CHILD,IN_TOUCH,ACTIV,ACCOM\nA,YES,F1,B1\nB,DIED,0,0\n");
    assert_eq!(measured(&run(at), "301", "cohort_assumed"), "1 of 1");
}

#[test]
fn young_people_left_out_for_a_missing_row_are_counted_as_without_it() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let cohort = "A,01/05/2006,S,C2,Q2,,\nB,01/05/2006,S,C2,Q2,,\n";
    for year in 2009..=2011 {
        put(at, &format!("301/{year}/episodes"), &format!("{EPISODES}{cohort}"));
    }
    put(at, "301/2011/header", &format!("{HEADER}A,1,01/05/1991,WBRI\nB,1,01/05/1991,WBRI\n"));
    put(at, "301/2011/oc3", "CHILD,IN_TOUCH,ACTIV,ACCOM\nA,YES,F1,B1\n");
    assert_eq!(measured(&run(at), "301", "contact_missing"), "1 of 2");
    let policy = ["--policy", "missing_oc3_counts=false", "--as-at", "2011-03-31", "--no-charts", "--out", "r"];
    said(stocktake(at).args(["run", "returns"]).args(policy), 0);
    assert_eq!(measured(&at.join("r/restricted"), "301", "contact_missing"), "1 of 2");
}

#[test]
fn a_figure_without_children_is_not_usable_and_needs_no_reason() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "301/2011/episodes", &format!("{EPISODES}A,01/05/2009,S,C2,Q2,01/05/2010,E4\n"));
    let tables = run(folder.path());
    let figure = figure(&tables, "Local authority", "301", "62");
    let cells = ["status", "verdict", "verdict_reason"].map(|column| figure[column].as_str());
    assert_eq!(cells, ["no_denominator", "not usable", ""]);
}

#[test]
fn rows_of_authorities_that_are_not_in_a_figure_are_set_aside_by_why() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    put(at, "301/2011/episodes", &format!("{EPISODES}A,01/05/2009,S,C2,Q2,,\n"));
    put(at, "301/2011/header", &format!("{HEADER}A,1,01/09/1999,WBRI\n"));
    put(at, "302/2011/episodes", &format!("{EPISODES}A,01/05/2009,S,C2,Q2,,\nB,01/05/2009,S,C2,Q2,,\n"));
    // Cheshire was divided in 2009.
    let three = "A,01/05/2008,S,C2,Q2,,\nB,01/05/2008,S,C2,Q2,,\nC,01/05/2008,S,C2,Q2,,\n";
    put(at, "875/2009/episodes", &format!("{EPISODES}{three}"));
    let tables = run(at);
    let lines = rows(&tables.join("reconciliation.csv"));
    let aside = |indicator: &str| {
        let of = |line: &&Row| line["geographic_level"] == "Part of National" && line["indicator"] == indicator;
        let aside = lines.iter().filter(of).filter(|line| line["line"] == "set_aside");
        let aside = aside.filter(|line| line["counted"] == "rows of episodes");
        aside.map(|line| (line["why"].clone(), line["count"].clone())).collect::<Vec<_>>()
    };
    let not_there = ("authority_not_there_on_as_at".to_owned(), "3".to_owned());
    let without = ("authority_without_the_figure".to_owned(), "2".to_owned());
    assert_eq!(aside("63"), [not_there.clone(), without]);
    assert_eq!(aside("62"), [not_there]);
}

#[test]
fn a_review_that_is_seen_before_the_window_leaves_nothing_of_it_assumed() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let long_ago = |child: &str| format!("{child},01/05/2005,S,C2,Q2,,\n");
    let episodes = format!("{EPISODES}{}", ["BEFORE", "ON_DAY", "NONE", "SINCE"].map(long_ago).concat());
    for year in [2010, 2011] {
        put(at, &format!("301/{year}/episodes"), &episodes.replace("SINCE,01/05/2005", "SINCE,01/05/2009"));
    }
    // The returns begin on 1 April 2009, so that all but one have a review assumed on the day before.
    put(at, "301/2010/reviews", "CHILD,REVIEW\nBEFORE,31/03/2010\nSINCE,20/05/2009\n");
    put(at, "301/2011/reviews", "CHILD,REVIEW\nON_DAY,01/04/2010\nBEFORE,20/09/2010\n");
    let tables = run(at);
    // BEFORE was reviewed a day before the window; ON_DAY and NONE are counted from what nobody saw.
    assert_eq!(measured(&tables, "301", "reviews_assumed"), "2 of 4");
    assert_eq!(measured(&tables, "301", "late_on_assumption"), "3 of 4");
    let now = figure(&tables, "Local authority", "301", "66");
    assert!(now["verdict_reason"].contains("2 of 4 children whose first review of the window"), "{now:?}");
    // In the year before nothing earlier could be seen: it is not a year to have got better or worse since.
    assert_eq!(now["change_from_year"], "");
    assert_eq!(now["verdict"], "not usable");
}

#[test]
fn nothing_is_worse_than_a_year_counted_from_assumed_reviews() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    // A hundred children reviewed in time in 2009, for all that is seen, and two years on half of them late.
    let children: Vec<String> = (0..100).map(|child| format!("C{child}")).collect();
    let rows = |row: &dyn Fn(usize, &str) -> String| -> String {
        children.iter().enumerate().map(|(at, child)| row(at, child)).collect()
    };
    let episodes = format!("{EPISODES}{}", rows(&|_, child| format!("{child},01/05/2005,S,C2,Q2,,\n")));
    for year in [2010, 2011] {
        let gone = format!("GONE,01/03/{year},S,V2,Q2,20/03/{year},E8\n");
        put(at, &format!("301/{year}/episodes"), &format!("{episodes}{gone}"));
    }
    let of_2010 = rows(&|_, child| format!("{child},01/09/2009\n{child},01/03/2010\n"));
    put(at, "301/2010/reviews", &format!("CHILD,REVIEW\n{of_2010}"));
    let of_2011 = rows(&|at, child| {
        let first = if at < 50 { "20/12/2010" } else { "25/08/2010" };
        format!("{child},{first}\n{child},20/02/2011\n")
    });
    put(at, "301/2011/reviews", &format!("CHILD,REVIEW\n{of_2011}"));
    let now = figure(&run(at), "Local authority", "301", "66");
    assert_eq!([&*now["value"], &*now["change_from_value"]], ["50.0", "100.0"], "{now:?}");
    // Every child was seen to be reviewed in the six months before the window.
    assert_eq!([&*now["verdict"], &*now["change_told"]], ["usable", "not tested"], "{now:?}");
    assert_eq!(now["change_not_compared"], "2010 is unreliable");
}
