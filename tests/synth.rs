//! `stocktake synth`, as a person runs it.

use crate::folder::{data, rows, said, stocktake, tree};
use std::collections::BTreeMap;
use std::path::Path;
use stocktake::seeds::Seeds;
use stocktake::synth::{Layout, Options, Place, Scale, write};

#[test]
fn the_projects_own_returns_are_what_it_makes() {
    let folder = tempfile::tempdir().unwrap();
    said(stocktake(folder.path()).args(["synth", "--out", "made"]), 0);
    let (made, mut kept) = (tree(&folder.path().join("made")), tree(&data()));
    kept.remove("README.md");
    assert_eq!(made.keys().collect::<Vec<_>>(), kept.keys().collect::<Vec<_>>());
    for (name, bytes) in &made {
        assert!(bytes == &kept[name], "{name} differs");
    }
}

#[test]
fn a_national_set_has_a_folder_for_every_authority_there_was() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = ["--scale", "national", "--layout", "folders", "--years", "2009,2010", "--out", "nation"];
    said(stocktake(folder.path()).arg("synth").args(arguments), 0);
    let files = tree(&folder.path().join("nation"));
    let in_year = |year: &str| files.keys().filter(|name| name.starts_with(year)).count();
    assert_eq!(in_year("2009/"), 150 * 7);
    assert_eq!(in_year("2010/"), 152 * 7);
    assert!(files.keys().any(|name| name.starts_with("2009/820")), "Bedfordshire until 2009");
    assert!(!files.keys().any(|name| name.starts_with("2010/820")), "and not after");
}

#[test]
fn years_out_of_reason_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (_, error) = said(stocktake(folder.path()).args(["synth", "--years", "11", "--out", "made"]), 2);
    assert!(error.contains("11"), "{error}");
}

/// What `stocktake check`, run in a folder, finds in these returns.
fn findings(folder: &Path, returns: &Path) -> Vec<BTreeMap<String, String>> {
    said(stocktake(folder).arg("check").arg(returns).args(["--quiet", "--out", "r"]), 0);
    rows(&folder.join("r/check/findings.csv"))
}

#[test]
fn returns_made_without_faults_break_no_rule() {
    let folder = tempfile::tempdir().unwrap();
    let known = Seeds::built_in().unwrap().authorities;
    let options = Options {
        seed: 7,
        scale: Scale::National,
        layout: Layout::Collated,
        years: vec![2009, 2010, 2011],
        times: 1,
        authorities: known.iter().take(20).map(|(_, known)| Place::new(&known.code, &known.name)).collect(),
    };
    let made = folder.path().join("made");
    write(&options, &made, &|_| ()).unwrap();
    let findings = findings(folder.path(), &made);
    let errors: Vec<_> = findings.iter().filter(|finding| finding["severity"] == "error").collect();
    assert!(errors.is_empty(), "{} errors, the first {:?}", errors.len(), errors[0]);
}

#[test]
fn the_sample_breaks_no_rule_but_where_a_fault_is_planted() {
    let folder = tempfile::tempdir().unwrap();
    let findings = findings(folder.path(), &data());
    // A row without a child is itself a fault.
    let planted = |child: &str| child.is_empty() || child.starts_with("900001");
    let others: Vec<_> = findings.iter().filter(|finding| !planted(&finding["child"])).collect();
    assert!(others.is_empty(), "{} findings, the first {:?}", others.len(), others[0]);
    assert!(findings.iter().any(|finding| finding["rule"] == "ST05"), "no child is adopted without a row of AD1");
}
