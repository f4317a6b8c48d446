//! Where a report is written, whatever the list of authorities holds.

use crate::folder::{in_one_line, said, stocktake, tree};
use std::fs;
use std::path::Path;

const HEADING: &str = "old_la_code,new_la_code,la_name,region_code,region_name,valid_from,valid_to\n";

/// Returns with a list of authorities beside them, which is used by itself.
fn returns(folder: &Path, list: &str) {
    fs::create_dir_all(folder.join("returns/301/2011")).unwrap();
    let episodes = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,01/04/2010,S,C2,U1,,\n";
    fs::write(folder.join("returns/301/2011/episodes.csv"), episodes).unwrap();
    fs::write(folder.join("returns/authorities.csv"), format!("{HEADING}{list}")).unwrap();
}

/// The most characters of a path in a report, below its folder: Windows' own programs open no path of more than 259.
const LONGEST: usize = 120;

const RUN: [&str; 6] = ["run", "returns", "--as-at", "2011-03-31", "--out", "in/r"];

#[test]
fn a_region_whose_code_is_a_path_is_refused_and_nothing_is_written() {
    for code in ["../../../publish/x", "/tmp/x", "..", "E12/x", "E12\\x", "E12000007.", "C:x"] {
        let folder = tempfile::tempdir().unwrap();
        returns(folder.path(), &format!("301,E09000002,Ash,{code},North,,\n"));
        let before = tree(folder.path());
        let (_, error) = said(stocktake(folder.path()).args(RUN), 2);
        let words = format!("line 2: region_code '{}", &code[..2]);
        assert!(in_one_line(&error).contains(&words) && error.contains("is not a code"), "{error}");
        assert_eq!(tree(folder.path()), before, "{code}");
    }
}

#[test]
fn names_of_places_make_safe_paths() {
    let folder = tempfile::tempdir().unwrap();
    let name = "../".repeat(40) + &"Ash ".repeat(60) + "CON. ";
    returns(folder.path(), &format!("301,E09000002,{name},CON,nul...,,\n302,E09000003,NUL,CON,nul...,,\n"));
    said(stocktake(folder.path()).args(RUN), 0);
    let written = tree(&folder.path().join("in/r"));
    assert!(written.keys().any(|path| path.starts_with("restricted/authorities/301-ash-ash-")), "{:?}", written.keys());
    for path in written.keys() {
        assert!(path.len() <= LONGEST, "{path}");
        for part in path.split('/') {
            let stem = part.split('.').next().unwrap().to_uppercase();
            assert!(!["CON", "NUL"].contains(&stem.as_str()) && !part.ends_with('.') && part.len() <= 100, "{path}");
        }
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "returns and in");
}

#[test]
fn a_report_may_lie_deeper_than_the_260_characters_of_windows() {
    let folder = tempfile::tempdir().unwrap();
    let deep = folder.path().join("in-the-folder-of-a-folder-with-a-long-name/".repeat(7));
    fs::create_dir_all(&deep).unwrap();
    returns(&deep, "301,E09000002,Ash,E12000007,London,,\n");
    said(stocktake(folder.path()).arg("init").arg(deep.join("returns")).arg("--settings").arg(deep.join("s.toml")), 0);
    let run = || {
        let mut command = stocktake(folder.path());
        command.args(["run", "--as-at", "2011-03-31", "--settings"]).arg(deep.join("s.toml"));
        said(&mut command, 0)
    };
    assert!(run().0.contains("Written to "));
    let report = deep.join("reports/2011-03-31");
    let (out, _) = said(stocktake(folder.path()).arg("show").arg(&report), 0);
    assert!(out.contains("Ash"), "{out}");
    said(stocktake(folder.path()).arg("audit").arg(&report), 0);
    // A second report puts the first aside, which lies deeper still.
    run();
}
