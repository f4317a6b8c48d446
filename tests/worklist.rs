//! `stocktake worklist`, as a user runs it.

use crate::folder::{data, in_one_line, rows, said, stocktake, tree};
use calamine::{Data, Reader, Xlsx, open_workbook};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Barking and Dagenham's return for 2011, with teams in the header and, for one child, in the episodes.
const RETURN: [(&str, &str); 5] = [
    (
        "header",
        "CHILD,SEX,DOB,ETHNIC,Team\nA,1,03/02/2001,WBRI,North\nB,2,04/03/2002,WBRI,south/east\nC,1,05/04/2003,WBRI,North\n\
         D,2,14/02/1992,WBRI,\n",
    ),
    (
        "episodes",
        "CHILD,DECOM,RNE,LS,PLACE,DEC,REC,TEAM\n\
         A,01/06/2010,S,C2,Q2,,,\n\
         B,10/12/2010,S,C2,Q2,,,\n\
         C,01/06/2009,S,C2,Q2,01/07/2010,X1,North\n\
         C,01/07/2010,P,C2,ZZ,,,South/East\n\
         D,01/06/2009,S,C2,Q2,,,\n",
    ),
    ("reviews", "CHILD,REVIEW\nA,28/06/2010\nC,20/12/2010\nD,20/12/2010\n"),
    ("oc2", "CHILD,DOB,SDQ_SCORE\nC,05/04/2003,99\nA,03/02/2001,12\n"),
    ("oc3", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n"),
];

fn with_return() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("returns/301/2011");
    fs::create_dir_all(&place).unwrap();
    for (table, text) in RETURN {
        fs::write(place.join(format!("{table}.csv")), text).unwrap();
    }
    folder
}

fn worklist(folder: &Path, more: &str) -> (String, String) {
    let arguments = format!("worklist returns --as-at 2010-12-31 --out out {more}");
    said(stocktake(folder).args(arguments.split_whitespace()), 0)
}

/// The cells of these columns, row by row.
fn cells(folder: &Path, columns: &[&str]) -> Vec<String> {
    let rows = rows(&folder.join("out/worklist/worklist.csv"));
    rows.iter().map(|row| columns.iter().map(|column| row[*column].as_str()).collect::<Vec<_>>().join("|")).collect()
}

#[test]
fn each_team_has_what_is_due_and_what_is_wrong_with_what_moves_a_figure_most_first() {
    let folder = with_return();
    let (out, _) = worklist(folder.path(), "--by team");
    insta::assert_snapshot!("worklist-text", out);
    let table = fs::read_to_string(folder.path().join("out/worklist/worklist.csv")).unwrap();
    insta::assert_snapshot!("worklist-table", table);
    let written: Vec<String> = tree(&folder.path().join("out")).into_keys().collect();
    assert_eq!(written, ["worklist.json", "worklist/columns.csv", "worklist/worklist.csv", "worklist/worklist.xlsx"]);
}

#[test]
fn what_is_to_be_done_for_several_children_alike_is_said_once() {
    let folder = with_return();
    let at = folder.path().join("returns/301/2011");
    let header: String = ["A", "B", "C"].map(|child| format!("{child},1,03/02/2001,WBRI,North\n")).concat();
    fs::write(at.join("header.csv"), format!("CHILD,SEX,DOB,ETHNIC,TEAM\n{header}")).unwrap();
    let episodes: String = ["A", "B", "C"].map(|child| format!("{child},01/06/2009,S,C2,ZZ,,\n")).concat();
    fs::write(at.join("episodes.csv"), format!("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n{episodes}")).unwrap();
    let (out, _) = worklist(folder.path(), "--by TEAM");
    let out = in_one_line(&out);
    let words = "wrong North: 3 children: PLACE is missing or is no code of this year's return (10 indicators); \
                 returns/301/2011/episodes.csv, line 2 and 2 more";
    assert!(out.contains(words), "{out}");
    // With their ids each is another.
    let (out, _) = worklist(folder.path(), "--by TEAM --children");
    assert_eq!(out.matches("PLACE is missing").count(), 3, "{out}");
}

