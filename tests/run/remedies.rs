//! What a run says to do about what it cannot place, once for each kind, and why there is no figure.

use crate::folder::{in_one_line, rows, said, stocktake};
use std::fs;
use std::path::Path;

const EPISODES: &str = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,01/05/2009,S,C2,Q1,,\n";

fn put(folder: &Path, file: &str, text: &str) {
    let path = folder.join("returns").join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// What is printed on standard error by a run that ends with this code.
fn run(folder: &Path, more: &[&str], code: i32) -> String {
    let arguments = ["run", "returns", "--as-at", "2011-03-31", "--no-charts", "--out", "r"];
    in_one_line(&said(stocktake(folder).args(arguments).args(more), code).1)
}

#[test]
fn folders_that_name_no_authority_are_named_once_for_each_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    put(at, "302/2011/episodes.csv", EPISODES);
    for table in ["episodes", "header", "reviews"] {
        put(at, &format!("940/2011/{table}.csv"), EPISODES);
        put(at, &format!("Barnett/2011/{table}.csv"), EPISODES);
    }
    let said = run(at, &[], 0);
    let not_listed = "not read, nor are 2 more like it; to fix them: 940 is not on the list of that day: give one that has \
                      it with --authorities FILE";
    let near = "not read, nor are 2 more like it; to fix them: did you mean Barnet (302)?";
    for words in [not_listed, near] {
        assert_eq!(said.matches(words).count(), 1, "{words}: {said}");
    }
    assert!(said.contains("returns/940/2011/episodes.csv, line 1: holds rows of an authority that cannot be told"));
    assert_eq!(said.matches("cannot be told").count(), 2, "{said}");
}

#[test]
fn a_name_that_is_nearly_an_authoritys_is_told_with_what_to_write_in_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    for table in ["ad1", "episodes"] {
        put(at, &format!("Barnett_{table}_2011.csv"), EPISODES);
    }
    let help = "help: did you mean Barnet (302)? Write that in place of `Barnett` in the name of the";
    let said = run(at, &[], 2);
    assert!(said.contains("Barnett_ad1_2011.csv, line 1: holds rows of an authority that cannot be told"), "{said}");
    assert!(said.contains(&format!("{help} file")), "{said}");
    fs::remove_dir_all(at.join("returns")).unwrap();
    put(at, "302/2010/episodes.csv", EPISODES);
    put(at, "Barnett/2011/episodes.csv", EPISODES);
    let said = run(at, &[], 2);
    assert!(said.contains(&format!("{help} folder")), "{said}");
}

#[test]
fn a_cell_that_names_no_authority_has_its_own_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let row = |authority: &str| format!("{authority},A,01/05/2009,S,C2,Q1,,\n");
    let rows_of_file: String = ["302", "E08000037", "Barnett", "940", "Atlantis"].map(row).concat();
    put(folder.path(), "2011/episodes.csv", &format!("LA,CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n{rows_of_file}"));
    let said = run(folder.path(), &[], 0);
    let cleaning = rows(&folder.path().join("r/restricted/cleaning.csv"));
    let remedies: Vec<&str> = cleaning.iter().map(|row| row["remedy"].as_str()).collect();
    assert_eq!(
        remedies[..3],
        [
            "the code of 2009 is E08000020 (Gateshead, 390)",
            "did you mean Barnet (302)?",
            "940 is not on the list of that day: give one that has it with --authorities FILE",
        ]
    );
    assert!(remedies[3].starts_with("write the authority's three-digit code"), "{remedies:?}");
    assert!(said.contains("LA 'E08000037' (authority_unknown); the code of 2009 is E08000020"), "{said}");
}

#[test]
fn a_year_in_the_names_of_files_is_read_and_two_ask_for_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "302/episodes 2010 and 2011.csv", EPISODES);
    let said = run(folder.path(), &[], 2);
    assert!(said.contains("help: put it in a folder named for the year (2011 or 2010-11), give its name"), "{said}");
    put(folder.path(), "302/episodes_2010.csv", EPISODES);
    put(folder.path(), "302/episodes 2010-11.csv", EPISODES);
    let said = run(folder.path(), &[], 0);
    let words = "302/episodes 2010-11.csv and 1 more file: the year is taken from the name of the file";
    assert!(said.contains(words), "{said}");
}

#[test]
fn a_year_given_against_the_names_of_files_is_said() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "302/episodes 2010.csv", EPISODES);
    let said = run(folder.path(), &["--year", "2011"], 0);
    let words = "302/episodes 2010.csv: taken for 2011, the year given, though named for 2010";
    assert!(said.contains(words), "{said}");
    put(folder.path(), "302/episodes 2011.csv", EPISODES);
    fs::remove_file(folder.path().join("returns/302/episodes 2010.csv")).unwrap();
    let said = run(folder.path(), &["--year", "2011"], 0);
    assert!(!said.contains("the year given"), "{said}");
}

#[test]
fn another_profile_that_hides_no_more_is_said_to_hide_as_many() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "302/2011/episodes.csv", EPISODES);
    let arguments = ["run", "returns", "--as-at", "2011-03-31", "--no-charts", "--out", "r"];
    let (out, _) = said(stocktake(folder.path()).args(arguments), 0);
    let words = "1 of 1 percentage hidden: 1 few children; `--disclosure both-sides` would hide as many";
    assert!(in_one_line(&out).contains(words), "{out}");
}

#[test]
fn an_authority_that_is_nearly_named_is_guessed_at() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "2011/episodes.csv", EPISODES);
    let said = run(folder.path(), &["--authority", "Barnett"], 2);
    assert!(said.contains("--authority Barnett is not on the list of authorities help: did you mean Barnet (302)?"));
    run(folder.path(), &["--authority", "Barnet"], 0);
    let (_, said) = self::said(stocktake(folder.path()).args(["show", "r", "--authority", "Barnett"]), 2);
    assert!(in_one_line(&said).contains("; did you mean Barnet?"), "{said}");
}

#[test]
fn nobody_to_count_is_told_from_nobody_with_a_score() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    put(at, "302/2010/episodes.csv", EPISODES);
    put(at, "302/2011/episodes.csv", EPISODES);
    put(at, "302/2011/header.csv", "CHILD,SEX,DOB,ETHNIC\nA,1,01/05/2000,WBRI\n");
    put(at, "302/2011/oc2.csv", "CHILD,SDQ_SCORE\n");
    put(at, "302/2011/ad1.csv", "CHILD,DATE_INT\n");
    let arguments = ["run", "returns", "--as-at", "2011-03-31", "--out", "r"];
    let (summary, _) = said(stocktake(at).args(arguments), 0);
    let line = |number: &str| summary.lines().find(|line| line.starts_with(number)).unwrap().to_owned();
    assert!(line("58").ends_with("none of 1 has a score") && line("61").ends_with("no children in the population"));
    let (shown, _) = said(stocktake(at).args(["show", "r"]), 0);
    assert!(shown.contains("58   none of 1 has a score"), "{shown}");
    let page = |whose: &str| fs::read_to_string(at.join(format!("r/{whose}/authorities/302-barnet.html"))).unwrap();
    assert!(page("restricted").contains("none of 1 has a score"));
    // How many should have one is not printed for the public.
    let public = page("publish");
    assert!(public.contains("no children with a score") && !public.contains("none of 1"), "{public}");
}
