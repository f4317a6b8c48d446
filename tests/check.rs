//! `stocktake check`, as a user runs it.

use crate::folder::{data, rows, said, stocktake, tree};
use std::fs;
use std::path::Path;

/// Barking and Dagenham's return for 2011, with an episode of no nights, an overlap, and a review after the year.
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

const EPISODES: &str = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n";
const HEADER: &str = "CHILD,SEX,DOB,ETHNIC\n";

/// Writes a file below a folder.
fn put(folder: &Path, name: &str, text: &str) {
    let place = folder.join(name);
    fs::create_dir_all(place.parent().unwrap()).unwrap();
    fs::write(place, text).unwrap();
}

/// Checks the folder `returns`, and gives what was printed.
fn check(folder: &Path, arguments: &[&str], code: i32) -> String {
    said(stocktake(folder).args(["check", "returns"]).args(arguments), code).0
}

/// The cells of these columns, row by row.
fn cells(path: &Path, columns: &[&str]) -> Vec<Vec<String>> {
    rows(path).iter().map(|row| columns.iter().map(|column| row[*column].clone()).collect()).collect()
}

#[test]
fn findings_are_printed_and_written_with_their_remedies() {
    let folder = with_return(&[RETURN.as_slice(), &[("oc2", "CHILD|SDQ_SCORE\n1|12\n")]].concat());
    let (out, error) = said(stocktake(folder.path()).args(["check", "returns", "--out", "out"]), 0);
    insta::assert_snapshot!("check-text", out);
    insta::assert_snapshot!("check-said", error);
    insta::assert_snapshot!("check-findings", read(folder.path(), "findings"));
    insta::assert_snapshot!("check-returns", read(folder.path(), "returns"));
    let written: Vec<String> = tree(&folder.path().join("out")).into_keys().collect();
    let tables =
        ["accepted", "children", "columns", "findings", "returns", "rules"].map(|table| format!("check/{table}.csv"));
    assert_eq!(written[0], "check.json");
    assert_eq!(written[1..], tables);
    let children =
        cells(&folder.path().join("out/check/children.csv"), &["child", "errors", "queries", "rules", "indicators"]);
    // The child with the most errors first.
    assert_eq!(children[0], ["1", "3", "0", "355; 501; ST02", "58; 61; 62; 63; 66; 99; 100; 101; 147; 148"]);
    assert_eq!(children[1], ["2", "3", "0", "388; 433; 501", "58; 62; 63; 66; 99; 100; 101"]);
}

const ACCEPTED: &str = "rule,child,column,value,reason,until\n";

#[test]
fn what_is_accepted_leaves_the_list_until_its_day() {
    let folder = with_return(&RETURN);
    let accept = |row: &str| {
        fs::write(folder.path().join("accepted.csv"), format!("{ACCEPTED}{row}\n")).unwrap();
        let out = check(folder.path(), &["--accepted", "accepted.csv", "--out", "out"], 0);
        let of = |table: &str| cells(&folder.path().join(format!("out/check/{table}.csv")), &["rule", "child"]);
        (out, of("findings").contains(&vec!["501".to_owned(), "2".to_owned()]), of("accepted"))
    };
    // The return ends on 31 March 2011.
    let (out, listed, accepted) = accept("501,2,,,looked at,31/03/2011");
    assert!(!listed && accepted == [["501", "2"]] && out.contains("1 finding is accepted and not counted"), "{out}");
    let (out, listed, accepted) = accept("501,2,DECOM,01/07/2010,looked at,2011-03-31");
    assert!(!listed && accepted.len() == 1, "{out}");
    let (out, listed, accepted) = accept("501,2,,,looked at,30/03/2011");
    assert!(listed && accepted.is_empty() && out.contains("1 finding is in the list again"), "{out}");
    let (out, listed, accepted) = accept("501,2,DECOM,02/07/2010,looked at,31/03/2011");
    assert!(listed && accepted.is_empty() && out.contains("1 acceptance has no finding any more"), "{out}");
    // Only that child's is accepted.
    assert_eq!(
        rows(&folder.path().join("out/check/rules.csv")).iter().find(|row| row["rule"] == "501").unwrap()["findings"],
        "2"
    );
}