#[test]
fn a_child_is_in_the_team_of_the_latest_episode_begun_else_of_the_header() {
    let folder = with_return();
    worklist(folder.path(), "--by TEAM");
    let teams: BTreeMap<String, String> = rows(&folder.path().join("out/worklist/worklist.csv"))
        .iter()
        .map(|row| (row["child"].clone(), row["list"].to_lowercase()))
        .collect();
    // C moved to another team with the last episode; B's team is in the header alone; D has none.
    let expected = [("A", "north"), ("B", "south/east"), ("C", "south/east"), ("D", "no team")];
    assert_eq!(teams, expected.map(|(child, team)| (child.to_owned(), team.to_owned())).into());
}

/// Reviews fall due within four weeks of the start, three months after that, then every six months.
#[test]
fn a_review_is_overdue_on_the_day_and_due_the_day_after() {
    for (started, expected) in [
        // 28 days after: 31 December, 1 January, 31 March and 1 April.
        ("03/12/2010", Some("Review overdue|2010-12-31|0")),
        ("04/12/2010", Some("Review due|2011-01-01|1")),
        ("03/03/2011", None),
    ] {
        let folder = with_return();
        let episodes = format!("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,01/06/2009,S,C2,Q2,,\nB,{started},S,C2,Q2,,\n");
        fs::write(folder.path().join("returns/301/2011/episodes.csv"), episodes).unwrap();
        worklist(folder.path(), "");
        let all = cells(folder.path(), &["child", "kind", "what", "by", "days"]);
        let due: Vec<&String> = all.iter().filter(|row| row.starts_with("B|due|Review")).collect();
        let expected: Vec<String> = expected.iter().map(|row| format!("B|due|{row}")).collect();
        assert_eq!(due, expected.iter().collect::<Vec<_>>(), "{started}");
    }
}

#[test]
fn the_workbook_has_a_worksheet_a_team_with_the_same_rows() {
    let folder = with_return();
    worklist(folder.path(), "--by team");
    let mut workbook: Xlsx<_> = open_workbook(folder.path().join("out/worklist/worklist.xlsx")).unwrap();
    assert_eq!(workbook.sheet_names(), ["Summary", "North", "South East", "No TEAM"]);
    let range = workbook.worksheet_range("South East").unwrap();
    let (heading, what) = (2, 2);
    assert_eq!(range.get((heading, what)), Some(&Data::String("What".to_owned())));
    let in_workbook: Vec<String> = range.rows().skip(heading + 1).map(|row| row[what].to_string()).collect();
    let in_table: Vec<String> = cells(folder.path(), &["list", "what"])
        .iter()
        .filter_map(|row| row.strip_prefix("South/East|"))
        .map(str::to_owned)
        .collect();
    assert!(!in_table.is_empty());
    assert_eq!(in_workbook, in_table);
}

#[test]
fn a_column_called_as_one_of_the_table_is_told_apart_in_the_workbook() {
    let folder = with_return();
    let header = RETURN[0].1.replace("Team", "Kind");
    fs::write(folder.path().join("returns/301/2011/header.csv"), header).unwrap();
    worklist(folder.path(), "--by kind");
    let mut workbook: Xlsx<_> = open_workbook(folder.path().join("out/worklist/worklist.xlsx")).unwrap();
    let range = workbook.worksheet_range("North").unwrap();
    let headings: Vec<String> = range.rows().nth(2).unwrap().iter().map(Data::to_string).collect();
    assert_eq!(headings.iter().filter(|heading| heading.to_lowercase().starts_with("kind")).count(), 2, "{headings:?}");
}

