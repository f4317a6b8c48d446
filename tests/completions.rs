//! `stocktake completions` and `stocktake manual`.

use crate::folder::{said, stocktake};
use std::path::Path;

#[test]
fn every_shell_has_completions() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (out, _) = said(stocktake(Path::new(".")).args(["completions", shell]), 0);
        assert!(["stocktake", "as-at", "init"].iter().all(|word| out.contains(word)), "{shell}");
    }
}

#[test]
fn the_manual_is_a_page_of_roff() {
    let (out, _) = said(stocktake(Path::new(".")).arg("manual"), 0);
    assert!(out.starts_with(".ie") && out.contains(".SH SYNOPSIS"));
}
