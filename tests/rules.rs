//! `stocktake rules`, as a user runs it.

use crate::folder::{said, stocktake};
use std::path::Path;

#[test]
fn every_rule_in_brief() {
    let (out, _) = said(stocktake(Path::new(".")).arg("rules"), 0);
    insta::assert_snapshot!("rules-in-brief", out);
}

#[test]
fn one_rule_in_full_in_capitals_or_not() {
    let (out, _) = said(stocktake(Path::new(".")).args(["rules", "501"]), 0);
    insta::assert_snapshot!("rule-in-full", out);
    said(stocktake(Path::new(".")).args(["rules", "st01"]), 0);
}

#[test]
fn an_unknown_number_is_refused() {
    let (_, error) = said(stocktake(Path::new(".")).args(["rules", "9999"]), 2);
    assert!(error.contains("there is no rule 9999") && error.contains("`stocktake rules`"), "{error}");
}
