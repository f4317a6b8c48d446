//! What a run prints: why it cannot run, what it leaves out, and what to do.

use super::{main_job, returns_of};
use crate::folder::{copy, data, in_one_line, opened, rows, said, stocktake, tree};
use std::fs;

#[test]
fn what_cannot_run_says_why_and_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a-file"), "").unwrap();
    fs::create_dir(folder.path().join("empty")).unwrap();
    let returns = data().display().to_string();
    let returns = returns.as_str();
    for (arguments, words) in [
        (vec![returns, "--as-at", "2011-03-30", "--out", "r"], "not the last day of a month"),
        (
            vec![returns, "--as-at", "March 2011", "--out", "r"],
            "'March 2011' is not a date help: write it as 2011-03-31",
        ),
        (
            vec![returns, "--as-at", "31/03/11", "--out", "r"],
            "'31/03/11' is not a date as it is written here help: write 2011-03-31, if that is the day",
        ),
        (vec!["nowhere", "--as-at", "2011-03-31", "--out", "r"], "nowhere does not exist help: check the path"),
        (vec!["empty", "--as-at", "2011-03-31", "--out", "r"], "nothing that is read as a return in empty"),
        (
            vec!["a-file", "--as-at", "2011-03-31", "--out", "r"],
            "the file cannot be read as a table of a return: a-file, line 1",
        ),
        (vec![returns, "--as-at", "2011-03-31", "--out", "a-file"], "a-file is a file help: give a folder with --out"),
        (vec![returns, "--as-at", "2011-03-31", "--out", "r", "--policy", "sdq_ages=old"], "write two ages"),
        (
            vec![returns, "--as-at", "2011-03-31", "--out", "r", "--policy", "no_such=1"],
            "no policy is called 'no_such'",
        ),
        (
            vec![returns, "--as-at", "2011-03-31", "--out", "r", "--authority", "Atlantis"],
            "not on the list of authorities",
        ),
        (vec![returns, "--as-at", "2011-03-31", "--out", "r", "--year", "11"], "--year 11 is not a year"),
        (
            vec![returns, "--as-at", "2011-03-31", "--out", "r", "--targets", "none.csv"],
            "none.csv cannot be read ╰─▶ the path does not exist help: check the path",
        ),
    ] {
        let (_, error) = said(stocktake(folder.path()).arg("run").args(&arguments), 2);
        assert!(in_one_line(&error).contains(words), "{words}\n{error}");
    }
    let (_, error) = said(stocktake(folder.path()).args(["run", returns, "--as-at", "2011-03-31"]), 2);
    assert!(error.contains("--out DIR"), "{error}");
}

#[test]
fn a_long_path_is_printed_in_one_piece() {
    let folder = tempfile::tempdir().unwrap();
    let path = format!("{}/not there/episodes.csv", ["Returns of looked-after children 2010-11"; 4].join("/"));
    let (_, error) = said(stocktake(folder.path()).args(["run", &path, "--as-at", "2011-03-31", "--out", "r"]), 2);
    assert!(error.contains(&format!("{path} does not exist\n")), "{error}");
}

#[test]
fn a_day_without_a_return_stops_the_run_and_the_return_it_needs_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let days = ["--as-at", "2011-03-31", "--as-at", "2011-06-30", "--no-charts", "--quiet", "--out", "r"];
    let (out, error) = said(stocktake(folder.path()).arg("run").arg(data()).args(days), 2);
    let words = "30 June 2011 needs the return for 2011-12 (the year 2012), and there is none, so nothing was written: the \
                 returns for 2009, 2010 and 2011 are loaded help: give a day that a return is loaded for";
    assert!(out.is_empty() && in_one_line(&error).contains(words), "{out}{error}");
    assert!(!folder.path().join("r/2011-03-31").exists(), "not even the day that has one is written");
    let alone = ["--as-at", "2015-03-31", "--no-charts", "--out", "s"];
    let (_, error) = said(stocktake(folder.path()).arg("run").arg(data()).args(alone), 2);
    assert!(in_one_line(&error).contains("31 March 2015 needs the return for 2014-15 (the year 2015)"), "{error}");
}

