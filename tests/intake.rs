//! `stocktake intake`, and what a run says of every file: restricted/intake.csv and its page.

mod names;

use crate::folder::{copy, data, in_one_line, rows, said, stocktake, tree};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A list of three authorities of one region.
const LIST: &str = "old_la_code,new_la_code,la_name,region_code,region_name\n\
                    991,,Ash,E12000001,North\n992,,Elm,E12000001,North\n993,,Oak,E12000001,North\n";
const EPISODES: &str = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n";
const REVIEWS: &str = "CHILD,REVIEW\nA,01/06/2010\nB,02/06/2010\n";

/// The returns: each file by its path below `returns`.
pub fn with_files(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join("returns").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// Ash sent episodes, of which one row is rejected, and reviews, one of them a repeated one; Elm a header that cannot be
/// read; Oak nothing.
fn three() -> tempfile::TempDir {
    let episodes = format!("{EPISODES}A,01/05/2010,S,C2,U1,,\nB,01/05/2010,S,C2,U1,,\n,01/05/2010,S,C2,U1,,\n");
    with_files(&[
        ("authorities.csv", LIST),
        ("991/2011/episodes.csv", &episodes),
        ("991/2011/reviews.csv", &format!("{REVIEWS}A,01/06/2010\n")),
        ("991/2011/copy of reviews.csv", &format!("{REVIEWS}A,01/06/2010\n")),
        ("992/2011/header.csv", "CHILD,SEX,DOB\nC,1,01/05/2000\n"),
        ("992/2011/oc2.csv", "CHILD,SDQ_SCORE\n"),
        ("992/2011/=notes.txt", "notes"),
    ])
}

/// Some columns of each line, by its file without the folder.
fn of_files(lines: &[BTreeMap<String, String>], columns: &[&str]) -> Vec<String> {
    let name = |line: &BTreeMap<String, String>| line["file"].rsplit('/').next().unwrap().to_owned();
    let cells =
        |line: &BTreeMap<String, String>| columns.iter().map(|&column| line[column].clone()).collect::<Vec<_>>();
    lines.iter().map(|line| format!("{}: {}", name(line), cells(line).join(" | "))).collect()
}

#[test]
fn the_grid_says_what_was_sent_refused_and_absent() {
    let folder = three();
    let (out, error) = said(stocktake(folder.path()).args(["intake", "returns"]), 0);
    let expected = "Returns of 2 authorities for 2011: 7 files\n\
                    \n        2011\n        he ep re o2 o3 ad at\n\
                    991 Ash –  ~  ✓  –  –  –  –\n\
                    992 Elm ✗  –  –  ✓  –  –  –\n\
                    \n✓ sent, ~ part, ✗ refused, – absent\n\
                    he header, ep episodes, re reviews, o2 oc2, o3 oc3, ad ad1, at attainment\n\
                    Tables: 2 sent, 1 part, 1 refused, 10 absent\n\
                    \nSent nothing\n  North: Oak (993)\n";
    assert_eq!(out, expected);
    assert!(error.contains("returns/992/2011/header.csv, line 1: looks like header but lacks ETHNIC"), "{error}");
    assert!(error.contains("to fix it: add the column ETHNIC"), "{error}");
}

#[test]
fn the_table_has_a_line_for_each_file_and_each_table_that_is_absent() {
    let folder = three();
    said(stocktake(folder.path()).args(["intake", "returns", "--out", "intake.csv", "--quiet"]), 0);
    let lines = rows(&folder.path().join("intake.csv"));
    let (sent, absent): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| !line["file"].is_empty());
    let columns = ["table", "la_code", "year", "rows", "rows_used", "rows_rejected", "outcome"];
    assert_eq!(
        of_files(&sent, &columns),
        [
            "copy of reviews.csv: reviews | 991 | 2011 | 3 | 2 | 0 | read",
            "episodes.csv: episodes | 991 | 2011 | 3 | 2 | 1 | read",
            "reviews.csv: reviews | 991 | 2011 | 3 | 0 | 0 | given twice",
            "=notes.txt:  | 992 | 2011 |  |  |  | skipped",
            "header.csv: header | 992 | 2011 |  |  |  | refused",
            "oc2.csv: oc2 | 992 | 2011 | 0 | 0 | 0 | read",
            "authorities.csv: authorities |  |  | 3 | 0 | 0 | skipped",
        ]
        .map(|line| line.replace("=notes.txt:  | 992 | 2011", "=notes.txt:  |  | "))
    );
    let refused = &sent[4]["recognised"];
    assert!(refused.starts_with("line 1: looks like header but lacks ETHNIC; to fix it: add"), "{refused}");
    assert!(refused.ends_with("table from the file's name"), "{refused}");
    assert_eq!(sent[2]["recognised"], "the same bytes as returns/991/2011/copy of reviews.csv");
    // Ash lacks five tables, Elm five besides the header, Oak all seven.
    let of = |code: &str| absent.iter().filter(|line| line["la_code"] == code).count();
    assert_eq!([of("991"), of("992"), of("993")], [5, 5, 7]);
    assert!(absent.iter().all(|line| line["outcome"] == "absent" && line["year"] == "2011"));
    assert!(absent.iter().any(|line| line["la_code"] == "993" && line["recognised"] == "the authority sent nothing"));
}

