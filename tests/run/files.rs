//! What a run prints of files: cut off, refused, there twice, with columns that are no part of the return.

use super::returns_of;
use super::said::{OF_2011, put_episodes};
use crate::folder::{copy, in_one_line, rows, said, stocktake};
use std::fs;

/// A return of one table, episodes with the rows given, run for Barnet; the rows of cleaning.csv and what was printed.
fn episodes(rows_of_file: &str) -> (Vec<std::collections::BTreeMap<String, String>>, String) {
    let folder = tempfile::tempdir().unwrap();
    put_episodes(folder.path(), "302", rows_of_file);
    let (_, said) = said(stocktake(folder.path()).args(OF_2011), 0);
    (rows(&folder.path().join("r/restricted/cleaning.csv")), said)
}

#[test]
fn a_quote_that_is_never_closed_refuses_the_file_and_names_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let rows = "A,01/04/2010,S,C2,Q1,,,AB1\nB,01/04/2010,S,C2,Q1,,,\"AB1\nC,01/04/2010,S,C2,Q1,,,AB1\n";
    put_episodes(folder.path(), "302", rows);
    let (_, error) = said(stocktake(folder.path()).args(OF_2011), 2);
    let words = "31 March 2011 needs the episodes of 2010-11, and the file that may hold them was refused, so nothing was \
                 written: 302/2011/episodes.csv, line 3: has a quote on this line that is never closed";
    assert!(in_one_line(&error).contains(words) && !folder.path().join("r").exists(), "{error}");
    // Where another authority has figures, the run goes on, and the one without is named before them.
    put_episodes(folder.path(), "304", "A,01/04/2010,S,C2,Q1,,,AB1\n");
    let arguments = ["run", "302", "304", "--as-at", "2011-03-31", "--out", "r", "--no-charts"];
    let (out, _) = said(stocktake(folder.path()).args(arguments), 0);
    let words = "Barnet and Brent at 31 March 2011 (rolling)\n\nWithout figures\n302  Barnet: no episodes in the return for \
                 2011 (a file that may hold it was refused)\n\nNI ";
    assert!(out.trim_start().starts_with(words), "{out}");
}

#[test]
fn without_a_day_episodes_that_were_refused_are_not_passed_over_for_an_earlier_year() {
    let folder = tempfile::tempdir().unwrap();
    let write = |year: &str, name: &str, text: &str| {
        let at = folder.path().join("302").join(year);
        fs::create_dir_all(&at).unwrap();
        fs::write(at.join(name), text).unwrap();
    };
    let episodes = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,01/04/2009,S,C2,Q1,,\n";
    write("2010", "episodes.csv", episodes);
    write("2011", "header.csv", "CHILD,SEX,DOB,ETHNIC\nA,1,03/02/2001,WBRI\n");
    let run = |code| said(stocktake(folder.path()).args(["run", "302", "--no-charts", "--out", "r"]), code).1;
    // A header by itself may be sent a year ahead.
    assert!(in_one_line(&run(0)).contains("30 April 2009 is the last month end that the returns cover"));
    fs::remove_dir_all(folder.path().join("r")).unwrap();
    write("2011", "episodes.csv", &episodes.replace(',', "|"));
    assert!(in_one_line(&run(2)).contains("31 March 2011 needs the episodes of 2010-11"));
    assert!(!folder.path().join("r").exists());
}

#[test]
fn two_versions_of_a_file_are_said_once_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    put_episodes(folder.path(), "302", "A,01/04/2010,S,C2,Q1,,,AB1\n");
    let at = folder.path().join("302/2011");
    let first = fs::read_to_string(at.join("episodes.csv")).unwrap();
    fs::write(at.join("episodes-v2.csv"), format!("{first}B,01/04/2010,S,C2,Q1,,,AB1\n")).unwrap();
    let (out, error) = said(stocktake(folder.path()).args(OF_2011).arg("--no-charts"), 0);
    let error = in_one_line(&error);
    assert_eq!(error.matches("episodes-v2.csv").count(), 1, "{error}");
    assert!(error.contains("no figure is worked out that needs the table; say which stands"), "{error}");
    // Half of the figures are wanting for it, which is said once.
    let said_once = out.matches("two files hold episodes").count() == 1 && out.matches("  note 2\n").count() == 5;
    assert!(said_once && out.contains("\nNotes\n1    not available: no header in the return for 2011\n2    "), "{out}");
}

#[test]
fn ids_that_became_dates_are_said_and_those_that_became_one() {
    let folder = tempfile::tempdir().unwrap();
    put_episodes(folder.path(), "302", "Mar-09,01/04/2010,S,C2,Q1,,,AB1\nMar-09,01/04/2010,S,C2,Q2,,,AB1\n");
    let (_, error) = said(stocktake(folder.path()).args(OF_2011).arg("--no-charts"), 0);
    let error = in_one_line(&error);
    for words in [
        "302/2011/episodes.csv, line 2: CHILD: 2 cells, the first Mar-09: child_made_date; export again with the id as text",
        "1 row is of a child whose id seems to be a date and is not used",
    ] {
        assert!(error.contains(words), "{words}: {error}");
    }
}