#[test]
fn every_kind_of_file_that_is_asked_for_is_named_with_its_place_and_slides_speak_to_a_board() {
    let folder = tempfile::tempdir().unwrap();
    for year in ["2009", "2010"] {
        let place = folder.path().join("returns").join(year);
        fs::create_dir_all(place.join("993-thornmere")).unwrap();
        copy(&data().join(year).join("993-thornmere"), &place.join("993-thornmere"));
    }
    fs::copy(data().join("authorities.csv"), folder.path().join("returns/authorities.csv")).unwrap();
    let run = |more: &str| {
        let arguments = format!("run returns --as-at 2010-03-31 --out r {more}");
        said(stocktake(folder.path()).args(arguments.split_whitespace()), 0).0
    };
    let out = run("--ods --pptx --zip --chart-files svg");
    for (kind, file) in [
        ("Workbook", "stocktake.xlsx"),
        ("OpenDocument spreadsheet", "stocktake.ods"),
        ("Slides", "authorities/993-thornmere.pptx"),
        ("Zip files", "authorities/993-thornmere.zip"),
    ] {
        for (whose, part) in [("for the owner alone", "restricted"), ("for anybody", "publish")] {
            assert!(out.contains(&format!("{kind}, {whose}: r/{part}/{file}\n")), "{kind}: {out}");
        }
    }
    assert!(out.contains("Charts, for the owner alone: r/restricted/authorities/") && out.contains(" more\n"), "{out}");
    let deck: String = opened(&folder.path().join("r/restricted"))
        .into_iter()
        .filter(|(path, _)| path.contains("993-thornmere.pptx") && path.contains("ppt/slides/slide"))
        .map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned())
        .collect();
    assert!(deck.contains("There is more on the page of Thornmere in the report."), "{deck}");
    for words in ["more lines", "folder publish", ".csv", ".html"] {
        assert!(!deck.contains(words), "{words}");
    }
    let out = run("--no-charts");
    assert!(!out.contains("Slides") && !out.contains("Workbook"), "{out}");
}

/// What the refusal advises is what the program takes.
#[test]
fn an_extract_of_the_year_so_far_will_do_in_a_folder_of_the_year_it_ends_in() {
    let folder = tempfile::tempdir().unwrap();
    let of_2011 = [
        ("header", "CHILD,SEX,DOB,ETHNIC\nA,1,03/02/2001,WBRI\nB,2,04/03/2002,WBRI\n"),
        ("episodes", "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,01/06/2009,S,C2,Q2,,\n"),
        ("reviews", "CHILD,REVIEW\nA,20/12/2010\n"),
    ];
    let so_far = [
        ("header", "CHILD,SEX,DOB,ETHNIC\nA,1,03/02/2001,WBRI\nB,2,04/03/2002,WBRI\n"),
        ("episodes", "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,01/06/2009,S,C2,Q2,,\nB,11/04/2011,S,C2,Q2,,\n"),
        ("reviews", "CHILD,REVIEW\nB,27/04/2011\n"),
    ];
    let write = |year: &str, tables: [(&str, &str); 3]| {
        let place = folder.path().join("returns/301").join(year);
        fs::create_dir_all(&place).unwrap();
        for (table, text) in tables {
            fs::write(place.join(format!("{table}.csv")), text).unwrap();
        }
    };
    write("2011", of_2011);
    let arguments = "run returns --as-at 2011-04-30 --no-charts --out r";
    let (_, error) = said(stocktake(folder.path()).args(arguments.split(' ')), 2);
    let words = "the return for 2011-12 too: an extract of the year so far will do, in a folder 2012";
    assert!(in_one_line(&error).contains(words), "{error}");
    write("2012", so_far);
    let (out, _) = said(stocktake(folder.path()).args(arguments.split(' ')), 0);
    assert!(out.contains(" at 30 April 2011 (rolling)"), "{out}");
    let figures = rows(&folder.path().join("r/restricted/indicators.csv"));
    let moves = figures.iter().find(|row| row["indicator"] == "62" && row["code"] == "301").unwrap();
    assert_eq!(moves["denominator"], "2", "{moves:?}");
    let before = "run returns --as-at 2008-03-31 --no-charts --out s";
    let (_, error) = said(stocktake(folder.path()).args(before.split(' ')), 2);
    assert!(!error.contains("will do"), "a past year is whole: {error}");
}

