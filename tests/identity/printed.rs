//! What is shown of cells, and of names, on a terminal.

use super::{EPISODES, all_said, put, rows, written};
use crate::folder::{said, stocktake};
use std::path::Path;

/// What steers a terminal or turns a text around.
const STEERS: [char; 6] = ['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}', '\u{2066}', '\r'];

fn episodes(folder: &Path, rows: &str) {
    put(folder, "returns/301/2011/episodes.csv", &format!("{EPISODES}{rows}"));
}

const RUN: [&str; 7] = ["run", "returns", "--as-at", "2011-03-31", "--no-charts", "--out", "r"];

#[test]
fn an_id_in_a_column_where_none_belongs_is_not_shown() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    episodes(
        at,
        "SC000001,01/04/2010,S,C2,SC000002,,,,\nSC000002,01/04/2010,S,C2,U1,,,,\nSC000003,01/04/2010,S,C2,U1,,,,\n",
    );
    let reviews = "CHILD,REVIEW\n01/06/2010,SC000001\nSC000002,01/06/2010\n02/06/2010,SC000002\n03/06/2010,SC000003\n";
    put(at, "returns/301/2011/reviews.csv", reviews);
    let told = all_said(at, &RUN, 0);
    assert!(told.contains("REVIEW 'a child's id, not shown' (date_unreadable)"), "{told}");
    // That the ids of reviews are not those of episodes is said by their form.
    assert!(told.contains("(01… of 10 characters here, SC… of 8 characters there)"), "{told}");
    let record = std::fs::read_to_string(at.join("r/run.json")).unwrap();
    assert!(!told.contains("SC00000") && !record.contains("SC00000"), "{told}");
    let checked = all_said(at, &["check", "returns"], 0);
    assert!(!checked.contains("SC00000"), "{checked}");
    let day = ["--as-at", "2011-03-31", "--authority", "301", "--child", "SC000001"];
    let explained = all_said(at, &[&["explain", "returns"], &day[..]].concat(), 0);
    assert!(!explained.contains("SC000002"), "{explained}");
    let found = rows(&at.join("r/restricted/cleaning.csv"));
    assert!(found.iter().all(|row| !row["found"].contains("SC00000")), "{found:?}");
}

#[test]
fn a_date_of_birth_is_shown_in_no_column() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    put(
        at,
        "returns/301/2011/header.csv",
        "CHILD,SEX,DOB,ETHNIC\nA,17/05/2000,1,WBRI\nB,17/05/00,1,born 17 May 2000\n17/05/2000,1,C,WBRI\n36663,1,02/06/2000,36663\n",
    );
    episodes(
        at,
        "A,01/04/2010,17/05/2000,C2,U1,,,,\nB,01/04/2010,S,C2,17/05/2000,,,,\n17/05/2000,,S,C2,U1,,,,\nC,01/04/2010,S,C2,U1 17/05/2000,,,,\n",
    );
    let mut told = all_said(at, &RUN, 0);
    told += &all_said(at, &["check", "returns", "--out", "r"], 0);
    let day = ["--as-at", "2011-03-31", "--authority", "301", "--child", "B"];
    told += &all_said(at, &[&["explain", "returns"], &day[..]].concat(), 0);
    for table in ["restricted/cleaning.csv", "check/findings.csv"] {
        told += &std::fs::read_to_string(at.join("r").join(table)).unwrap();
    }
    for birth in ["17/05/2000", "17/05/00", "17 May 2000"] {
        assert!(!told.contains(birth), "{birth}\n{told}");
    }
    assert!(told.contains("SEX May 2000"), "{told}");
}

#[test]
fn a_cell_is_shown_in_one_short_line() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let long = "\u{1b}[2Ja\u{202e}b and ever so many more words than a code has";
    episodes(at, &format!("A,{long},S,C2,U1,,,,\nB,01/04/2010,S,{long},U1,,,,\n"));
    let mut told = all_said(at, &RUN, 0);
    told += &all_said(at, &["check", "returns", "--out", "r"], 0);
    let day = ["--as-at", "2011-03-31", "--authority", "301", "--child", "B"];
    told += &all_said(at, &[&["explain", "returns"], &day[..]].concat(), 0);
    told += &written(&at.join("r"));
    assert!(!told.contains(STEERS) && !told.contains("more words"), "{told}");
    assert!(told.contains("DECOM '\u{fffd}[2Ja\u{fffd}b and ever so man…'"), "{told}");
}

#[test]
#[cfg(unix)]
fn names_of_files_and_sheets_cannot_steer_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    episodes(at, "A,01/04/2010,S,C2,U1,,,,\nB,x,S,C2,U1,,,,\n");
    let name = "returns/301/2011/re\nviews\u{1b}[2J\u{202e}.csv";
    put(at, name, "CHILD,REVIEW,X\u{1b}Y\nA,x\nA,01/06/2010\n");
    put(at, &name.replace("re\n", "bad\n"), "CHILD|REVIEW\n");
    put(at, &name.replace(".csv", ".docx"), "");
    let commands =
        [(&RUN[..], 0), (&["check", "returns"], 0), (&["intake", "returns"], 0), (&["columns", "returns"], 1)];
    for (arguments, code) in commands {
        let told = all_said(at, arguments, code);
        assert!(!told.contains(STEERS) && !told.contains("re\nviews"), "{told:?}");
    }
}

#[test]
fn names_of_authorities_groups_and_policies_and_wrong_arguments_cannot_steer_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    episodes(at, "A,01/04/2010,S,C2,U1,,,,\n");
    let steering = "\u{1b}[2J\u{202e}";
    put(
        at,
        "list.csv",
        &format!(
            "old_la_code,new_la_code,la_name,region_code,region_name,valid_from,valid_to\n\
             301,E09000002,\"Ash\n{steering}\",E12000007,\"North\n{steering}\",,\n"
        ),
    );
    put(at, "groups.toml", "[groups]\n\"Old\\n\\u001b[2J\\u202e\" = [\"301\"]\n");
    let lists = ["--authorities", "list.csv", "--settings", "groups.toml"];
    let mut told = all_said(at, &[&RUN[..], &lists[..]].concat(), 0);
    told += &all_said(at, &["show", "r"], 0);
    told += &all_said(at, &["show", "r", "--authority", "301"], 0);
    for (arguments, code) in [
        (vec!["run", "returns", "--policy", "\u{1b}[2J=1", "--as-at", "2011-03-31", "--out", "s"], 2),
        (vec!["run", "returns", "--as-at", "\u{1b}[2J\u{202e}", "--out", "s"], 2),
        (vec!["run", "\u{1b}[2J\u{202e}", "--as-at", "2011-03-31", "--out", "s"], 2),
        (vec!["\u{1b}[2J\u{202e}"], 2),
        (vec!["check", "--\u{1b}[2J\u{202e}"], 2),
        (vec!["show", "r", "--authority", "\u{1b}[2J"], 2),
        (vec!["rules", "\u{1b}[2J"], 2),
    ] {
        let (_, error) = said(stocktake(at).args(&arguments), code);
        told += &error;
    }
    assert!(!told.contains(STEERS), "{told:?}");
    assert!(told.contains("Ash\u{fffd}\u{fffd}[2J\u{fffd}"), "{told}");
}
