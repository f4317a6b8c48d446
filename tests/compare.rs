//! `stocktake compare`, as a person runs it, on tiny returns.

mod causes;

use crate::folder::{in_one_line, rows, said, stocktake, tree};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const EPISODES: &str = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC
A,01/04/2010,S,C2,Q1,01/06/2010,X1
A,01/06/2010,P,C2,Q1,,
B,01/04/2010,S,C2,Q1,,
C,01/04/2010,S,C2,Q1,,
";

const REVIEWS: &str = "CHILD,REVIEW
A,20/04/2010
A,20/07/2010
A,10/01/2011
B,02/05/2010
B,20/07/2010
B,10/01/2011
C,20/04/2010
C,20/07/2010
C,10/01/2011
";

/// A third placement for A, and nothing else.
fn with_a_third_placement() -> String {
    EPISODES.replace("A,01/06/2010,P,C2,Q1,,\n", "A,01/06/2010,P,C2,Q1,01/09/2010,X1\nA,01/09/2010,P,C2,Q1,,\n")
}

/// A folder with the returns of Barnet in `returns`.
fn returns() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    write_returns(folder.path(), "returns", EPISODES);
    folder
}

fn write_returns(folder: &Path, name: &str, episodes: &str) {
    let place = folder.join(name).join("302/2011");
    fs::create_dir_all(&place).unwrap();
    fs::write(place.join("episodes.csv"), episodes).unwrap();
    fs::write(place.join("reviews.csv"), REVIEWS).unwrap();
}

/// Runs `returns`, on the day given or 31 March 2011, into `out`.
fn run(folder: &Path, returns: &str, out: &str, more: &[&str]) {
    let day: &[&str] = if more.contains(&"--as-at") { &[] } else { &["--as-at", "2011-03-31"] };
    let arguments = ["run", returns, "--no-charts", "--quiet", "--out", out];
    said(stocktake(folder).args(arguments).args(day).args(more), 0);
}

/// What `compare a b` says, which must end with `code`; it fits a terminal.
fn compare(folder: &Path, more: &[&str], code: i32) -> String {
    let (out, _) = said(stocktake(folder).args(["compare", "a", "b"]).args(more), code);
    assert!(out.lines().all(|line| line.chars().count() <= 100), "{out}");
    out
}

/// What stops `compare a b`, in one line.
fn stopped(folder: &Path) -> String {
    let (_, error) = said(stocktake(folder).args(["compare", "a", "b"]), 2);
    in_one_line(&error)
}

/// Changes a text of a report's file.
fn edit(folder: &Path, file: &str, from: &str, to: &str) {
    let path = folder.join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file} has no {from}");
    fs::write(path, text.replace(from, to)).unwrap();
}

#[test]
fn the_same_twice_differs_in_nothing() {
    let folder = returns();
    run(folder.path(), "returns", "a", &[]);
    run(folder.path(), "returns", "b", &[]);
    let out = compare(folder.path(), &["--out", "c"], 0);
    assert!(out.contains("No figure differs: all 10 are the same. 0 children changed standing."), "{out}");
    assert!(out.contains("Nothing was set differently"), "{out}");
    for table in ["setting", "figures", "children", "rows"] {
        assert!(rows(&folder.path().join(format!("c/compare/{table}.csv"))).is_empty(), "{table}");
    }
}

#[test]
fn reports_of_other_authorities_are_said_to_be_so() {
    let folder = returns();
    for name in ["others", "both"] {
        write_returns(folder.path(), name, EPISODES);
        fs::rename(folder.path().join(name).join("302"), folder.path().join(name).join("303")).unwrap();
    }
    write_returns(folder.path(), "both", EPISODES);
    run(folder.path(), "returns", "a", &[]);
    let words = "No authority is in both runs";
    for (returns, is_said) in [("others", true), ("both", false)] {
        run(folder.path(), returns, "b", &[]);
        let out = compare(folder.path(), &[], 1);
        assert_eq!(out.contains(words), is_said, "{out}");
        fs::remove_dir_all(folder.path().join("b")).unwrap();
    }
}