#[test]
fn of_several_authorities_a_child_is_accepted_in_its_own() {
    let folder = with_return(&RETURN);
    for (table, text) in RETURN {
        put(folder.path(), &format!("returns/302/2011/{table}.csv"), text);
    }
    let accept = |columns: &str, row: &str| {
        fs::write(folder.path().join("accepted.csv"), format!("{columns}{row}\n")).unwrap();
        ["check", "returns", "--rule", "501", "--accepted", "accepted.csv", "--out", "out"]
    };
    let (_, error) = said(stocktake(folder.path()).args(accept(ACCEPTED, "501,2,,,looked at,31/03/2011")), 2);
    assert!(error.contains("give the file a column la_code"), "{error}");
    let columns = format!("la_code,{ACCEPTED}");
    said(stocktake(folder.path()).args(accept(&columns, "302,501,2,,,looked at,31/03/2011")), 0);
    let of = |table: &str| cells(&folder.path().join(format!("out/check/{table}.csv")), &["la_code", "child"]);
    assert_eq!(of("accepted"), [["302", "2"]]);
    assert!(of("findings").contains(&["301", "2"].map(str::to_owned).to_vec()));
}

#[test]
fn an_id_that_looks_like_a_formula_is_the_same_child_in_the_next_check() {
    let formula = |text: &str| text.replace("\n2,", "\n@2,");
    let folder = with_return(&[("header", &formula(RETURN[0].1)), ("episodes", &formula(RETURN[1].1))]);
    check(folder.path(), &["--rule", "501", "--out", "before"], 0);
    let out = check(folder.path(), &["--rule", "501", "--since", "before"], 0);
    assert!(out.contains("Since the earlier check: 0 new, 2 still there, 0 mended."), "{out}");
}

#[test]
fn an_acceptance_needs_a_reason_and_a_day() {
    let folder = with_return(&RETURN);
    for (row, expected) in [
        ("501,2,,,,31/03/2011", "accepted.csv, line 2: no reason is given"),
        ("501,2,,,looked at,soon", "accepted.csv, line 2: until: 'soon' is not a date"),
    ] {
        fs::write(folder.path().join("accepted.csv"), format!("{ACCEPTED}{row}\n")).unwrap();
        let (_, error) = said(stocktake(folder.path()).args(["check", "returns", "--accepted", "accepted.csv"]), 2);
        assert!(error.contains(expected), "{error}");
    }
}

#[test]
fn an_earlier_check_tells_what_is_new_and_what_was_mended() {
    let folder = with_return(&RETURN);
    check(folder.path(), &["--out", "before"], 0);
    // Child 2's overlap is mended, and its SEX taken out; child 1's review moves to another line.
    put(folder.path(), "returns/301/2011/episodes.csv", &RETURN[1].1.replace("02/07/2010", "01/07/2010"));
    put(folder.path(), "returns/301/2011/header.csv", &RETURN[0].1.replace("2,2,04", "2,,04"));
    put(folder.path(), "returns/301/2011/reviews.csv", "CHILD,REVIEW\n1,01/04/2011\n");
    let out = check(folder.path(), &["--since", "before", "--out", "after"], 0);
    let findings = cells(&folder.path().join("after/check/findings.csv"), &["rule", "child", "since"]);
    let new: Vec<&Vec<String>> = findings.iter().filter(|row| row[2] == "new").collect();
    assert_eq!(new, [&["101".to_owned(), "2".to_owned(), "new".to_owned()]]);
    assert!(findings.contains(&["ST02", "1", "still there"].map(str::to_owned).to_vec()), "{findings:?}");
    let mended = cells(&folder.path().join("after/check/mended.csv"), &["rule", "child"]);
    let expected = [["child_blank", ""], ["388", "2"], ["433", "2"], ["501", "2"]];
    assert!(expected.iter().all(|row| mended.iter().any(|mended| mended == row)) && mended.len() == 4, "{mended:?}");
    assert!(out.contains("Since the earlier check: 1 new, 3 still there, 4 mended."), "{out}");
    let (_, error) = said(stocktake(folder.path()).args(["check", "returns", "--since", "nowhere"]), 2);
    assert!(error.contains("nowhere/check/findings.csv cannot be read"), "{error}");
}

