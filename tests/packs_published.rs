//! The packs that anybody may read: that they tell nothing more than the tables they are made of, and that nothing
//! else can be put among them.

mod canary;
mod country;
mod known_leaks;
mod properties;
mod same_tables;
mod stranger;
mod tampering;
mod untouched;

use crate::folder::{data, said, stocktake};
use std::path::Path;
use tempfile::TempDir;

/// A report of the project's own returns in `r`, made with the choices given.
fn report(more: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), more);
    folder
}

/// Runs the project's own returns into `r`, at 31 March 2011 unless another day is given.
fn run(folder: &Path, more: &[&str]) {
    let day: &[&str] = if more.contains(&"--as-at") { &[] } else { &["--as-at", "2011-03-31"] };
    said(stocktake(folder).arg("run").arg(data()).args(["--quiet", "--out", "r"]).args(day).args(more), 0);
}

/// What `audit` says of what is given, in one line; it must end with `code`.
fn audit(folder: &Path, given: &[&str], code: i32) -> String {
    let (out, error) = said(stocktake(folder).arg("audit").args(given), code);
    format!("{out}{error}").replace("\n  │ ", " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The kinds of the chunks of a picture, in order.
fn chunks(png: &[u8]) -> Vec<String> {
    let (mut at, mut kinds) = (8, Vec::new());
    while let Some(head) = png.get(at..at + 8) {
        let length = u32::from_be_bytes(head[..4].try_into().unwrap()) as usize;
        kinds.push(String::from_utf8_lossy(&head[4..]).into_owned());
        at += 12 + length;
    }
    kinds
}
