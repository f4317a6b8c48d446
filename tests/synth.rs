//! `stocktake synth`, as a person runs it.

use crate::folder::{data, said, stocktake, tree};

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