#[test]
fn that_every_row_is_rejected_stops_the_run() {
    let folder = tempfile::tempdir().unwrap();
    copy(&data().join("2011"), &folder.path().join("bad/2011"));
    let arguments = ["run", "bad/2011", "--as-at", "2011-03-31", "--out", "r", "--no-charts"];
    let (_, error) = said(stocktake(folder.path()).args(arguments), 2);
    let error = in_one_line(&error);
    for words in [
        "none of the 7844 rows read can be used, so nothing was written: 784",
        "by the rule authority_unknown, the first in bad/2011/ad1.csv, line 2, where LA is Ashwater help: write",
        "give the list that has them with --authorities FILE",
    ] {
        assert!(error.contains(words), "{words}: {error}");
    }
    assert!(!folder.path().join("r").exists());
    let list = data().join("authorities.csv").display().to_string();
    said(stocktake(folder.path()).args(arguments).args(["--authorities", &list]), 0);
}

#[test]
fn that_every_row_of_a_table_of_the_day_is_rejected_stops_the_run() {
    let folder = tempfile::tempdir().unwrap();
    let write = |year: &str, name: &str, text: &str| {
        fs::create_dir_all(folder.path().join("302").join(year)).unwrap();
        fs::write(folder.path().join("302").join(year).join(name), text).unwrap();
    };
    for year in ["2010", "2011"] {
        write(year, "episodes.csv", "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,01/05/2009,S,C2,Q1,,\n");
    }
    write("2011", "reviews.csv", "CHILD,REVIEW\nA,01.06.2010\nB,02.06.2010\n");
    let run = |day: &str, code| {
        let arguments = ["run", "302", "--as-at", day, "--out", day, "--no-charts"];
        in_one_line(&said(stocktake(folder.path()).args(arguments), code).1)
    };
    let error = run("2011-03-31", 2);
    let words = "none of the 2 rows of reviews can be used, so nothing was written: 2 of them were rejected by the rule \
                 date_unreadable, the first in 302/2011/reviews.csv, line 2, where REVIEW is 01.06.2010 help: write the date";
    assert!(error.contains(words) && !folder.path().join("2011-03-31").exists(), "{error}");
    // The return of 2010 has no reviews that could be missed.
    run("2010-03-31", 0);
    write("2011", "reviews.csv", "CHILD,REVIEW\nA,01.06.2010\nB,02/06/2010\n");
    run("2011-03-31", 0);
}

#[test]
fn a_return_that_was_refused_is_named_where_its_day_has_none() {
    let folder = tempfile::tempdir().unwrap();
    for (year, text) in [("2010", "CHILD,REVIEW\nA,01/06/2009\n"), ("2011", "CHILD|REVIEW\nA|01/06/2010\n")] {
        fs::create_dir_all(folder.path().join("302").join(year)).unwrap();
        fs::write(folder.path().join("302").join(year).join("reviews.csv"), text).unwrap();
    }
    let arguments = ["run", "302", "--as-at", "2011-03-31", "--out", "r", "--no-charts"];
    let (_, error) = said(stocktake(folder.path()).args(arguments), 2);
    let words = "31 March 2011 needs the return for 2010-11 (the year 2011), and a file that may be of it was refused, so \
                 nothing was written: 302/2011/reviews.csv, line 1: has bars between its columns; the return for 2010 is \
                 loaded help: save it with commas";
    assert!(in_one_line(&error).contains(words), "{error}");
    // Of several that were refused, that of the year is named.
    for year in ["2008", "2009"] {
        fs::create_dir_all(folder.path().join("302").join(year)).unwrap();
        fs::write(folder.path().join("302").join(year).join("episodes.csv"), "CHILD|DECOM\nA|01/06/2007\n").unwrap();
    }
    let (_, error) = said(stocktake(folder.path()).args(arguments), 2);
    let words =
        "302/2011/reviews.csv, line 1: has bars between its columns, and 2 more; the return for 2010 is loaded help";
    assert!(in_one_line(&error).contains(words), "{error}");
    // Where all of them are of other years, another day or the return is what there is to give.
    fs::remove_dir_all(folder.path().join("302/2011")).unwrap();
    let (_, error) = said(stocktake(folder.path()).args(arguments), 2);
    let error = in_one_line(&error);
    assert!(
        error.contains("and there is none, so nothing was written: the return for 2010 is loaded; refused"),
        "{error}"
    );
    assert!(error.contains("help: give a day that a return is loaded for, or the return for 2010-11 too"), "{error}");
}

/// A run for the return of Barnet.
pub(super) const OF_2011: [&str; 6] = ["run", "302", "--as-at", "2011-03-31", "--out", "r"];

