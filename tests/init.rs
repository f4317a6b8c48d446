//! `stocktake init`: the file that it starts, and the quarter in three commands.

use crate::folder::{copy, data, in_one_line, said, stocktake};
use std::fs;
use std::path::Path;

/// Runs a command in a folder, given in one line, which must end with `code`.
fn run(folder: &Path, arguments: &str, code: i32) -> (String, String) {
    said(stocktake(folder).args(arguments.split_whitespace()), code)
}

fn settings(folder: &Path) -> String {
    fs::read_to_string(folder.join("stocktake.toml")).unwrap()
}

/// A folder with an extract that does not say whose it is: a heading and a code that are not known, a row that cannot be
/// used, and a file that is no table.
fn extract() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::create_dir(at.join("extract")).unwrap();
    let episodes =
        "CHILD,DECOM,RNE,LS,Type of dwelling,PLACE,DEC,REC\nA,01/04/2010,S,Full order,x,Q1,,\nB,soon,S,C2,x,Q1,,\n";
    fs::write(at.join("extract/episodes.csv"), episodes).unwrap();
    fs::write(at.join("extract/reviews.csv"), "Child ID,REVIEW\nA,28/12/2010\n").unwrap();
    fs::write(at.join("extract/notes.csv"), "Remember,to,ask\n1,2,3\n").unwrap();
    folder
}

#[test]
fn the_quarter_is_three_commands() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    copy(&data(), &at.join("data"));
    let (out, _) = run(at, "init data", 0);
    assert!(out.starts_with("Returns of 6 authorities for 2009, 2010 and 2011: "), "{out}");
    assert!(out.ends_with("Written to stocktake.toml: look through it, then `stocktake run`\n"), "{out}");
    let text = settings(at);
    assert!(text.contains("\nreturns = [\"data\"]\n") && text.contains("\nout = \"reports/{as_at}\"\n"), "{text}");
    assert!(text.contains("# `stocktake run` alone makes that of 31 March 2011"), "{text}");
    let (out, _) = run(at, "run --no-charts", 0);
    assert!(out.contains("Written to reports/2011-03-31\n"), "{out}");
    let (out, _) = run(at, "show reports/2011-03-31 --authority 993", 0);
    assert!(out.starts_with("Thornmere (993) at 31 March 2011"), "{out}");
}

#[test]
fn what_was_not_recognised_is_said_with_what_to_do() {
    let folder = extract();
    let at = folder.path();
    let (out, error) = run(at, "init extract", 1);
    assert!(in_one_line(&out).contains("things were not recognised, which the file names. Written to"), "{out}");
    assert!(error.contains("extract/notes.csv, line 1: "), "{error}");
    let text = in_one_line(&settings(at).replace("\n#", "\n"));
    for said in [
        "- extract/notes.csv, line 1: ",
        "is the heading of no table of the return; not read; to fix it: make",
        "- extract/episodes.csv, line 1: holds rows of an authority and of a year that cannot be told",
        "Nothing tells the authority of 2 files or rows, which do not count before you write it here (code or name): \
         authority = \"000\"",
        "Nothing tells the year of 2 files or rows",
        "COLUMN = [\"Type of dwelling\"]",
        "\"Full order\" = \"C",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    // With what is asked for, they count.
    fs::remove_file(at.join("stocktake.toml")).unwrap();
    run(at, "init extract --authority Barnet --year 2011", 1);
    let text = in_one_line(&settings(at).replace("\n#", "\n"));
    assert!(
        text.contains("- 1 row, extract/episodes.csv, line 3, rejected by the rule date_unreadable: write"),
        "{text}"
    );
    assert!(text.contains("Columns by another name: `Child ID` is CHILD"), "{text}");
    for set in ["\nauthority = \"Barnet\"\n", "\nyear = \"2011\"\n"] {
        assert!(settings(at).contains(set), "{set}: {}", settings(at));
    }
    let (out, _) = run(at, "run --no-charts", 0);
    assert!(out.contains("Barnet at 31 December 2010"), "{out}");
}

#[test]
fn one_heading_left_over_is_proposed_for_the_one_column_that_is_lacking_and_others_as_own_columns() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::create_dir_all(at.join("extract/302/2011")).unwrap();
    let put = |table: &str, text: &str| fs::write(at.join("extract/302/2011").join(table), text).unwrap();
    put("episodes.csv", "CHILD,DECOM,RNE,LS,Type of home,DEC,REC\nA,01/04/2010,S,C2,Q1,,\n");
    put("header.csv", "CHILD,SEX,DOB,ETHNIC,TEAM\nA,1,03/02/2001,WBRI,North\n");
    run(at, "init extract", 1);
    let text = settings(at);
    for line in ["# PLACE = [\"Type of home\"]", "# own_columns = [\"TEAM\"]", "# COLUMN = [\"TEAM\"]"] {
        assert_eq!(text.lines().filter(|one| *one == line).count(), 1, "{line}: {text}");
    }
    assert!(text.contains("headings that are on no list: see own_columns, and [columns] at the foot"), "{text}");
    assert!(!text.contains("COLUMN = [\"Type of home\"]") && !text.contains("[codes"), "{text}");
    // What is proposed is right.
    let text = text.replace("\n# PLACE =", "\nPLACE =").replace("# own_columns", "own_columns");
    fs::write(at.join("stocktake.toml"), text).unwrap();
    let (_, error) = run(at, "run --as-at 2011-03-31 --no-charts", 0);
    assert!(!error.contains("TEAM") && !error.contains("refused"), "{error}");
}

