//! `stocktake check`, as a person runs it.

use crate::folder::{data, said, stocktake, tree};
use std::fs;
use std::path::Path;

/// A return of Barking and Dagenham for 2011 with an episode of no nights, an overlap, and a review after the year.
const RETURN: [(&str, &str); 3] = [
    ("header", "CHILD,SEX,DOB,ETHNIC\n1,1,03/02/2001,WBRI\n2,2,04/03/2002,WBRI\n"),
    (
        "episodes",
        "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n\
         1,01/05/2010,S,C2,Q2,01/05/2010,X1\n\
         1,01/05/2010,P,C2,Q2,,\n\
         2,01/05/2010,S,C2,Q2,02/07/2010,X1\n\
         2,01/07/2010,P,C2,K2,,\n",
    ),
    ("reviews", "CHILD,REVIEW\n1,01/06/2010\n1,01/04/2011\n,01/06/2010\n"),
];

fn with_return(tables: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("returns/301/2011");
    fs::create_dir_all(&place).unwrap();
    for (table, text) in tables {
        fs::write(place.join(format!("{table}.csv")), text).unwrap();
    }
    folder
}

fn read(folder: &Path, table: &str) -> String {
    fs::read_to_string(folder.join("out/check").join(format!("{table}.csv"))).unwrap()
}

#[test]
fn what_is_found_is_printed_and_written_with_what_would_mend_it() {
    let folder = with_return(&[RETURN.as_slice(), &[("oc2", "CHILD;SDQ_SCORE\n1;12\n")]].concat());
    let (out, error) = said(stocktake(folder.path()).args(["check", "returns", "--out", "out"]), 0);
    insta::assert_snapshot!("check-text", out);
    insta::assert_snapshot!("check-said", error);
    insta::assert_snapshot!("check-findings", read(folder.path(), "findings"));
    insta::assert_snapshot!("check-returns", read(folder.path(), "returns"));
    let written: Vec<String> = tree(&folder.path().join("out")).into_keys().collect();
    assert_eq!(written, ["check.json", "check/findings.csv", "check/returns.csv", "check/rules.csv"]);
}

#[test]
fn no_child_is_named_on_the_terminal() {
    let folder = with_return(&[
        ("header", "CHILD,SEX,DOB,ETHNIC\nSECRET7,1,03/02/2001,WBRI\n"),
        ("episodes", "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nSECRET7,01/05/2010,S,C2,Q2,01/05/2010,X1\n"),
    ]);
    let (out, error) = said(stocktake(folder.path()).args(["check", "returns", "--out", "out"]), 0);
    assert!(!out.contains("SECRET7") && !error.contains("SECRET7"), "{out}{error}");
    assert!(read(folder.path(), "findings").contains("SECRET7"));
}

#[test]
fn a_rule_without_its_table_is_listed_as_not_run() {
    let folder = with_return(&RETURN);
    let (out, _) = said(stocktake(folder.path()).args(["check", "returns", "--rule", "601", "--out", "out"]), 0);
    assert!(out.contains("NOT RUN") && out.contains("no ad1 in 2011: 601"), "{out}");
    let rules = read(folder.path(), "rules");
    assert_eq!(rules.lines().count(), 2);
    assert!(rules.contains("no ad1 in 2011"), "{rules}");
}

#[test]
fn strict_tells_by_its_exit_code() {
    let folder = with_return(&RETURN);
    let strict = |rule| ["check", "returns", "--quiet", "--strict", "--rule", rule];
    // A row without a child cannot be looked at by any rule.
    said(stocktake(folder.path()).args(strict("102")), 1);
    let folder = with_return(&RETURN[..2]);
    said(stocktake(folder.path()).args(strict("102")), 0);
    said(stocktake(folder.path()).args(strict("501")), 1);
    said(stocktake(folder.path()).args(strict("601")), 1);
}

#[test]
fn a_rule_that_is_not_there_and_returns_that_are_not_say_what_to_do() {
    let folder = with_return(&RETURN);
    let (_, error) = said(stocktake(folder.path()).args(["check", "returns", "--rule", "9999"]), 2);
    assert!(error.contains("there is no rule 9999") && error.contains("`stocktake rules`"), "{error}");
    let (_, error) = said(stocktake(folder.path()).args(["check", "nowhere"]), 2);
    assert!(error.contains("nowhere is not there"), "{error}");
}

#[test]
fn the_tables_are_the_same_on_one_thread_and_on_many() {
    let folder = tempfile::tempdir().unwrap();
    for threads in ["1", "5"] {
        let mut command = stocktake(folder.path());
        said(command.env("RAYON_NUM_THREADS", threads).arg("check").arg(data()).args(["-q", "--out", threads]), 0);
    }
    let [one, many] = ["1", "5"].map(|threads| tree(&folder.path().join(threads).join("check")));
    assert!(one == many);
}

#[test]
fn a_check_leaves_the_report_of_a_run_beside_it_alone() {
    let folder = with_return(&RETURN);
    said(
        stocktake(folder.path()).args(["run", "returns", "--as-at", "2011-03-31", "--no-charts", "-q", "--out", "out"]),
        0,
    );
    let run = tree(&folder.path().join("out/restricted"));
    said(stocktake(folder.path()).args(["check", "returns", "-q", "--out", "out"]), 0);
    assert!(run == tree(&folder.path().join("out/restricted")));
}