/// Puts an authority's return for 2011 there: episodes with the rows given, and reviews.
pub(super) fn put_episodes(folder: &std::path::Path, authority: &str, rows_of_file: &str) {
    let heading = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC,HOME_POST";
    let at = folder.join(authority).join("2011");
    fs::create_dir_all(&at).unwrap();
    fs::write(at.join("episodes.csv"), format!("{heading}\n{rows_of_file}")).unwrap();
    fs::write(at.join("reviews.csv"), "CHILD,REVIEW\nA,01/06/2010\n").unwrap();
}

#[test]
fn a_part_of_england_is_led_by_its_authorities_and_the_targets_of_each() {
    let folder = tempfile::tempdir().unwrap();
    put_episodes(folder.path(), "302", "A,01/04/2010,S,C2,Q1,,,AB1\n");
    put_episodes(folder.path(), "304", "A,01/04/2010,S,C2,Q1,,,AB1\nB,01/04/2010,S,C2,Q1,,,AB1\n");
    fs::write(folder.path().join("targets.csv"), "indicator,year,code,target\n62,2011,302,9.5\n").unwrap();
    let arguments = ["run", "302", "304", "--as-at", "2011-03-31", "--out", "r", "--targets", "targets.csv"];
    let (out, _) = said(stocktake(folder.path()).args(arguments), 0);
    let starts: Vec<&str> = out.lines().filter_map(|line| line.split("  ").next()).collect();
    assert_eq!(starts[1..5], ["Barnet and Brent at 31 March 2011 (rolling)", "NI", "Barnet", "Brent"], "{out}");
    assert!(starts[5] == "All together" && in_one_line(&out).contains("62 local of Barnet, 9.5 by 2011: met"), "{out}");
    let page = fs::read_to_string(folder.path().join("r/restricted/index.html")).unwrap();
    let places =
        ["Seven of the ten indicators have no national target", ">Barnet</a>: ", "2 authorities given, together"];
    let places = places.map(|words| page.find(words).unwrap_or_else(|| panic!("{words}: {page}")));
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn wrong_numbers_and_lists_say_what_to_write() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("t.csv"), "indicator,year,code,target\n62,2011,996,5\n62,20x1,996,5\n").unwrap();
    let of_run = ["--as-at", "2011-03-31", "--out", "r"];
    for (more, words) in [
        (["--years", "0"], "write a whole number from 1 (only the year of the figures) to 5"),
        (["--years", "5x"], "write a whole number from 1 (only the year of the figures) to 5"),
        (["--targets", "t.csv"], "t.csv, line 3: year '20x1' is not a year help: write the year to meet the target by"),
        (["--as-at", "2011-02-30"], "there is no such day as 2011-02-30"),
        (["--seeds", "nowhere"], "nowhere: is not a folder help: give the one that holds your seeds"),
        (["--disclosure", "mine"], "edit publish/disclosure.toml of any report and give that file"),
    ] {
        let (_, error) = said(stocktake(folder.path()).arg("run").arg(data()).args(of_run).args(more), 2);
        assert!(in_one_line(&error).contains(words), "{error}");
        assert!(!error.contains("invalid digit") && !error.contains("1..="), "{error}");
    }
}

#[test]
fn the_users_profile_can_start_from_that_of_a_report() {
    let folder = tempfile::tempdir().unwrap();
    returns_of(folder.path(), "2010", &["996-hollowdale"]);
    let arguments = ["run", "returns", "--as-at", "2010-03-31", "--out", "r", "--no-charts"];
    said(stocktake(folder.path()).args(arguments), 0);
    let text = fs::read_to_string(folder.path().join("r/publish/disclosure.toml")).unwrap();
    let other = text.replace("hidden_to = 5", "hidden_to = 9");
    fs::write(folder.path().join("mine.toml"), &other).unwrap();
    let (_, error) = said(stocktake(folder.path()).args(arguments).args(["--disclosure", "mine.toml"]), 2);
    assert!(in_one_line(&error).contains("help: give it a name of its own"), "{error}");
    fs::write(folder.path().join("mine.toml"), other.replace("sfr-2011", "mine")).unwrap();
    said(stocktake(folder.path()).args(arguments).args(["--disclosure", "mine.toml"]), 0);
    assert!(fs::read_to_string(folder.path().join("r/publish/disclosure.toml")).unwrap().contains("hidden_to = 9"));
}

