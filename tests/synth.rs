//! `stocktake synth` as a command.

use crate::folder::{data, rows, said, stocktake, tree};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use stocktake::seeds::Seeds;
use stocktake::synth::{Layout, Options, Place, Scale, write};

#[test]
fn the_returns_in_data_are_what_it_makes() {
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
fn an_existing_return_is_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let returns = folder.path().join("returns");
    fs::create_dir_all(returns.join("2011")).unwrap();
    fs::write(returns.join("2011/episodes.csv"), "CHILD,DECOM\n1,01/04/2010\n").unwrap();
    let before = tree(&returns);
    let (_, error) = said(stocktake(folder.path()).args(["synth", "--out", "returns"]), 2);
    let error = error.replace("\n  │ ", " ");
    assert!(error.contains("returns/2011/episodes.csv already exists"), "{error}");
    assert!(error.contains("give a folder that does not exist yet"), "{error}");
    assert!(tree(&returns) == before, "nothing was added or removed");
    assert_eq!(fs::read_dir(&returns).unwrap().count(), 1);
}

#[test]
fn a_folder_is_completed_with_the_same_returns_and_no_others() {
    let folder = tempfile::tempdir().unwrap();
    let made = folder.path().join("made");
    said(stocktake(folder.path()).args(["synth", "--out", "made"]), 0);
    let whole = tree(&made);
    fs::remove_file(made.join("2010/993-thornmere/oc3.csv")).unwrap();
    fs::write(made.join("README.md"), "notes").unwrap();
    said(stocktake(folder.path()).args(["synth", "--out", "made"]), 0);
    fs::remove_file(made.join("README.md")).unwrap();
    assert!(tree(&made) == whole, "the missing file is back, and the others are as they were");
    let (_, error) = said(stocktake(folder.path()).args(["synth", "--seed", "23", "--out", "made"]), 2);
    assert!(error.contains("made/2009/991-ashwater/ad1.csv already exists"), "{error}");
    assert!(tree(&made) == whole);
}

#[test]
fn returns_are_not_written_to_a_file() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("afile"), "mine").unwrap();
    let (_, error) = said(stocktake(folder.path()).args(["synth", "--out", "afile"]), 2);
    assert!(error.contains("afile is a file\n  help: give a folder"), "{error}");
    assert_eq!(fs::read_to_string(folder.path().join("afile")).unwrap(), "mine");
}

#[test]
fn a_national_set_has_a_folder_for_every_authority_of_the_year() {
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
fn implausible_years_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (_, error) = said(stocktake(folder.path()).args(["synth", "--years", "11", "--out", "made"]), 2);
    assert!(error.contains("11"), "{error}");
}

/// The findings of `stocktake check` in these returns.
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
fn the_sample_breaks_rules_only_where_a_fault_is_planted() {
    let folder = tempfile::tempdir().unwrap();
    let findings = findings(folder.path(), &data());
    // A row without a child is itself a fault.
    let planted = |child: &str| child.is_empty() || child.starts_with("900001");
    let others: Vec<_> = findings.iter().filter(|finding| !planted(&finding["child"])).collect();
    assert!(others.is_empty(), "{} findings, the first {:?}", others.len(), others[0]);
    assert!(findings.iter().any(|finding| finding["rule"] == "ST05"), "no child is adopted without a row of AD1");
}
