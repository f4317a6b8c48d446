//! Cells in quotes that go on over the end of a line.

use crate::folder::{rows, said, stocktake};
use std::fs;
use std::path::Path;

const EPISODES: &str = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC,NOTES\n";

/// A return of Barnet with these tables, run, with what was printed.
fn run(folder: &Path, tables: &[(&str, &str)]) -> String {
    fs::create_dir_all(folder.join("302/2011")).unwrap();
    for (name, text) in tables {
        fs::write(folder.join("302/2011").join(name), text).unwrap();
    }
    said(stocktake(folder).args(["run", "302", "--as-at", "2011-03-31", "--no-charts", "--out", "r"]), 0).1
}

/// Sixty children, on lines 2 to 61, two of whose ids have a stray quote.
fn with_stray_quotes() -> String {
    let row = |child: usize| match child {
        20 => format!("\"SC{child:06},01/06/2010\n"),
        60 => format!("SC{child:06}\",01/06/2010\n"),
        _ => format!("SC{child:06},01/06/2010\n"),
    };
    format!("CHILD,REVIEW\n{}", (1..=60).map(row).collect::<String>())
}

#[test]
fn a_quoted_cell_over_several_lines_refuses_the_file_and_names_both_lines() {
    let folder = tempfile::tempdir().unwrap();
    let episodes = format!("{EPISODES}A,01/04/2010,S,C2,Q1,,,\n");
    let said = run(folder.path(), &[("episodes.csv", &episodes), ("reviews.csv", &with_stray_quotes())]);
    let words = "302/2011/reviews.csv, line 21: has a quote on this line that is closed only on line 61";
    assert!(said.contains(words), "{said}");
    assert!(said.contains("1 file was refused"), "{said}");
}

#[test]
fn the_rows_that_a_quote_held_are_counted_as_rejected() {
    let folder = tempfile::tempdir().unwrap();
    let episodes = format!("{EPISODES}A,01/04/2010,S,C2,Q1,,,\n");
    run(folder.path(), &[("episodes.csv", &episodes), ("reviews.csv", &with_stray_quotes())]);
    let restricted = folder.path().join("r/restricted");
    let intake = rows(&restricted.join("intake.csv"));
    let reviews = intake.iter().find(|row| row["table"] == "reviews").unwrap();
    let counts = ["rows", "rows_used", "rows_rejected", "outcome"].map(|column| reviews[column].as_str());
    assert_eq!(counts, ["60", "0", "60", "refused"]);
    let record = fs::read_to_string(folder.path().join("r/run.json")).unwrap();
    let record: serde_json::Value = serde_json::from_str(&record).unwrap();
    let input = record["inputs"].as_array().unwrap().iter().find(|input| input["refused"].is_object()).unwrap();
    assert_eq!((input["rows"].as_u64(), input["rejected"].as_u64()), (Some(60), Some(60)));
    // The ledger of the run has them too, and the identities hold.
    assert_eq!(record["rows"]["tables"]["reviews"]["rejected"].as_u64(), Some(60), "{}", record["rows"]);
}

#[test]
fn free_text_that_nothing_reads_may_go_on_over_lines_and_its_row_is_used() {
    let folder = tempfile::tempdir().unwrap();
    let text = format!(
        "{EPISODES}A,01/04/2010,S,C2,Q1,,,\"Moved.\nTwice, then\n\nback.\"\nB,01/04/2010,S,C2,Q1,,,\n\
        C,01/04/2010,S,C2,Q1,,,\"a\nD,01/04/2010,S,C2,Q1,,,b\"\n"
    );
    run(folder.path(), &[("episodes.csv", &text), ("reviews.csv", "CHILD,REVIEW\nA,01/06/2010\n")]);
    let cleaning = rows(&folder.path().join("r/restricted/cleaning.csv"));
    let found: Vec<[&str; 4]> =
        cleaning.iter().map(|row| ["line", "child", "rule", "found"].map(|column| row[column].as_str())).collect();
    // Text in which a line is like a row is said to be one.
    assert_eq!(found, [["4", "C", "cell_over_several_lines", "one row over 2 lines"]]);
    let intake = rows(&folder.path().join("r/restricted/intake.csv"));
    assert_eq!(intake.iter().find(|row| row["table"] == "episodes").unwrap()["rows_used"], "3");
}
