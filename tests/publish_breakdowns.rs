//! `--publish-breakdowns`: groups that are published with the figures.

use crate::folder::{data, rows, said, stocktake};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Runs the project's own returns, which must end with `code`; what was said, in one line.
pub fn run(folder: &Path, out: &str, more: &str, code: i32) -> String {
    let arguments = format!("--no-charts --years 1 --out {out} {more}");
    in_one_line(&said(stocktake(folder).arg("run").arg(data()).args(arguments.split_whitespace()), code))
}

pub fn audit(folder: &Path, more: &[&str], code: i32) -> String {
    in_one_line(&said(stocktake(folder).arg("audit").args(more), code))
}

fn in_one_line((out, error): &(String, String)) -> String {
    format!("{out}{error}").replace("\n  │ ", " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The numbers of a row by its place, indicator, dimension and group.
type Groups = BTreeMap<[String; 5], [String; 2]>;

fn groups(folder: &Path, table: &str) -> Groups {
    let rows = rows(&folder.join(table)).into_iter();
    let of = |row: BTreeMap<String, String>| {
        let key = ["geographic_level", "code", "indicator", "dimension", "group"].map(|column| row[column].clone());
        (key, ["numerator", "denominator"].map(|column| row[column].clone()))
    };
    rows.map(of).collect()
}

#[test]
fn groups_are_published_where_they_are_asked_for_and_hide_nothing_of_all_children() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let without = run(at, "without", "--as-at 2011-03-31", 0);
    assert!(!at.join("without/publish/breakdowns.csv").exists() && !without.contains("breakdowns"), "{without}");
    let with = run(at, "with", "--as-at 2011-03-31 --publish-breakdowns sex", 0);
    assert!(with.contains(" hidden: "), "{with}");
    assert!(with.contains("publish/breakdowns.csv: "), "{with}");
    for table in ["indicators.csv", "disclosure.toml"] {
        let [without, with] =
            ["without", "with"].map(|out| fs::read(at.join(out).join("publish").join(table)).unwrap());
        assert!(without == with, "{table}");
    }
    let said = audit(at, &["with"], 0);
    assert!(said.contains("Nothing hidden can be worked out more closely"), "{said}");
    // What is shown of an authority is what it is, and of a sum of which all else is shown nothing is hidden alone.
    let (printed, exact) = (groups(at, "with/publish/breakdowns.csv"), groups(at, "with/restricted/breakdowns.csv"));
    let all: BTreeMap<[String; 2], [String; 2]> = rows(&at.join("with/publish/indicators.csv"))
        .into_iter()
        .map(|row| {
            ([row["code"].clone(), row["indicator"].clone()], [row["numerator"].clone(), row["denominator"].clone()])
        })
        .collect();
    let nobody = ["0".to_owned(), "0".to_owned()];
    let mut hidden = BTreeMap::<([String; 4], usize), usize>::new();
    let mut shown = 0;
    for (key, numbers) in printed.iter().filter(|(key, _)| key[0] == "Local authority" && key[2] != "58") {
        for (at, number) in numbers.iter().enumerate() {
            if number == "c" {
                let [level, code, indicator, dimension, _] = key.clone();
                *hidden.entry(([level, code, indicator, dimension], at)).or_default() += 1;
            } else {
                assert_eq!(*number, exact.get(key).unwrap_or(&nobody)[at], "{key:?}");
                shown += 1;
            }
        }
    }
    assert!(shown > 20, "{shown}");
    for (([_, code, indicator, dimension], at), hidden) in hidden {
        let of_all = &all[&[code.clone(), indicator.clone()]][at];
        assert!(hidden > 1 || of_all == "c", "{code} {indicator} {dimension}");
    }
}

#[test]
fn what_gives_a_group_away_is_a_breach_and_what_else_stands_there_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    run(at, "r", "--as-at 2011-03-31 --publish-breakdowns sex", 0);
    let path = at.join("r/publish/breakdowns.csv");
    let text = fs::read_to_string(&path).unwrap();
    let exact = groups(at, "r/restricted/breakdowns.csv");
    // A hidden numerator of one of two groups is shown again.
    let row = text.lines().find(|line| {
        line.contains(",Local authority,") && line.contains(",62,") && line.split(',').nth(10) == Some("c")
    });
    let row = row.unwrap();
    let mut cells: Vec<String> = row.split(',').map(str::to_owned).collect();
    let key = [&cells[2], &cells[3], &cells[6], &cells[18], &cells[19]].map(String::clone);
    cells[10].clone_from(&exact[&key][0]);
    fs::write(&path, text.replace(row, &cells.join(","))).unwrap();
    let said = audit(at, &["r"], 3);
    assert!(said.contains(&format!("NI 62, {} {}, sex ", cells[3], cells[4])), "{said}");
    for (damage, problem) in [
        (text.replacen(",sex,Boys\n", ",sex,Lads\n", 1), "not the same everywhere"),
        (text.replace(",sex,Boys\n", ",sex,Lads\n"), "has other groups than the dimensions on the list"),
        (text.replace(",sex,Boys\n", ",team,Boys\n"), "has other groups than the dimensions on the list"),
        (text.replacen("Brindlecombe", "Brindlecomb", 1), "holds more than this program writes there"),
        (text.lines().take(5).map(|line| format!("{line}\n")).collect(), "are not those that have figures"),
    ] {
        fs::write(&path, damage).unwrap();
        let output = stocktake(at).args(["audit", "r"]).output().unwrap();
        let said = in_one_line(&(
            String::from_utf8_lossy(&output.stdout).into_owned(),
            String::from_utf8_lossy(&output.stderr).into_owned(),
        ));
        assert!(matches!(output.status.code(), Some(2 | 3)) && said.contains(problem), "{problem}: {said}");
    }
}