#[test]
fn a_changed_row_is_named_with_its_child_and_no_other() {
    let folder = returns();
    write_returns(folder.path(), "later", &with_a_third_placement());
    run(folder.path(), "returns", "a", &[]);
    run(folder.path(), "later", "b", &[]);
    let out = compare(folder.path(), &["--out", "c"], 1);
    insta::assert_snapshot!("data_changed", out);
    let table = |name: &str| rows(&folder.path().join(format!("c/compare/{name}.csv")));
    let figures = table("figures");
    let places: Vec<_> = figures.iter().map(|row| (row["code"].as_str(), row["indicator"].as_str())).collect();
    assert_eq!(places, [("E92000001", "62"), ("E12000007", "62"), ("302", "62")]);
    let barnet = &figures[2];
    let moved = ["numerator_before", "numerator_after", "changed_sides", "joined", "causes", "causes_known"];
    assert_eq!(moved.map(|column| barnet[column].as_str()), ["0", "1", "1", "0", "data", "the only one"]);
    let children = table("children");
    assert_eq!(children.len(), 1);
    let child = ["child", "reason_before", "reason_after", "rows_only_before", "rows_only_after"];
    assert_eq!(child.map(|column| children[0][column].as_str()), ["A", "fewer_than_three_placements", "", "1", "2"]);
    let rows: Vec<_> = table("rows")
        .iter()
        .map(|row| ["only", "file", "line", "child", "table"].map(|column| row[column].clone()).join(" "))
        .collect();
    assert_eq!(
        rows,
        [
            "before returns/302/2011/episodes.csv 3 A episodes",
            "after later/302/2011/episodes.csv 3 A episodes",
            "after later/302/2011/episodes.csv 4 A episodes",
        ]
    );
    let setting = table("setting");
    let kinds: Vec<_> = setting.iter().map(|row| row["setting"].as_str()).collect();
    assert_eq!(kinds, ["input_changed", "input_moved"], "reviews.csv is the same under another path");
}

#[test]
fn ids_and_rows_of_children_are_said_only_where_asked_for() {
    let folder = returns();
    run(folder.path(), "returns", "a", &[]);
    let episodes = EPISODES.replace("A,01/04/2010,S,C2,Q1,01/06/2010", "A,2010-05-01,S,C2,Q1,2010-06-01");
    write_returns(folder.path(), "later", &episodes.replace("B,01/04/2010", "B,2010-04-01"));
    run(folder.path(), "later", "b", &[]);
    let out = compare(folder.path(), &[], 1);
    assert!(!out.contains("302 A"), "{out}");
    let out = compare(folder.path(), &["--children"], 1);
    let row =
        "302 A, episodes of 2011\n    - later/302/2011/episodes.csv, line 2 -> 2: DECOM 2010-04-01 -> 2010-05-01\n";
    assert!(out.contains(row), "{out}");
    assert!(!out.contains("302 B"), "the same day written otherwise is the same: {out}");
}

#[test]
fn a_policy_is_the_cause_for_the_indicators_it_bears_on() {
    let folder = returns();
    run(folder.path(), "returns", "a", &[]);
    run(folder.path(), "returns", "b", &["--policy", "first_review_days=35"]);
    let out = compare(folder.path(), &["--out", "c"], 1);
    insta::assert_snapshot!("policy_changed", out);
    let setting = rows(&folder.path().join("c/compare/setting.csv"));
    assert_eq!(setting.len(), 1);
    let told = ["setting", "name", "before", "after", "bears_on"].map(|column| setting[0][column].as_str());
    assert_eq!(told, ["policy", "first_review_days", "28", "35", "66"]);
}

#[test]
fn several_causes_are_all_named_with_how_to_tell_them_apart() {
    let folder = returns();
    write_returns(folder.path(), "later", &with_a_third_placement());
    run(folder.path(), "returns", "a", &[]);
    run(folder.path(), "later", "b", &["--policy", "first_review_days=35"]);
    edit(
        folder.path(),
        "b/run.json",
        &format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION")),
        "\"version\": \"9.9.9\"",
    );
    let out = compare(folder.path(), &[], 1).replace(env!("CARGO_PKG_VERSION"), "VERSION");
    insta::assert_snapshot!("several_causes", out);
}

