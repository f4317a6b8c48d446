//! `stocktake.toml`: what is set goes for every command that reads returns, an option goes before it, and `stocktake run`
//! alone is the quarter.

mod mistakes;
mod twins;

use crate::folder::{in_one_line, rows, said, stocktake};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const EPISODES: &str = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC
A,01/04/2010,S,C2,Q1,01/06/2010,X1
A,01/06/2010,P,C2,Q1,,
B,01/04/2010,S,C2,Q1,,
C,01/04/2010,S,C2,Q1,,
";

const REVIEWS: &str = "CHILD,REVIEW
A,20/04/2010
A,20/07/2010
A,28/12/2010
B,20/04/2010
B,20/07/2010
B,28/12/2010
";

/// A folder with the returns of Barnet up to December 2010 in `returns`, and these settings.
fn folder(settings: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    write_returns(folder.path(), EPISODES, REVIEWS);
    fs::write(folder.path().join("stocktake.toml"), settings).unwrap();
    folder
}

fn write_returns(folder: &Path, episodes: &str, reviews: &str) {
    let place = folder.join("returns/302/2011");
    fs::create_dir_all(&place).unwrap();
    fs::write(place.join("episodes.csv"), episodes).unwrap();
    fs::write(place.join("reviews.csv"), reviews).unwrap();
}

/// Runs a command in a folder, given in one line, which must end with `code`.
fn run(folder: &Path, arguments: &str, code: i32) -> (String, String) {
    said(stocktake(folder).args(arguments.split_whitespace()), code)
}