#[test]
fn one_authoritys_returns_ask_for_no_others() {
    let folder = with_files(&[("302/2011/reviews.csv", REVIEWS)]);
    let (out, _) = said(stocktake(folder.path()).args(["intake", "returns"]), 0);
    assert!(out.starts_with("Returns of 1 authority for 2011: 1 file\n") && !out.contains("Sent nothing"), "{out}");
    assert!(out.contains("Tables: 1 sent, 6 absent"), "{out}");
}

#[test]
fn another_years_results_will_do_and_another_years_return_will_not() {
    let late = "CHILD,REVIEW\nA,01/06/2010\nB,02/06/2010\nC,03/06/2010\n";
    let folder = with_files(&[
        ("302/2010/attainment.csv", "CHILD,ACADYR,KS2_ENGLEV\nA,2010,4\n"),
        ("302/2010/reviews.csv", late),
        ("302/2011/reviews.csv", late),
    ]);
    let (out, _) = said(stocktake(folder.path()).args(["intake", "returns", "--out", "i.csv"]), 0);
    assert!(out.contains("302 Barnet –  –  ≠  –  –  –  ≠   –  –  ✓  –  –  –  –"), "{out}");
    let lines = rows(&folder.path().join("i.csv"));
    let reviews = lines.iter().find(|line| line["file"] == "returns/302/2010/reviews.csv").unwrap();
    assert_eq!(
        [&*reviews["outcome"], &*reviews["recognised"]],
        ["another year's", "the dates fit the return for 2011"]
    );
}

#[test]
fn two_files_of_one_table_are_undecided_until_it_is_said_which_stands() {
    let folder =
        with_files(&[("302/2011/a.csv", REVIEWS), ("302/2011/b.csv", &REVIEWS.replace("01/06/2010", "11/06/2010"))]);
    let outcomes = |more: &[&str]| {
        let (_, error) = said(stocktake(folder.path()).args(["intake", "returns", "--out", "i.csv"]).args(more), 0);
        (of_files(&rows(&folder.path().join("i.csv")), &["outcome", "rows_used"]), error)
    };
    let (undecided, error) = outcomes(&[]);
    assert_eq!(undecided[..2], ["a.csv: undecided | 2", "b.csv: undecided | 1"]);
    assert!(error.contains("say which stands with --resubmission"), "{error}");
    assert_eq!(outcomes(&["--resubmission", "latest"]).0[..2], ["a.csv: resubmitted | 0", "b.csv: read | 2"]);
}

#[test]
fn strict_fails_where_something_was_refused_or_is_absent() {
    let folder = three();
    said(stocktake(folder.path()).args(["intake", "returns", "--strict"]), 1);
    let (_, error) = said(stocktake(folder.path()).args(["intake", "returns", "--out", "returns/i.csv"]), 2);
    assert!(in_one_line(&error).contains("--out returns/i.csv is inside returns, with the returns"), "{error}");
    let (_, error) = said(stocktake(folder.path()).args(["intake", "nowhere"]), 2);
    assert!(error.contains("nowhere does not exist"), "{error}");
}