/// Known is the last month end that the returns cover, by the rule of a run.
#[test]
fn without_a_day_it_is_that_of_a_run_and_what_is_first_to_be_done_is_printed() {
    let folder = with_return();
    let (out, error) = said(stocktake(folder.path()).args(["worklist", "returns"]), 0);
    assert!(
        error.contains("no day was asked for: 31 December 2010 is the last month end that the returns cover"),
        "{error}"
    );
    assert!(out.contains("Work at 31 December 2010"), "{out}");
    let out = in_one_line(&out);
    assert!(out.contains("Nothing was written: --out FOLDER writes every task with its child as a workbook"), "{out}");
    assert!(out.contains("since 27 Sep 2010 Review overdue (NI 66)"), "{out}");
    assert!(!out.contains("child A") && !out.contains("SDQ_SCORE 99"), "neither a child nor a cell: {out}");
    let (out, _) = said(stocktake(folder.path()).args(["worklist", "returns", "--children"]), 0);
    assert!(in_one_line(&out).contains("since 27 Sep 2010 child A: Review overdue (NI 66)"), "{out}");
}

#[test]
fn what_is_overdue_or_wrong_comes_before_what_moves_a_figure_more() {
    let folder = with_return();
    worklist(folder.path(), "");
    let all = cells(folder.path(), &["kind", "days", "percent"]);
    // One child is all of NI 58, and yet its score falls due in March alone.
    let expected = ["wrong||100.0", "wrong||100.0", "due|-95|33.3", "wrong||", "wrong||", "due|90|100.0", "due|7|33.3"];
    assert_eq!(all, expected);
}

#[test]
fn what_is_accepted_is_on_no_list() {
    let folder = with_return();
    worklist(folder.path(), "");
    let score = |folder: &Path| cells(folder, &["what"]).iter().filter(|what| what.contains("rule 180")).count();
    assert_eq!(score(folder.path()), 1);
    let accepted = "rule,child,column,value,reason,until\n180,C,,,known,2011-03-31\n";
    fs::write(folder.path().join("accepted.csv"), accepted).unwrap();
    worklist(folder.path(), "--accepted accepted.csv");
    assert_eq!(score(folder.path()), 0);
}

#[test]
fn a_column_that_no_table_has_is_said_and_one_that_identifies_is_refused() {
    let folder = with_return();
    let arguments = ["worklist", "returns", "--as-at", "2010-12-31", "--by", "DISTRICT"];
    let (_, error) = said(stocktake(folder.path()).args(arguments), 2);
    assert!(error.contains("--by DISTRICT: no header and no episodes have a column of that name"), "{error}");
    assert!(error.contains("they have TEAM"), "{error}");
    for column in ["DOB", "CHILD", "PL_POST"] {
        let arguments = ["worklist", "returns", "--as-at", "2010-12-31", "--by", column];
        let (_, error) = said(stocktake(folder.path()).args(arguments), 2);
        assert!(error.contains(&format!("{column} identifies a child")), "{error}");
    }
}

#[test]
fn nothing_printed_is_about_a_child_and_the_bytes_repeat() {
    let folder = tempfile::tempdir().unwrap();
    let data = data().display().to_string();
    let make = |out: &str| {
        let arguments = ["worklist", &data, "--as-at", "2010-12-31", "--by", "authority", "--out", out];
        said(stocktake(folder.path()).args(arguments), 0).0
    };
    let printed = make("one");
    make("two");
    let [one, two] = ["one", "two"].map(|out| tree(&folder.path().join(out)));
    for name in ["worklist/worklist.csv", "worklist/worklist.xlsx"] {
        assert!(one[name] == two[name], "{name}");
    }
    let list = rows(&folder.path().join("one/worklist/worklist.csv"));
    assert!(list.len() > 500 && list.iter().all(|row| !printed.contains(&row["child"])));
}

#[test]
fn the_watch_list_has_the_columns_that_the_settings_name() {
    let folder = with_return();
    fs::write(folder.path().join("stocktake.toml"), "own_columns = [\"Team\"]\n").unwrap();
    said(stocktake(folder.path()).args("forecast returns --as-at 2010-12-31 --out ahead".split(' ')), 0);
    let list = rows(&folder.path().join("ahead/restricted/watchlist.csv"));
    let of = |child: &str| list.iter().find(|row| row["child"] == child).map(|row| row["TEAM"].clone());
    assert_eq!([of("A"), of("C")], [Some("North".to_owned()), Some("South/East".to_owned())]);
}
