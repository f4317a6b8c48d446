//! The sector's public fake return, read in place where it is there: one authority, year ending 31
//! March 2018, today's codes, planted faults.

use crate::folder::{rows, said, stocktake};
use std::path::Path;

#[test]
fn the_public_fake_return_is_accounted_for_row_by_row() {
    let returns = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/returns/validator_2018");
    if !returns.is_dir() {
        println!("skipped: the public fake return is not beside the project");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let place = ["--authority", "301", "--year", "2018", "--as-at", "2018-03-31", "--no-charts", "--out", "r"];
    said(stocktake(folder.path()).arg("run").arg(&returns).args(place), 0);
    let text = std::fs::read_to_string(folder.path().join("r/run.json")).unwrap();
    let record: serde_json::Value = serde_json::from_str(&text).unwrap();
    for input in record["inputs"].as_array().unwrap() {
        let path = Path::new(input["path"].as_str().unwrap());
        let in_file = csv::ReaderBuilder::new().flexible(true).from_path(path).unwrap().into_byte_records().count();
        assert_eq!(input["rows"].as_u64(), Some(in_file as u64), "{}", path.display());
    }
    let figures = rows(&folder.path().join("r/restricted/indicators.csv"));
    let of_authority = |indicator: &str| {
        let row = figures.iter().find(|row| row["code"] == "301" && row["indicator"] == indicator).unwrap();
        ["numerator", "denominator", "status"].map(|column| row[column].clone())
    };
    assert_eq!(of_authority("62"), ["209", "1196", "ok"]);
    assert_eq!(of_authority("147"), ["0", "0", "no_denominator"]);
    assert_eq!(of_authority("99"), ["", "", "not_available"]);
}
