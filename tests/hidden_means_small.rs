//! A reader takes a hidden number to be small. Two sets of made-up returns whose tables once gave a number away so.

use crate::folder::{in_one_line, said, stocktake};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// The tables of made-up returns, published.
fn published(seed: &str, profile: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    said(stocktake(folder.path()).args(["synth", "--seed", seed, "--out", "made", "--quiet"]), 0);
    let run = ["run", "made", "--as-at", "2011-03-31", "--no-charts", "--years", "1", "--quiet", "--out", "r"];
    said(stocktake(folder.path()).args(run).args(["--disclosure", profile]), 0);
    folder
}

/// Shows one figure again, as it was published once.
fn show(folder: &Path, code: &str, indicator: &str, numbers: [&str; 5]) {
    let path = folder.join("r/publish/indicators.csv");
    let text = fs::read_to_string(&path).unwrap();
    let mut table = csv::Reader::from_reader(text.as_bytes());
    let mut written = csv::Writer::from_writer(Vec::new());
    written.write_record(table.headers().unwrap()).unwrap();
    for row in table.records() {
        let mut row: Vec<String> = row.unwrap().iter().map(str::to_owned).collect();
        if row[3] == code && row[6] == indicator {
            assert!(row[10..15].contains(&"c".to_owned()), "{row:?}");
            row[10..15].iter_mut().zip(numbers).for_each(|(cell, number)| *cell = number.to_owned());
            row[15] = if numbers.contains(&"c") { "confidential" } else { "ok" }.to_owned();
        }
        written.write_record(row).unwrap();
    }
    fs::write(path, written.into_inner().unwrap()).unwrap();
}

fn audited(folder: &Path, code: i32) -> String {
    let (out, error) = said(stocktake(folder).args(["audit", "r/publish"]), code);
    in_one_line(&format!("{out}{error}"))
}

#[test]
fn of_two_authorities_one_child_each_does_not_meet_the_test() {
    // 9 of 10, 19 of 20: a region of 50 to the nearest 10 left two between them, and hidden means one at least.
    let folder = published("15", "both-sides");
    assert!(audited(folder.path(), 0).contains("Nothing hidden can be worked out"));
    show(folder.path(), "E12000092", "147", ["50", "60", "c", "c", "c"]);
    let said = audited(folder.path(), 3);
    for code in ["992 Brindlecombe", "993 Thornmere"] {
        assert!(said.contains(&format!("NI 147, {code}, numerator: one whole number is left")), "{said}");
    }
}

#[test]
fn of_one_child_and_of_two_only_one_fits() {
    // 1, 8 and 8 are printed as hidden, 10 and 10; the region's 17 as 15, so that it is at most 17.
    let folder = published("3", "round-5");
    assert!(audited(folder.path(), 0).contains("Nothing hidden can be worked out"));
    let (code, numbers) = if row_is_hidden(folder.path(), "992") {
        ("992", ["10", "15", "66.7", "41.7", "84.8"])
    } else {
        ("993", ["10", "15", "66.7", "41.7", "84.8"])
    };
    show(folder.path(), code, "148", numbers);
    assert!(audited(folder.path(), 3).contains("NI 148, 991 Ashwater, numerator: one whole number is left"));
}

fn row_is_hidden(folder: &Path, code: &str) -> bool {
    let rows = crate::folder::rows(&folder.join("r/publish/indicators.csv"));
    rows.iter().any(|row| row["code"] == code && row["indicator"] == "148" && row["value"] == "c")
}