#[test]
fn returns_that_were_written_over_are_said_not_to_be_compared() {
    let folder = returns();
    run(folder.path(), "returns", "a", &[]);
    write_returns(folder.path(), "returns", &with_a_third_placement());
    run(folder.path(), "returns", "b", &[]);
    let out = in_one_line(&compare(folder.path(), &["--out", "c"], 1));
    assert!(out.contains("input changed returns/302/2011/episodes.csv, 4 -> 5 rows"), "{out}");
    assert!(out.contains("Not compared: returns/302/2011/episodes.csv has changed since a was written."), "{out}");
    assert!(out.contains("keep the returns of each run in a folder of their own"), "{out}");
    assert!(rows(&folder.path().join("c/compare/rows.csv")).is_empty());
    fs::remove_dir_all(folder.path().join("returns")).unwrap();
    let out = in_one_line(&compare(folder.path(), &[], 1));
    assert!(out.contains("Not compared: returns/302/2011/episodes.csv is no longer there."), "{out}");
}

#[test]
fn a_file_in_another_years_folder_is_other_data() {
    let folder = returns();
    run(folder.path(), "returns", "a", &[]);
    let year = folder.path().join("returns/302");
    fs::create_dir(year.join("2010")).unwrap();
    fs::rename(year.join("2011/reviews.csv"), year.join("2010/reviews.csv")).unwrap();
    run(folder.path(), "returns", "b", &[]);
    let out = in_one_line(&compare(folder.path(), &[], 1));
    assert!(
        out.contains("input in another return returns/302/2011/reviews.csv -> returns/302/2010/reviews.csv"),
        "{out}"
    );
    assert!(out.contains("NI 66: the data (1 input differs)."), "{out}");
}

#[test]
fn a_report_that_is_not_whole_is_refused_with_what_would_mend_it() {
    let folder = returns();
    run(folder.path(), "returns", "a", &[]);
    run(folder.path(), "returns", "b", &[]);
    edit(folder.path(), "b/restricted/children.csv", "302,62,A", "302,62,Z");
    let error = stopped(folder.path());
    assert!(error.contains("b/restricted/children.csv has been changed since it was written"), "{error}");
    assert!(error.contains("run it again"), "{error}");
    fs::remove_file(folder.path().join("b/restricted/children.csv")).unwrap();
    let error = stopped(folder.path());
    assert!(error.contains("b/restricted/children.csv cannot be read, though run.json lists it"), "{error}");
    fs::write(folder.path().join("b/run.json"), "{\"program\":").unwrap();
    let error = stopped(folder.path());
    assert!(error.contains("b/run.json is not a record that this version can read"), "{error}");
}

#[test]
fn a_folder_that_is_no_report_is_refused_with_what_to_give() {
    let folder = returns();
    run(folder.path(), "returns", "a", &[]);
    let error = stopped(folder.path());
    assert!(error.contains("b does not exist help: give the folder that `stocktake run` wrote"), "{error}");
    fs::create_dir(folder.path().join("b")).unwrap();
    let error = stopped(folder.path());
    assert!(error.contains("b is not a report of stocktake: it has no run.json"), "{error}");
}

#[test]
fn each_of_several_days_is_compared_with_the_same_day() {
    let folder = returns();
    write_returns(folder.path(), "later", &with_a_third_placement());
    run(folder.path(), "returns", "a", &["--as-at", "2010-08-31", "--as-at", "2010-12-31"]);
    run(folder.path(), "later", "b", &["--as-at", "2010-08-31", "--as-at", "2010-12-31", "--as-at", "2011-03-31"]);
    let out = compare(folder.path(), &["--out", "c"], 1);
    // The third placement began on 1 September.
    let (august, december) = out.split_once("2010-12-31\n\n").unwrap();
    assert!(
        august.starts_with("2010-08-31\n\n") && august.contains("No figure differs: all 10 are the same."),
        "{out}"
    );
    assert!(
        december.contains("1 of 10 figures differs") && december.contains("fewer than three placements in the window"),
        "{out}"
    );
    assert!(out.ends_with("2011-03-31: in one of the two runs alone\n"), "{out}");
    assert!(folder.path().join("c/2010-12-31/compare/figures.csv").is_file());

    // A run for one day beside one for several is compared on that day.
    run(folder.path(), "returns", "a1", &["--as-at", "2010-08-31"]);
    let (out, _) = said(stocktake(folder.path()).args(["compare", "a1", "a"]), 0);
    assert!(out.starts_with("2010-08-31\n\n") && out.ends_with("2010-12-31: in one of the two runs alone\n"), "{out}");
    run(folder.path(), "returns", "a2", &["--as-at", "2011-03-31"]);
    let (_, error) = said(stocktake(folder.path()).args(["compare", "a2", "a"]), 2);
    assert!(error.contains("the two runs have no day in common"), "{error}");
}