#[test]
fn what_does_not_fit_on_a_page_is_said_in_brief() {
    let folder = with_return(&RETURN);
    let broken: String = (1..40).map(|child| format!("{child},01/05/2011,,,,,X1\n")).collect();
    put(folder.path(), "returns/301/2011/episodes.csv", &format!("{EPISODES}{broken}"));
    let header: String = (1..40).map(|child| format!("{child},7,03/02/2013,\n")).collect();
    put(folder.path(), "returns/301/2011/header.csv", &format!("{HEADER}{header}"));
    let out = check(folder.path(), &[], 0);
    assert!(out.lines().count() <= 60 && out.contains("more found less") && !out.contains("such as"), "{out}");
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
fn a_rule_asked_for_twice_finds_everything_once() {
    let folder = with_return(&RETURN);
    let once = said(stocktake(folder.path()).args(["check", "returns", "--rule", "501"]), 0);
    let twice = said(stocktake(folder.path()).args(["check", "returns", "--rule", "501", "--rule", "501"]), 0);
    assert_eq!(once, twice);
}

#[test]
fn the_tables_of_a_check_do_not_go_among_the_returns() {
    let folder = with_return(&RETURN);
    said(stocktake(folder.path()).args(["check", "returns", "--out", "."]), 0);
    let (_, error) = said(stocktake(folder.path()).args(["check", ".", "--out", "."]), 2);
    assert!(error.contains("--out . is the folder of the returns"), "{error}");
}

#[test]
fn strict_shows_in_the_exit_code() {
    let folder = with_return(&RETURN);
    let strict = |rule| ["check", "returns", "--quiet", "--strict", "--rule", rule];
    // No rule can check a row without a child.
    said(stocktake(folder.path()).args(strict("102")), 1);
    let folder = with_return(&RETURN[..2]);
    said(stocktake(folder.path()).args(strict("102")), 0);
    said(stocktake(folder.path()).args(strict("501")), 1);
    said(stocktake(folder.path()).args(strict("601")), 1);
}

#[test]
fn an_unknown_rule_and_missing_returns_say_what_to_do() {
    let folder = with_return(&RETURN);
    let (_, error) = said(stocktake(folder.path()).args(["check", "returns", "--rule", "9999"]), 2);
    assert!(error.contains("there is no rule 9999") && error.contains("`stocktake rules`"), "{error}");
    let (_, error) = said(stocktake(folder.path()).args(["check", "nowhere"]), 2);
    assert!(error.contains("nowhere does not exist"), "{error}");
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

#[test]
fn strict_fails_on_what_was_not_checked_but_not_on_queries() {
    let ends = |tables: &[(&str, &str)], rule: &str, code: i32| {
        let folder = with_return(tables);
        said(stocktake(folder.path()).args(["check", "returns", "--quiet", "--strict", "--rule", rule]), code);
    };
    let header = ("header", "CHILD,SEX,DOB,ETHNIC\nA,1,02/05/2000,WBRI\n");
    ends(&[header], "102", 0);
    ends(&[header, ("another", "CHILD|SEX|DOB|ETHNIC\n")], "102", 1);
    ends(&[("header", "CHILD,SEX,DOB,ETHNIC\nA,1,02/05/2000\n")], "102", 1);
    ends(&[("header", "CHILD,SEX,DOB,ETHNIC\n")], "102", 1);
    let reviews = ("reviews", "CHILD,REVIEW,REVIEW_CODE\nA,28/05/2010,PN1\nA,03/06/2010,PN1\n");
    ends(&[reviews, ("episodes", "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,01/05/2010,S,C2,Q2,,\n")], "ST04", 0);
}

#[test]
fn rows_and_files_that_no_rule_can_check_come_first() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    put(
        at,
        "returns/header.csv",
        &format!(
            "LA,YEAR,{HEADER}999,2011,A,1,01/04/2000,WBRI\n301,,=1+1,1,01/04/2000,WBRI\n301,2011,-B,1,=TODAY(),WBRI\n"
        ),
    );
    put(at, "returns/oc2.csv", "CHILD|SDQ_SCORE\n");
    let text = check(at, &["--rule", "102", "--out", "out"], 0);
    assert!(text.contains("\n2 rows could not be placed"), "{text}");
    assert_eq!(
        cells(&at.join("out/check/findings.csv"), &["rule", "severity", "la_code", "line", "child", "values"]),
        [
            ["file_refused", "error", "", "1", "", ""],
            ["authority_unknown", "error", "", "2", "A", "999"],
            ["year_not_told", "error", "301", "3", "'=1+1", ""],
            ["102", "error", "301", "4", "'-B", "a date of birth that cannot be read"],
        ]
    );
}

#[test]
fn a_return_with_headings_alone_lacks_the_children_of_the_year_before() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    put(at, "returns/301/2010/episodes.csv", &format!("{EPISODES}A,01/05/2009,S,C2,Q2,,\n"));
    put(at, "returns/301/2011/episodes.csv", EPISODES);
    let text = check(at, &["--rule", "ST07", "--out", "out"], 0);
    let columns = ["year", "children", "errors", "children_with_errors", "rules_run"];
    let returns = cells(&at.join("out/check/returns.csv"), &columns);
    assert_eq!(returns, [["2010", "1", "0", "0", "0"], ["2011", "1", "1", "1", "1"]]);
    assert!(text.contains("1 of 2 children (50.0%) have an error, each counted once in every return."), "{text}");
}