#[test]
fn what_cannot_be_published_together_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    for (more, problem, remedy) in [
        ("--publish-breakdowns shoe", "there is no dimension 'shoe'", "the dimensions are sex, age"),
        ("--publish-breakdowns TEAM --own-columns TEAM", "there is no dimension 'TEAM'", "the dimensions are"),
        ("--publish-breakdowns ethnicity,ethnicity_code", "group the same", "publish one of the two"),
        ("--publish-breakdowns sex --disclosure none", "makes no sense", "leave out one of the two"),
        (
            "--publish-breakdowns sex --as-at 2010-12-31",
            "groups of 2 days",
            "give one day, or leave out --publish-breakdowns",
        ),
    ] {
        let said = run(at, "r", &format!("--as-at 2011-03-31 {more}"), 2);
        assert!(said.contains(problem) && said.contains(remedy), "{said}");
        let is_left = |path: &str| fs::read_dir(at.join(path)).is_ok_and(|mut entries| entries.next().is_some());
        assert!(!is_left("r"), "nothing is left behind");
    }
}

#[test]
fn groups_are_published_once_of_the_same_months() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    run(at, "last-year", "--as-at 2010-03-31 --publish-breakdowns sex", 0);
    run(at, "this-year", "--as-at 2011-03-31 --publish-breakdowns sex --already-published last-year", 0);
    let said = run(at, "quarter", "--as-at 2010-12-31 --publish-breakdowns sex --already-published last-year", 2);
    assert!(
        said.contains("published already in last-year") && said.contains("leave out --publish-breakdowns"),
        "{said}"
    );
    run(at, "quarter", "--as-at 2010-12-31 --already-published last-year", 0);
    // An audit of both says so too.
    run(at, "again", "--as-at 2010-12-31 --publish-breakdowns sex", 0);
    let said = audit(at, &["again", "--already-published", "this-year"], 3);
    assert!(said.contains("shares months with the groups of this-year"), "{said}");
    audit(at, &["this-year", "--already-published", "last-year"], 0);
    audit(at, &["this-year", "--already-published", "this-year"], 0);
}
