//! Mistakes in the file, made on purpose: each is refused with its line, its value and what to do, before anything is read.

use super::{SETTINGS, folder, run};
use crate::folder::in_one_line;
use std::fs;

#[test]
fn a_mistake_stops_a_run_and_names_file_line_value_and_remedy() {
    for (line, said) in [
        ("autority = \"302\"", "× stocktake.toml, line 4: 'autority' is no setting help: the nearest is authority"),
        ("basis = \"monthly\"", "line 4: basis cannot be 'monthly' help: write one of rolling, year-to-date"),
        ("authority = 302", "line 4: authority cannot be 302 help: write, for one, authority = \"302\""),
        ("authority = \"Barnett\"", "× stocktake.toml, line 4: authority 'Barnett' is not on the list of authorities"),
        ("year = \"last\"", "line 4: year 'last' is not a year help: write the year in which the return ends"),
        ("years = 9", "line 4: years '9' is no number of years to follow help: write a whole number from 1"),
        ("targets = \"none.csv\"", "line 4: targets 'none.csv' does not exist help: correct the path"),
        ("resubmission = \"last\"", "line 4: resubmission 'last' does not exist help: correct the path"),
        ("already_published = \"none\"", "line 4: already_published 'none' does not exist help: correct the path"),
        (
            "disclosure = \"none.toml\"",
            "line 4: disclosure 'none.toml' is neither a profile nor a file help: the profiles",
        ),
        ("[policies]\nsdq_ages = 5", "line 5: '5' is not a value of the policy sdq_ages help: write two ages"),
        ("[groups]\nNear = [\n\"301\",\n\"Barnett\"]", "line 7: 'Barnett' in the group 'Near' is not on the list"),
        ("[columns]\nPLACES = [\"Home\"]", "line 5: 'PLACES' is no column of the return help: did you mean PLACE?"),
        ("[codes.PLACE]\nFoster = \"Q9\"", "line 5: 'Q9' is on no year's list of PLACE help: the nearest listed codes"),
        ("years = 3 4", "× stocktake.toml is not what it should be ╰─▶ TOML parse error at line 4"),
        ("years = 3\nyears = 4", "TOML parse error at line 5"),
    ] {
        let folder = folder(&format!("{SETTINGS}{line}\n"));
        let error = in_one_line(&run(folder.path(), "run --as-at 2010-12-31", 2).1);
        assert!(error.contains(said) && error.contains(" help: "), "{line}: {error}");
        assert!(!folder.path().join("reports").exists(), "{line}");
    }
}

#[test]
fn what_is_neither_given_nor_set_is_asked_for() {
    let folder = folder("outputs = [\"tables\", \"png\"]\n");
    for (arguments, said) in [
        ("run --out r", "no returns were given help: give files or folders, or set returns in stocktake.toml, which"),
        ("run returns", "no folder was given for the report help: give a folder with --out DIR, or set out in"),
        (
            "run returns --out r",
            "stocktake.toml, line 1: outputs asks for tables alone, and for more help: leave out tables",
        ),
        (
            "run returns --out r --settings mine.toml",
            "mine.toml cannot be read ╰─▶ the path does not exist help: check",
        ),
        (
            "run returns --out r --chart-files png --group Near",
            "'Near' is no group of authorities help: write NAME=AUTHORITY",
        ),
        (
            "run returns --out r --chart-files png --group A=301 --group A=303",
            "--group gives 'A' twice help: name all of its",
        ),
        ("run --out returns/r", "no returns were given"),
        ("run returns --out returns/{as_at}", "is inside returns, with the returns: a later run would read"),
    ] {
        let error = in_one_line(&run(folder.path(), arguments, 2).1);
        assert!(error.contains(said), "{arguments}: {error}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is written");
}

#[test]
fn the_option_of_an_earlier_version_says_where_its_content_goes() {
    let folder = folder("");
    let error = in_one_line(&run(folder.path(), "run returns --out r --configuration mine.toml", 2).1);
    assert!(error.contains("its interval, funnel and [groups] are part of stocktake.toml now"), "{error}");
}