#[test]
fn control_characters_are_not_printed() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "returns/301/2011/header.csv", &format!("{HEADER}A,\u{1b}[31m1,02/05/2000,WBRI\n"));
    let text = check(folder.path(), &[], 0);
    assert!(text.contains("SEX") && !text.contains('\u{1b}'), "{text}");
}

#[test]
fn the_order_and_layout_of_files_change_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let children = ["A,1,02/05/00,WBRI\n", "B,3,02/05/2000,WBRI\n", "B,1,02/05/2000,WBRI\n"];
    let found = |name: &str| {
        said(stocktake(at).args(["check", name, "--out", "of-layout"]), 0);
        let columns = ["rule", "la_code", "year", "child", "fields", "values"];
        let mut found = cells(&at.join("of-layout/check/findings.csv"), &columns);
        found.sort();
        found
    };
    for (authority, year) in [("301", 2010), ("301", 2011), ("302", 2011)] {
        put(at, &format!("folders/{authority}/{year}/header.csv"), &format!("{HEADER}{}", children.concat()));
        for (place, child) in children.iter().enumerate() {
            // The last file comes first.
            let name = format!("collated/{}-{authority}-{year}.csv", 9 - place);
            put(at, &name, &format!("LA,YEAR,{HEADER}{authority},{year},{child}"));
        }
    }
    let in_folders = found("folders");
    assert_eq!(in_folders.len(), 9);
    assert_eq!(in_folders, found("collated"));
}

#[test]
fn of_two_files_of_one_table_the_one_that_stands_is_checked() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    put(at, "returns/301/2011/episodes.csv", &format!("{EPISODES}A,01/05/2010,S,C2,Q2,,\n"));
    put(at, "returns/301/2011/episodes_2.csv", &format!("{EPISODES}A,01/05/2010,S,C2,U1,,\nB,02/05/2010,S,C2,U1,,\n"));
    let checked = |stands: &[&str]| {
        let words = ["check", "returns", "--rule", "501", "--out", "out"];
        let (_, error) = said(stocktake(at).args(words).args(stands), 0);
        let returns = cells(&at.join("out/check/returns.csv"), &["children", "errors"]);
        (returns[0].join(" "), error.matches("--resubmission").count(), error.contains("episodes.csv: not used"))
    };
    assert_eq!(checked(&[]), ("2 1".to_owned(), 1, false));
    assert_eq!(checked(&["--resubmission", "latest"]), ("2 0".to_owned(), 0, true));
    assert_eq!(checked(&["--resubmission", "returns/301/2011/episodes.csv"]), ("1 0".to_owned(), 0, false));
}

#[test]
fn two_files_of_many_authorities_are_named_once() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["first", "second"] {
        let rows = format!("LA,YEAR,{HEADER}301,2011,A,1,02/05/2000,WBRI\n302,2011,A,1,02/05/2000,{name}\n");
        put(folder.path(), &format!("returns/{name}.csv"), &rows);
    }
    let (_, error) = said(stocktake(folder.path()).args(["check", "returns"]), 0);
    assert_eq!(error.matches("say which stands with --resubmission").count(), 1, "{error}");
}

#[test]
fn two_checks_are_compared_by_rule() {
    let folder = with_return(&RETURN);
    let at = folder.path();
    check(at, &["--out", "first"], 0);
    // The first child's episode of no nights is taken out, and the second is given one.
    let episodes = RETURN[1].1.replace("1,01/05/2010,S,C2,Q2,01/05/2010,X1\n1,01/05/2010,P", "1,01/05/2010,S");
    put(at, "returns/301/2011/episodes.csv", &format!("{episodes}2,01/09/2010,P,C2,K2,01/09/2010,X1\n"));
    check(at, &["--out", "second"], 0);
    let compare = |more: &[&str], code| said(stocktake(at).arg("compare").args(more), code).0;
    insta::assert_snapshot!("check-compared", compare(&["first", "second", "--out", "both"], 1));
    let standing = cells(&at.join("both/compare/findings.csv"), &["rule", "child", "since"]);
    assert!(standing.contains(&["355", "2", "new"].map(str::to_owned).to_vec()), "{standing:?}");
    assert!(standing.contains(&["355", "1", "mended"].map(str::to_owned).to_vec()), "{standing:?}");
    assert!(standing.contains(&["501", "2", "still there"].map(str::to_owned).to_vec()), "{standing:?}");
    assert_eq!(compare(&["first", "first"], 0).matches("still there").count(), 0);
    assert!(compare(&["first", "second", "--children"], 1).contains("mended  301"));
    fs::create_dir(at.join("empty")).unwrap();
    let (_, error) = said(stocktake(at).args(["compare", "first", "empty"]), 2);
    assert!(error.contains("empty holds no check, and the other does"), "{error}");
}
