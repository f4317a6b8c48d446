//! `stocktake profiles`, as a user runs it.

use crate::folder::{said, stocktake};
use std::path::Path;

#[test]
fn every_profile_with_what_it_hides() {
    let (out, _) = said(stocktake(Path::new(".")).arg("profiles"), 0);
    insta::assert_snapshot!("profiles", out);
}

#[test]
fn one_profile_in_capitals_or_not() {
    let (all, _) = said(stocktake(Path::new(".")).arg("profiles"), 0);
    let (one, _) = said(stocktake(Path::new(".")).args(["profiles", "Round-5"]), 0);
    assert!(one.starts_with("round-5") && all.ends_with(&one), "{one}");
}

#[test]
fn an_unknown_name_is_refused() {
    let (_, error) = said(stocktake(Path::new(".")).args(["profiles", "sfr-2010"]), 2);
    assert!(error.contains("there is no profile sfr-2010") && error.contains("`stocktake profiles`"), "{error}");
}