#[test]
fn more_than_forty_authorities_are_counted_by_region() {
    let list = stocktake::seeds::Seeds::built_in().unwrap().authorities;
    let london: Vec<&str> =
        list.iter().filter(|(_, of)| of.region_name == "London").map(|(_, of)| of.code.as_str()).collect();
    let others = list.iter().filter(|(_, of)| of.region_name == "North East").map(|(_, of)| of.code.as_str());
    let codes: Vec<&str> = london.iter().copied().chain(others.take(8)).collect();
    let print = |codes: &[&str]| {
        let paths: Vec<String> = codes.iter().map(|code| format!("2011/{code}/reviews.csv")).collect();
        let files: Vec<(&str, &str)> = paths.iter().map(|path| (path.as_str(), REVIEWS)).collect();
        said(stocktake(with_files(&files).path()).args(["intake", "returns"]), 0).0
    };
    let forty = print(&codes[..40]);
    assert!(forty.contains("\n302 Barnet "), "{forty}");
    let many = print(&codes);
    assert!(many.contains("\nLondon                   33  0   0   33  0   0   0   0\n"), "{many}");
    assert!(many.contains("\nNorth East               12  0   0   8   0   0   0   0\n"), "{many}");
    assert!(!many.contains("\n302 Barnet") && many.contains("\nSent nothing\n"), "{many}");
    assert!(many.lines().chain(forty.lines()).all(|line| line.chars().count() <= 100), "{many}");
}

#[test]
fn rows_add_up_to_what_became_of_every_row() {
    let folder = tempfile::tempdir().unwrap();
    let run = ["--as-at", "2011-03-31", "--out", "r", "--no-charts", "--quiet"];
    said(stocktake(folder.path()).arg("run").arg(data()).args(run), 0);
    let record: serde_json::Value =
        serde_json::from_slice(&fs::read(folder.path().join("r/run.json")).unwrap()).unwrap();
    let lines = rows(&folder.path().join("r/restricted/intake.csv"));
    for (table, ledger) in record["rows"]["tables"].as_object().unwrap() {
        let sum = |column: &str| {
            let of_table = lines.iter().filter(|line| line["table"] == *table && line["outcome"] != "absent");
            of_table.map(|line| line[column].parse::<u64>().unwrap()).sum::<u64>()
        };
        let count = |name: &str| ledger[name].as_u64().unwrap();
        // What a day leaves out is used on another.
        let of_day =
            ["starts_after_as_at", "short_break", "open_not_last_no_nights", "open_but_not_returned_no_nights"];
        let of_day: u64 = of_day.iter().filter_map(|why| ledger["set_aside"][why].as_u64()).sum();
        assert_eq!(sum("rows"), count("read"), "{table}");
        assert_eq!(sum("rows_rejected"), count("rejected"), "{table}");
        assert_eq!(sum("rows_used"), count("used") + count("repaired") + of_day, "{table}");
    }
}

#[test]
fn a_run_writes_the_same_table_and_a_page_that_only_the_owner_has() {
    let folder = three();
    let run = ["run", "returns", "--as-at", "2011-03-31", "--out", "r", "--quiet"];
    said(stocktake(folder.path()).args(run), 0);
    said(stocktake(folder.path()).args(["intake", "returns", "--out", "intake.csv", "--quiet"]), 0);
    let report = tree(&folder.path().join("r"));
    assert_eq!(report["restricted/intake.csv"], fs::read(folder.path().join("intake.csv")).unwrap());
    let text = |path: &str| String::from_utf8(report[path].clone()).unwrap();
    let page = text("restricted/intake.html");
    for words in ["✗</span> refused", "–</span> absent", "~</span> part", "Sent nothing:</strong> Oak (993)"] {
        assert!(page.contains(words), "{words}");
    }
    assert!(page.contains("<title>Restricted: What was sent") && page.contains("looks like header but lacks ETHNIC"));
    assert!(text("restricted/index.html").contains("<a href=intake.html>What was sent</a>"));
    let of_public = |(path, bytes): &(&String, &Vec<u8>)| {
        path.starts_with("publish/")
            && (path.contains("intake") || String::from_utf8_lossy(bytes).contains("intake.html"))
    };
    assert_eq!(report.iter().find(of_public).map(|(path, _)| path), None);
    let record = text("run.json");
    assert!(record.contains("\"restricted/intake.csv\"") && record.contains("\"restricted/intake.html\""));
}

