//! A report that is read back.

use super::files::Files;
use crate::compare::side::{Both, Side};
use crate::compare::{compare, words};
use crate::contract::RECORD;
use crate::ink::Ink;
use crate::output::hash::hexadecimal;
use crate::read_back::report::{Report, ReportTable};
use crate::seeds::Seeds;
use crate::show::page::Page;
use crate::show::{Question, show};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::fs;

/// The report that is compared with `before`.
const AFTER: &str = "after";

/// Reads a report back, shows it, and compares it with another.
pub fn report(bytes: &[u8]) {
    let Ok(files) = Files::of(bytes, "report") else { return };
    let Ok(seeds) = Seeds::built_in() else { return };
    for folder in ["before", AFTER] {
        seal(&files, folder);
    }
    if let Ok(report) = Report::with(&files.at(AFTER), &ReportTable::OF_PLACES) {
        let of = |indicator| Question { place: None, indicator, group: None, page: Page::new(Ink::Plain, 80) };
        let numbers = seeds.indicators.iter().map(|seed| Some(seed.number));
        for indicator in numbers.chain([None]) {
            let _ = show(&report, &seeds.indicators, of(indicator));
        }
    }
    let side = |folder| Report::read(&files.at(folder)).map(Side::new);
    if let (Ok(before), Ok(after)) = (side("before"), side(AFTER)) {
        let sides = Both { before, after };
        if let Ok(comparison) = compare(&sides, &seeds) {
            words::text(&comparison, &sides, true);
        }
    }
}

/// Puts the hashes of the tables as they are into the record, so that what is in them is read.
fn seal(files: &Files, folder: &str) {
    let record = files.at(folder).join(RECORD);
    let Some(mut value) = fs::read(&record).ok().and_then(|bytes| serde_json::from_slice::<Value>(&bytes).ok()) else {
        return;
    };
    let tables = fs::read_dir(files.at(folder).join("restricted")).into_iter().flatten().filter_map(Result::ok);
    let outputs: Vec<Value> = tables
        .filter_map(|table| {
            let sha256 = hexadecimal(&Sha256::digest(fs::read(table.path()).ok()?));
            Some(json!({"path": format!("restricted/{}", table.file_name().to_string_lossy()), "sha256": sha256}))
        })
        .collect();
    if let Some(fields) = value.as_object_mut() {
        fields.insert("outputs".to_owned(), Value::Array(outputs));
        let _ = fs::write(record, value.to_string());
    }
}