#[test]
fn a_report_of_others_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    put_episodes(at, "302", "A,01/04/2010,S,C2,Q1,,,AB1\n");
    put_episodes(at, "304", "B,01/04/2010,S,C2,Q1,,,AB1\n");
    let run = |returns: &str, more: &str, code| {
        let arguments = format!("run {returns} --no-charts --out o {more}");
        in_one_line(&said(stocktake(at).args(arguments.split_whitespace()), code).1)
    };
    let day = "--as-at 2010-12-31";
    run("302", day, 0);
    let before = tree(&at.join("o"));
    for returns in ["304", "304 --as-at 2010-11-30"] {
        // Several days have folders of their own below it.
        let code = if returns == "304" { 2 } else { 0 };
        let error = run(returns, day, code);
        let words = "o holds a report of Barnet at 31 December 2010, and this is of Brent, so nothing was written help: give \
                     another folder with --out, or take that one away";
        assert_eq!(error.contains(words), code == 2, "{error}");
        if code == 2 {
            assert_eq!(tree(&at.join("o")), before);
        }
    }
    let error = run("302", "--as-at 2010-10-31 --as-at 2010-09-30", 2);
    assert!(error.contains("o/series holds a report of Brent at 31 December 2010, and this is of Barnet"), "{error}");
    assert!(!at.join("o/2010-10-31").exists());
    // One that they share is of both.
    run("302 304", day, 0);
    run("304", day, 0);
    // What cannot be read is nobody's.
    fs::write(at.join("o/restricted/indicators.csv"), "\u{1}\n").unwrap();
    run("302", day, 0);
}

#[test]
fn a_report_is_no_folder_of_returns() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    put_episodes(at, "302", "A,01/04/2010,S,C2,Q1,,,AB1\n");
    said(stocktake(at).args(OF_2011), 0);
    for (given, command) in
        [("r", "run r --as-at 2011-03-31 --out s"), ("r/publish", "check r/publish"), ("r", "intake r")]
    {
        let (_, error) = said(stocktake(at).args(command.split(' ')), 2);
        let words = format!("{given} is a report of stocktake, not returns help: give the folder of the returns");
        assert!(in_one_line(&error).contains(&words), "{command}: {error}");
    }
}

#[test]
fn what_is_made_of_charts_is_not_asked_for_without_them() {
    let folder = tempfile::tempdir().unwrap();
    for (option, because) in [
        ("--ods", "the workbook goes with the charts"),
        ("--pptx", "slides are made of charts"),
        ("--pdf", "documents are made of charts"),
    ] {
        let arguments = ["--as-at", "2011-03-31", "--out", "r", "--no-charts", option];
        let (_, error) = said(stocktake(folder.path()).arg("run").arg(data()).args(arguments), 2);
        let words = format!("{option} makes no sense with --no-charts: {because} help: leave out one of the two");
        assert!(in_one_line(&error).contains(&words), "{error}");
    }
}

#[test]
fn a_report_does_not_go_among_the_returns() {
    let folder = tempfile::tempdir().unwrap();
    returns_of(folder.path(), "2010", &["996-hollowdale"]);
    let run = |out: &str| {
        let arguments = ["run", "returns", "--as-at", "2010-03-31", "--no-charts", "--out", out];
        let code = if out.starts_with("returns") { 2 } else { 0 };
        said(stocktake(folder.path()).args(arguments), code).1
    };
    let itself = run("returns/../returns");
    assert!(itself.contains("--out returns/../returns is the folder of the returns: a later run"), "{itself}");
    assert!(itself.contains("help: give a folder elsewhere"), "{itself}");
    assert!(run("returns/reports").contains("--out returns/reports is inside returns, with the returns: a later run"));
    assert!(!folder.path().join("returns/reports").exists());
    let (_, error) = said(stocktake(folder.path()).args(["check", "returns", "--out", "returns"]), 2);
    assert!(error.contains("returns is the folder of the returns"), "{error}");
    run("reports");
}

#[test]
fn the_rejected_rows_that_are_shown_are_the_first() {
    let folder = tempfile::tempdir().unwrap();
    let (_, error) = main_job(folder.path(), "r");
    let last = "12 rows rejected, of which these are the first 5; all are in restricted/cleaning.csv";
    assert!(error.lines().any(|line| line == last), "{error}");
}
