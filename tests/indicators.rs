//! `stocktake indicators`, as a person runs it.

use crate::folder::{said, stocktake};
use std::path::Path;

#[test]
fn all_ten_in_brief() {
    let (out, _) = said(stocktake(Path::new(".")).arg("indicators"), 0);
    insta::assert_snapshot!("indicators-in-brief", out);
}

#[test]
fn one_in_full() {
    let (out, _) = said(stocktake(Path::new(".")).args(["indicators", "99"]), 0);
    insta::assert_snapshot!("indicator-in-full", out);
}

#[test]
fn another_number_is_refused_with_the_ten() {
    let (_, error) = said(stocktake(Path::new(".")).args(["indicators", "60"]), 2);
    assert!(error.contains("NI 60 is not one of the ten indicators") && error.contains("58, 61, 62"), "{error}");
}