#[test]
fn two_files_of_one_table_are_named() {
    let folder = extract();
    let at = folder.path();
    fs::write(at.join("extract/reviews-later.csv"), "CHILD,REVIEW\nA,29/12/2010\n").unwrap();
    run(at, "init extract --authority 302 --year 2011", 1);
    let text = in_one_line(&settings(at).replace("\n#", "\n"));
    let both = "the same table of the same return: extract/reviews-later.csv, extract/reviews.csv.";
    assert!(text.contains(both), "{text}");
}

#[test]
fn a_file_that_is_there_is_never_written_over() {
    let folder = extract();
    let at = folder.path();
    fs::write(at.join("stocktake.toml"), "mine").unwrap();
    let (_, error) = run(at, "init extract", 2);
    assert!(error.contains("stocktake.toml is there already, and is never written over"), "{error}");
    assert_eq!(settings(at), "mine");
    #[cfg(unix)]
    {
        // Nor is a link that leads nowhere followed.
        std::os::unix::fs::symlink("elsewhere.toml", at.join("link.toml")).unwrap();
        run(at, "init extract --settings link.toml", 2);
        assert!(!at.join("elsewhere.toml").exists());
    }
    run(at, "init extract --settings mine.toml", 1);
    assert!(at.join("mine.toml").is_file());
}

#[test]
fn what_cannot_start_writes_nothing() {
    let folder = extract();
    let at = folder.path();
    for (arguments, said) in [
        ("init nowhere", "nowhere does not exist help: check the path"),
        ("init extract/notes.csv", "the file cannot be read as a table of a return"),
        ("init extract --authority Barnett", "--authority Barnett is not on the list of authorities"),
        ("init extract --settings no/such/mine.toml", "no/such/mine.toml cannot be written"),
        ("init", "required arguments were not provided"),
    ] {
        let error = in_one_line(&run(at, arguments, 2).1);
        assert!(error.contains(said), "{arguments}: {error}");
    }
    assert_eq!(fs::read_dir(at).unwrap().count(), 1);
}

#[test]
fn reports_do_not_go_among_the_returns() {
    let folder = extract();
    let at = folder.path().join("extract");
    run(&at, "init . --authority 302 --year 2011", 1);
    assert!(settings(&at).contains("\nout = \"../reports/{as_at}\"\n"));
    run(&at, "run --no-charts", 0);
    assert!(folder.path().join("reports/2010-12-31/run.json").is_file());
}

#[test]
fn a_file_elsewhere_names_the_returns_from_there() {
    let folder = extract();
    let at = folder.path();
    fs::create_dir(at.join("mine")).unwrap();
    let (out, _) = run(at, "init extract --authority 302 --year 2011 --settings mine/barnet.toml", 1);
    assert!(out.contains("then `stocktake run --settings mine/barnet.toml`"), "{out}");
    let (out, _) = run(at, "run --no-charts --settings mine/barnet.toml", 0);
    assert!(out.contains("Written to mine/reports/2010-12-31\n"), "{out}");
}