#[test]
fn a_run_says_once_for_each_kind_what_is_wrong_with_files() {
    let codes: Vec<u32> = (301..=320).collect();
    let reviews = format!("{REVIEWS}C,03/06/2010\n");
    let mut files: Vec<(String, String)> = Vec::new();
    for code in &codes {
        files.push((format!("2011/{code}/reviews.csv"), reviews.clone()));
        files.push((format!("2011/{code}/copy.csv"), reviews.clone()));
        files.push((format!("2011/{code}/header.csv"), "CHILD,SEX,DOB,COLOUR\n".to_owned()));
        files.push((format!("2011/{code}/oc2.csv"), format!("CHILD,SDQ_SCORE,COLOUR{code}\n")));
        files.push((format!("2010/{code}/reviews.csv"), reviews.clone()));
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let folder = with_files(&files);
    let run = ["run", "returns", "--as-at", "2011-03-31", "--out", "r", "--no-charts"];
    let (_, error) = said(stocktake(folder.path()).args(run), 0);
    assert!(error.lines().count() < 20, "{error}");
    let all = "(restricted/intake.csv has all of them)";
    for words in [
        "not read, nor are 19 more like it; to fix them: add the column ETHNIC to the heading, or, if `COLOUR` is that column".to_owned(),
        "the column COLOUR301 and 19 more columns are not part of the return".to_owned(),
        format!("the same bytes as returns/2011/301/copy.csv; there are 19 more like it {all}"),
        format!("write 2011 in YEAR; there are 19 more like it {all}"),
    ] {
        assert!(error.contains(&words), "{words}: {error}");
    }
}

/// What cannot move a figure is said in full where files are looked at, and counted elsewhere.
#[test]
fn harmless_notices_are_said_in_full_by_commands_about_files_and_counted_by_others() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("returns/993/2010");
    fs::create_dir_all(&place).unwrap();
    copy(&data().join("2010/993-thornmere"), &place);
    fs::copy(data().join("authorities.csv"), folder.path().join("returns/authorities.csv")).unwrap();
    let scores = fs::read_to_string(place.join("oc2.csv")).unwrap();
    fs::write(place.join("oc2.csv"), format!("Extract of 3 May\n{scores}")).unwrap();
    let codes = fs::read_to_string(place.join("episodes.csv")).unwrap();
    // A code of other years is read, and what rests on it is doubtful.
    fs::write(place.join("episodes.csv"), codes.replacen(",Q2,", ",U1,", 1)).unwrap();
    let title = "titles_above_heading";
    let counted = "1 notice on how the files were read; `stocktake intake` lists it";
    for command in ["intake returns", "check returns", "run returns --no-charts --out r"] {
        let error = said(stocktake(folder.path()).args(command.split(' ')), 0).1;
        assert!(error.contains(title) && error.contains("code_of_other_years"), "{command}: {error}");
        assert!(!error.contains("on how the files were read"), "{command}: {error}");
    }
    for command in ["forecast returns", "worklist returns", "explain returns"] {
        let error = said(stocktake(folder.path()).args(command.split(' ')), 0).1;
        assert!(!error.contains(title) && error.contains(counted), "{command}: {error}");
        assert!(error.contains("code_of_other_years"), "{command}: {error}");
    }
}

#[test]
fn paths_that_a_spreadsheet_would_work_out_are_text() {
    let folder = with_files(&[("reviews.csv", REVIEWS)]);
    fs::rename(folder.path().join("returns/reviews.csv"), folder.path().join("=1+1 302 2011.csv")).unwrap();
    said(stocktake(folder.path()).args(["intake", "=1+1 302 2011.csv", "--out", "i.csv"]), 0);
    assert!(Path::new(&folder.path().join("i.csv")).is_file());
    assert_eq!(rows(&folder.path().join("i.csv"))[0]["file"], "'=1+1 302 2011.csv");
}