#[test]
fn the_tables_are_the_owners_alone_and_the_same_each_time() {
    let folder = returns();
    write_returns(folder.path(), "later", &with_a_third_placement());
    run(folder.path(), "returns", "a", &[]);
    run(folder.path(), "later", "b", &[]);
    let out = |threads: &str| {
        let arguments = ["compare", "a", "b", "--out", "c"];
        let out = said(stocktake(folder.path()).env("RAYON_NUM_THREADS", threads).args(arguments), 1);
        (out, tree(&folder.path().join("c")))
    };
    assert!(out("1") == out("7"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(folder.path().join("c/compare")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }
    fs::write(folder.path().join("c/compare.json"), "{}").unwrap();
    let (_, error) = said(stocktake(folder.path()).args(["compare", "a", "b", "--out", "c"]), 2);
    assert!(error.contains("is not a report of stocktake"), "a folder of somebody else's is kept: {error}");
}

#[test]
fn help_gives_examples() {
    let (out, _) = said(stocktake(Path::new(".")).args(["compare", "--help"]), 0);
    assert!(out.contains("stocktake compare before after --children"));
    assert!(out.contains("Exit codes"));
}

#[test]
fn a_list_that_no_record_seals_is_named() {
    let folder = returns();
    fs::create_dir(folder.path().join("seeds")).unwrap();
    run(folder.path(), "returns", "a", &["--seeds", "seeds"]);
    run(folder.path(), "returns", "b", &["--seeds", "seeds", "--policy", "first_review_days=35"]);
    let out = in_one_line(&compare(folder.path(), &[], 1));
    assert!(out.contains("Both runs used seeds. run.json does not record its contents"), "{out}");
    assert!(!out.contains("seeds, if it changed between the runs"), "{out}");
    edit(folder.path(), "b/run.json", "\"first_review_days\": 35", "\"first_review_days\": 28");
    let out = in_one_line(&compare(folder.path(), &[], 1));
    assert!(out.contains("NI 66: seeds, if it changed between the runs"), "{out}");
}

#[test]
fn another_score_is_told_from_a_child_who_came_in() {
    let folder = returns();
    let place = folder.path().join("returns/302/2011");
    fs::write(place.join("header.csv"), "CHILD,SEX,DOB,ETHNIC\nA,1,01/05/2000,WBRI\nB,2,01/05/2000,WBRI\n").unwrap();
    fs::write(place.join("oc2.csv"), "CHILD,SDQ_SCORE\nA,10\nB,\n").unwrap();
    run(folder.path(), "returns", "a", &[]);
    fs::write(place.join("oc2.csv"), "CHILD,SDQ_SCORE\nA,14\nB,20\n").unwrap();
    run(folder.path(), "returns", "b", &[]);
    let out = compare(folder.path(), &["--children", "--out", "c"], 1);
    assert!(
        out.contains("1 joined the children counted: there is no score -> scored\n           Barnet: B\n"),
        "{out}"
    );
    assert!(out.contains("1 counted with another score: score 10 -> score 14\n           Barnet: A\n"), "{out}");
    let figures = rows(&folder.path().join("c/compare/figures.csv"));
    let barnet = figures.iter().find(|row| row["code"] == "302" && row["indicator"] == "58").unwrap();
    let counts = ["value_before", "value_after", "joined", "changed_score"].map(|column| barnet[column].as_str());
    assert_eq!(counts, ["10.0", "17.0", "1", "1"]);
}