#[test]
fn a_row_cut_off_is_used_and_reported() {
    let (cleaning, _) = episodes("A,01/04/2010,S,C2,Q1,,,AB1\nB,01/04/2010,S,C2,Q1\n");
    let found: Vec<[&str; 3]> = cleaning.iter().map(|row| [&*row["line"], &*row["child"], &*row["rule"]]).collect();
    assert_eq!(found, [["3", "B", "row_shorter_than_header"]]);
}

#[test]
fn a_file_cut_off_in_the_middle_of_a_line_is_named() {
    let cut = |rows: &str| {
        let (cleaning, said) = episodes(rows);
        let lines: Vec<String> =
            cleaning.iter().filter(|row| row["rule"] == "file_cut_off").map(|row| row["line"].clone()).collect();
        (lines, in_one_line(&said))
    };
    let whole = "A,01/04/2010,S,C2,Q1,,,AB1\nB,01/04/2010,S,C2,Q1,,,AB1\n";
    let (lines, said) = cut(&format!("{whole}C,01/04/2010,S,C2"));
    assert_eq!(lines, ["4"]);
    let words =
        "302/2011/episodes.csv, line 4: the last line has 4 cells under 8 headings and no end: file_cut_off; extract";
    assert!(said.contains(words), "{said}");
    // A line with an end is short by itself, and one with all its cells says nothing.
    assert!(cut(&format!("{whole}C,01/04/2010,S,C2,Q1\n")).0.is_empty());
    assert!(cut(whole.trim_end()).0.is_empty());
    // Where every line leaves its last cells away, the last is as the others.
    assert!(cut("A,01/04/2010,S,C2,Q1\nB,01/04/2010,S,C2,Q1\nC,01/04/2010,S,C2,Q1").0.is_empty());
}

#[test]
fn what_was_sent_says_that_a_file_is_cut_off() {
    let folder = tempfile::tempdir().unwrap();
    put_episodes(folder.path(), "302", "A,01/04/2010,S,C2,Q1,,,AB1\nB,01/04/2010,S");
    said(stocktake(folder.path()).args(OF_2011).arg("--no-charts"), 0);
    let intake = rows(&folder.path().join("r/restricted/intake.csv"));
    let file = intake.iter().find(|row| row["file"] == "302/2011/episodes.csv").unwrap();
    let words = "the file ends in the middle of a line: extract the table again";
    assert_eq!([file["outcome"].as_str(), &file["recognised"]], ["cut off", words]);
    let (out, _) = said(stocktake(folder.path()).args(["intake", "302"]), 0);
    assert!(out.contains("~ part"), "{out}");
}

#[test]
fn columns_that_are_no_part_of_the_return_are_said_once_for_each_table() {
    let folder = tempfile::tempdir().unwrap();
    for year in ["2010", "2011"] {
        let at = folder.path().join("302").join(year);
        fs::create_dir_all(&at).unwrap();
        let more: String = (0..40).map(|column| format!(",MORE{column}")).collect();
        let blank = ",".repeat(40);
        let episodes = format!("CHILD,DECOM,RNE,LS,PLACE,DEC,REC{more}\nA,01/06/2009,S,C2,Q1,,{blank}\n");
        fs::write(at.join("episodes.csv"), episodes).unwrap();
        fs::write(at.join("reviews.csv"), "CHILD,REVIEW,OWN\nA,01/07/2009,\n").unwrap();
    }
    let (_, told) =
        said(stocktake(folder.path()).args(["run", "302", "--as-at", "2011-03-31", "--no-charts", "--out", "r"]), 0);
    let lines: Vec<&str> = told.lines().filter(|line| line.contains("part of the return")).collect();
    assert_eq!(
        lines,
        [
            "episodes: the column MORE0 and 39 more columns are not part of the return and are not read; own_columns in \
             the settings shows one of them beside children, and `worklist --by COLUMN` makes a list for each",
            "reviews: the column OWN is not part of the return and is not read"
        ]
    );
    let intake = rows(&folder.path().join("r/restricted/intake.csv"));
    assert!(intake[0]["recognised"].contains("MORE4 and 35 more are not part of the return"), "{:?}", intake[0]);
}

