//! The main job on the project's own returns, whole, against what it wrote before.

use crate::folder::{copy, data, rows, said, stocktake};
use std::collections::BTreeMap;
use std::fs;

#[test]
fn the_report_is_what_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let returns = folder.path().join("data");
    copy(&data(), &returns);
    let (summary, said) =
        said(stocktake(folder.path()).args(["run", "data", "--as-at", "2011-03-31", "--out", "r"]), 0);
    let read = |file: &str| fs::read_to_string(folder.path().join("r").join(file)).unwrap();
    insta::assert_snapshot!("summary", summary);
    insta::assert_snapshot!("said", said);
    insta::assert_snapshot!("indicators", read("restricted/indicators.csv"));
    insta::assert_snapshot!("cleaning", read("restricted/cleaning.csv"));
    insta::assert_snapshot!("authority", read("restricted/authorities/996-hollowdale.csv"));
    let record = read("run.json").replace(env!("CARGO_PKG_VERSION"), "VERSION");
    insta::assert_snapshot!("record", without_the_pack(&record));
    insta::assert_snapshot!("children", tally(&folder.path().join("r/restricted/children.csv")));
}

/// A record without the charts, pages and workbooks, of which there are many, each looked at elsewhere, and the published
/// record that lists them.
fn without_the_pack(record: &str) -> String {
    let is_of_pack = |output: &&str| {
        [".svg\"", ".png\"", ".html\"", ".xlsx\"", "publish/run.json\""].iter().any(|kind| output.contains(kind))
    };
    record.split_inclusive("    {\n").filter(|output| !is_of_pack(output)).collect()
}

#[test]
fn the_picture_in_the_readme_is_a_chart_it_makes() {
    let folder = tempfile::tempdir().unwrap();
    let asked = ["--as-at", "2011-03-31", "--chart-files", "svg", "--out", "r"];
    said(stocktake(folder.path()).arg("run").arg(data()).args(asked), 0);
    let made = fs::read(folder.path().join("r/restricted/authorities/996-hollowdale.svg")).unwrap();
    let shown = fs::read(data().join("../docs/example.svg")).unwrap();
    assert!(made == shown, "draw docs/example.svg anew");
}

#[test]
fn every_reason_and_flag_of_the_definitions_occurs() {
    let folder = tempfile::tempdir().unwrap();
    let run = |out: &str, policies: &[&str]| {
        let arguments = ["--as-at", "2011-03-31", "--no-charts", "--out", out];
        said(stocktake(folder.path()).arg("run").arg(data()).args(arguments).args(policies), 0);
        rows(&folder.path().join(out).join("restricted/children.csv"))
    };
    let mut children = run("r", &[]);
    children.extend(run("disrupted", &["--policy", "exclude_disrupted=true"]));
    for reason in [
        "dob_unknown",
        "no_score",
        "no_decision_date",
        "not_in_adoptive_placement",
        "placed_after_twelve_months",
        "disrupted",
        "fewer_than_three_placements",
        "placement_shorter_than_two_years",
        "no_review_due",
        "review_late",
        "not_matched",
        "not_achieved",
        "not_in_cohort",
        "no_oc3_row",
        "left_the_cohort",
        "died",
        "rhom",
        "not_in_touch",
        "not_suitable",
        "not_in_eet",
    ] {
        assert!(children.iter().any(|row| row["reason"] == reason), "no child is {reason}");
    }
    let seeds = stocktake::seeds::Seeds::built_in().unwrap().indicators;
    for row in children.iter().filter(|row| !row["reason"].is_empty()) {
        let seed = seeds.iter().find(|seed| seed.number.to_string() == row["indicator"]).unwrap();
        assert!(seed.reasons.contains(&row["reason"]), "NI {} gives {}", seed.number, row["reason"]);
    }
    for flag in ["start_truncated", "review_history_incomplete", "cohort_assumed"] {
        assert!(children.iter().any(|row| row["flags"].contains(flag)), "no child is {flag}");
    }
}

/// How many children each indicator gave each answer.
fn tally(children: &std::path::Path) -> String {
    let mut tally = BTreeMap::<String, u64>::new();
    for row in rows(children) {
        let sides = format!("{} {}", row["in_denominator"], row["in_numerator"]);
        *tally.entry(format!("{} {:>3} {sides} {}", row["la_code"], row["indicator"], row["reason"])).or_default() += 1;
    }
    tally.into_iter().map(|(answer, children)| format!("{answer}: {children}\n")).collect()
}