fn sha256(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The record of a report.
fn record(folder: &Path, report: &str) -> Value {
    serde_json::from_slice(&fs::read(folder.join(report).join("run.json")).unwrap()).unwrap()
}

const SETTINGS: &str = "returns = \"returns\"\nout = \"reports/{as_at}\"\noutputs = \"tables\"\n";

#[test]
fn run_alone_is_the_last_month_end_and_says_what_changed_since_the_last_report() {
    let folder = folder(SETTINGS);
    let at = folder.path();
    let (out, error) = run(at, "run", 0);
    assert!(out.contains("Barnet at 31 December 2010") && out.contains("Written to reports/2010-12-31\n"), "{out}");
    assert!(!out.contains("Since the last report"), "{out}");
    assert!(error.contains("settings: stocktake.toml\n"), "{error}");
    let covered = "no day was asked for: 31 December 2010 is the last month end that the returns cover (what they record \
                   last is of 28 December 2010)";
    assert!(error.contains(covered), "{error}");

    // Three months later: A has moved twice more.
    let moved =
        EPISODES.replace("A,01/06/2010,P,C2,Q1,,\n", "A,01/06/2010,P,C2,Q1,10/01/2011,X1\nA,10/01/2011,P,C2,Q1,,\n");
    write_returns(at, &moved, &format!("{REVIEWS}A,29/03/2011\nB,29/03/2011\n"));
    let (out, _) = run(at, "run", 0);
    let out = in_one_line(&out);
    assert!(out.contains("Barnet at 31 March 2011") && out.contains("Written to reports/2011-03-31"), "{out}");
    assert!(
        out.contains("Since the last report from these settings Before reports/2010-12-31, for 2010-12-31"),
        "{out}"
    );
    assert!(out.contains("as_at 2010-12-31 -> 2011-03-31"), "{out}");
    assert!(out.contains("62 0.0% (0/3) 33.3% (1/3)"), "{out}");
    assert!(out.contains("behind which children: stocktake compare reports/2010-12-31 reports/2011-03-31"), "{out}");

    // The same day once more: what was there is compared before it is replaced.
    write_returns(at, EPISODES, &format!("{REVIEWS}A,29/03/2011\nB,29/03/2011\n"));
    let (out, _) = run(at, "run", 0);
    let out = in_one_line(&out);
    assert!(out.contains("Before reports/2011-03-31, for 2011-03-31"), "{out}");
    assert!(out.contains("62 33.3% (1/3) 0.0% (0/3)") && !out.contains("stocktake compare"), "{out}");
    let (out, _) = run(at, "run", 0);
    assert!(out.contains("No figure differs: all 10 are the same."), "{out}");

    // A day before all of them has none to be compared with, nor has a run of several days, nor one that is quiet.
    for alone in ["run --as-at 2010-11-30", "run --as-at 2010-12-31 --as-at 2011-03-31", "run --quiet"] {
        let (out, _) = run(at, alone, 0);
        assert!(!out.contains("Since the last report"), "{alone}: {out}");
    }
    let (out, _) = run(at, "run --as-at 2011-01-31", 0);
    assert!(out.contains("Before  reports/2010-12-31"), "{out}");
}

#[test]
fn a_report_that_was_changed_or_of_other_settings_is_not_compared_and_stops_nothing() {
    let folder = folder(SETTINGS);
    let at = folder.path();
    run(at, "run", 0);
    fs::write(at.join("reports/2010-12-31/restricted/children.csv"), "changed").unwrap();
    let (out, error) = run(at, "run", 0);
    assert!(
        error.contains("not compared with the last report: reports/2010-12-31/restricted/children.csv has been"),
        "{error}"
    );
    assert!(!out.contains("Since the last report"), "{out}");
    // As a version wrote it that had no such column.
    run(at, "run", 0);
    let children = "reports/2010-12-31/restricted/children.csv";
    let table = fs::read_to_string(at.join(children)).unwrap().replacen("in_numerator", "met", 1);
    let record = fs::read_to_string(at.join("reports/2010-12-31/run.json")).unwrap();
    let (path, rest) = record.split_once("restricted/children.csv").unwrap();
    let (before, seal) = rest.split_once("\"sha256\": \"").unwrap();
    let sealed = format!("{path}restricted/children.csv{before}\"sha256\": \"{}{}", sha256(&table), &seal[64..]);
    fs::write(at.join(children), table).unwrap();
    fs::write(at.join("reports/2010-12-31/run.json"), sealed).unwrap();
    let (out, error) = run(at, "run", 0);
    assert!(
        error.contains("not compared with the last report: reports/2010-12-31/restricted/children.csv is not"),
        "{error}"
    );
    assert!(out.contains("Written to reports/2010-12-31"), "{out}");
    fs::copy(at.join("stocktake.toml"), at.join("other.toml")).unwrap();
    let (out, _) = run(at, "run --settings other.toml", 0);
    assert!(!out.contains("Since the last report"), "{out}");
}

#[test]
fn a_day_that_is_not_given_is_told_by_the_returns_without_settings_too() {
    let folder = folder("");
    let (out, error) = run(folder.path(), "run returns --settings none --no-charts --out r", 0);
    assert!(out.contains("Barnet at 31 December 2010") && out.contains("Written to r\n"), "{out}");
    assert!(!error.contains("settings:"), "{error}");
    assert_eq!(record(folder.path(), "r")["settings"]["file"], "none");
}

#[test]
fn several_days_stand_in_the_name_of_their_folders() {
    let folder = folder(SETTINGS);
    let (out, _) = run(folder.path(), "run --as-at 2010-10-31 --as-at 2010-11-30", 0);
    assert!(out.contains("Written to reports/2010-10-31, reports/2010-11-30, reports/series\n"), "{out}");
    for day in ["2010-10-31", "2010-11-30"] {
        assert_eq!(record(folder.path(), &format!("reports/{day}"))["as_at"], day);
    }
}

#[test]
fn paths_start_from_the_folder_of_the_file_however_its_lines_end() {
    let folder = folder("");
    let at = folder.path();
    fs::create_dir(at.join("mine")).unwrap();
    let targets = "indicator,year,code,target\n62,2011,302,9\n";
    fs::write(at.join("mine/targets.csv"), targets).unwrap();
    // As an editor of Windows writes it, and its paths.
    let settings =
        "\u{feff}returns = ['..\\returns\\302']\r\ntargets = \"targets.csv\"\r\nout = '..\\reports\\{as_at}'\r\n";
    fs::write(at.join("mine/barnet.toml"), settings).unwrap();
    let (out, _) = run(at, "run --settings mine/barnet.toml --no-charts", 0);
    let record = record(at, "reports/2010-12-31");
    assert_eq!(record["settings"]["returns"][0], "mine/../returns/302");
    assert_eq!(record["lists"]["targets"], "mine/targets.csv");
    assert_eq!(record["settings"]["file"], "mine/barnet.toml");
    assert!(out.contains("Written to mine/../reports/2010-12-31"), "{out}");
}

#[test]
fn every_command_that_reads_returns_goes_by_the_file() {
    let settings = "returns = \"mine\"\nauthority = \"Barnet\"\nyear = 2011\n[columns]\nPLACE = [\"Sort of home\"]\n\
                    [codes.PLACE]\n\"Foster carers\" = \"Q1\"\n";
    let folder = folder(settings);
    let at = folder.path();
    fs::create_dir(at.join("mine")).unwrap();
    let episodes =
        EPISODES.replace("PLACE", "Sort of home").replace("B,01/04/2010,S,C2,Q1", "B,01/04/2010,S,C2,Foster carers");
    fs::write(at.join("mine/episodes.csv"), episodes).unwrap();
    fs::write(at.join("mine/reviews.csv"), REVIEWS).unwrap();

    let (out, _) = run(at, "columns", 0);
    assert!(out.contains("Every heading and code is known."), "{out}");
    let (out, _) = run(at, "intake", 0);
    assert!(out.contains("Returns of 1 authority for 2011: 2 files"), "{out}");
    run(at, "check", 0);
    let (out, _) = run(at, "explain --as-at 2010-12-31 --indicator 62", 0);
    assert!(out.contains("Barnet"), "{out}");
    run(at, "anonymise mine copy --key key --new-key", 0);
    assert!(
        fs::read_to_string(at.join("copy/mine/episodes.csv"))
            .or(fs::read_to_string(at.join("copy/episodes.csv")))
            .is_ok()
    );
    run(at, "run --no-charts --out r", 0);
    let children = rows(&at.join("r/restricted/children.csv"));
    assert!(
        children.iter().any(|row| row["la_code"] == "302" && row["indicator"] == "62" && row["in_denominator"] == "1")
    );
    // Nothing of it goes without the file.
    let (_, error) = run(at, "check --settings none", 2);
    assert!(error.contains("no returns were given"), "{error}");
}

#[test]
fn what_was_set_otherwise_is_compared_setting_by_setting() {
    let folder = folder(SETTINGS);
    let at = folder.path();
    run(at, "run --out a --group Far=304", 0);
    let more = "[groups]\nFar = [\"304\"]\n\"Near\" = [\"301\", \"Bexley\"]\n[codes.PLACE]\n\"Foster\" = \"Q1\"\n";
    fs::write(at.join("stocktake.toml"), format!("{SETTINGS}interval = \"clopper-pearson\"\nyears = 2\n{more}"))
        .unwrap();
    run(at, "run --out b", 0);
    let out = in_one_line(&run(at, "compare a b", 0).0);
    for said in [
        "setting groups none -> Near: 301, 303 (moves no figure here)",
        "setting interval wilson -> clopper-pearson (moves no figure here)",
        "setting years 5 -> 2 (moves no figure here)",
        "setting codes none -> PLACE: Foster: Q1 (bears on every indicator)",
    ] {
        assert!(out.contains(said), "{said}: {out}");
    }
}

#[test]
fn the_file_lies_among_the_returns_without_a_word() {
    let folder = folder("");
    let at = folder.path().join("returns");
    fs::write(at.join("stocktake.toml"), "returns = \".\"\nout = \"../reports/{as_at}\"\noutputs = \"tables\"\n")
        .unwrap();
    let (_, error) = run(&at, "run", 0);
    assert!(!error.contains("is not read"), "{error}");
    assert!(folder.path().join("reports/2010-12-31/run.json").is_file());
}