#[test]
fn a_column_of_the_users_own_is_told_what_it_is_good_for_until_the_settings_name_it() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::create_dir_all(at.join("302/2011")).unwrap();
    fs::write(at.join("302/2011/header.csv"), "CHILD,SEX,DOB,ETHNIC,TEAM\nA,1,03/02/2001,WBRI,North\n").unwrap();
    fs::write(at.join("302/2011/episodes.csv"), "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,01/04/2010,S,C2,Q1,,\n").unwrap();
    let commands = [
        "run 302 --as-at 2011-03-31 --no-charts --out r",
        "check 302",
        "explain 302 --as-at 2011-03-31 --authority 302",
    ];
    let words = "header: the column TEAM is not part of the return and is not read; own_columns in the settings shows it \
                 beside children, and `worklist --by TEAM` makes a list for each";
    for set in [false, true] {
        if set {
            fs::write(at.join("stocktake.toml"), "own_columns = [\"TEAM\"]\n").unwrap();
        }
        for command in commands {
            let (_, error) = said(stocktake(at).args(command.split(' ')), 0);
            assert_eq!(in_one_line(&error).contains(words), !set, "{command}: {error}");
            assert!(!error.contains("stands blank"), "{command}: {error}");
        }
    }
    fs::write(at.join("stocktake.toml"), "own_columns = [\"WARD\"]\n").unwrap();
    for command in commands {
        let (_, error) = said(stocktake(at).args(command.split(' ')), 0);
        let is_said = in_one_line(&error).contains("the column WARD is in no header and no episodes of these returns");
        assert_eq!(is_said, command.starts_with("run"), "{command}: {error}");
    }
}

#[test]
fn a_refused_file_is_named_even_when_quiet_and_strict_fails() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("302")).unwrap();
    fs::write(folder.path().join("302/reviews.csv"), "CHILD|REVIEW\n1|2\n").unwrap();
    fs::write(folder.path().join("302/episodes.csv"), "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,01/04/2010,S,C2,Q1,,\n")
        .unwrap();
    let arguments = ["run", "302", "--year", "2011", "--as-at", "2011-03-31", "--out", "r", "--quiet", "--strict"];
    let (out, error) = said(stocktake(folder.path()).args(arguments), 1);
    assert_eq!(out, "");
    assert!(error.contains("302/reviews.csv, line 1: has bars between its columns"), "{error}");
}

#[test]
fn a_refused_file_is_in_the_reason_and_named_again_at_the_end() {
    let folder = tempfile::tempdir().unwrap();
    returns_of(folder.path(), "2010", &["995-marlbeck", "996-hollowdale"]);
    let episodes = folder.path().join("returns/2010/996-hollowdale/episodes.csv");
    fs::write(&episodes, fs::read_to_string(&episodes).unwrap().replace(',', "|")).unwrap();
    let arguments = ["run", "returns", "--as-at", "2010-03-31", "--out", "r", "--no-charts"];
    let (_, error) = said(stocktake(folder.path()).args(arguments), 0);
    let last =
        "1 file was refused, and the figures do not include it: returns/2010/996-hollowdale/episodes.csv (see above)";
    assert!(error.ends_with(&format!("{last}\n")), "{error}");
    let figures = rows(&folder.path().join("r/restricted/indicators.csv"));
    let reason = |code: &str| {
        figures.iter().find(|row| row["code"] == code && row["indicator"] == "62").unwrap()["reason"].clone()
    };
    assert_eq!(reason("996"), "no episodes in the return for 2010 (a file that may hold it was refused)");
    assert_eq!(reason("995"), "", "the file is none of its own");
}

#[test]
fn files_that_are_there_twice_are_named_and_count_once() {
    let folder = tempfile::tempdir().unwrap();
    returns_of(folder.path(), "2010", &["996-hollowdale"]);
    let year = folder.path().join("returns/2010");
    copy(&year.join("996-hollowdale"), &year.join("996 copy"));
    let arguments = ["run", "returns", "--as-at", "2010-03-31", "--out", "r", "--no-charts"];
    let (_, error) = said(stocktake(folder.path()).args(arguments), 0);
    let twice = "returns/2010/996-hollowdale/ad1.csv: not used (file_given_twice): the same bytes as \
                 returns/2010/996 copy/ad1.csv; there are 6 more like it (restricted/intake.csv has all of them)";
    assert!(error.contains(twice), "{error}");
}

#[test]
fn a_file_that_is_the_same_under_two_years_is_named() {
    let folder = tempfile::tempdir().unwrap();
    for year in ["2009", "2010"] {
        returns_of(folder.path(), year, &["996-hollowdale"]);
    }
    let file = |year: &str, table: &str| folder.path().join(format!("returns/{year}/996-hollowdale/{table}.csv"));
    fs::copy(file("2009", "episodes"), file("2010", "episodes")).unwrap();
    // Of a few children nothing may have changed.
    fs::copy(file("2009", "ad1"), file("2010", "ad1")).unwrap();
    let arguments = ["run", "returns", "--as-at", "2010-03-31", "--out", "r", "--no-charts"];
    let (_, error) = said(stocktake(folder.path()).args(arguments), 0);
    let same = "returns/2009/996-hollowdale/episodes.csv and returns/2010/996-hollowdale/episodes.csv are the same, byte for byte, \
                the one as 2009, the other as 2010: one is probably the other year's; extract it again";
    assert!(error.contains(same), "{error}");
    assert_eq!(error.matches("byte for byte").count(), 1, "{error}");
}
