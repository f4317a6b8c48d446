//! A figure that is not usable among others that are: it stands beside them, and nothing is told of it.

use super::{Row, reject_rows, returned, row_with, table};
use crate::folder::{in_one_line, rows, said, stocktake};
use std::fs;
use std::path::Path;

/// NI 62 is 50.0% in Barnet, where 20 of the 50 children who did not move have a row that cannot be read, so that up to
/// 70.0% is possible; and 10.0% or 20.0% in four others. What is printed.
fn run(folder: &Path) -> String {
    for (authority, moved) in [("301-barking", 10), ("303-bexley", 10), ("304-brent", 20), ("305-bromley", 20)] {
        returned(folder, authority, 2011, 100, moved);
    }
    returned(folder, "302-barnet", 2011, 100, 50);
    reject_rows(folder, "302-barnet", 2011, 80..100);
    fs::write(folder.join("my.toml"), "[groups]\n\"Three\" = [\"301\", \"302\", \"304\"]\n").unwrap();
    let targets = "indicator,year,code,target\n62,2011,E92000001,12\n62,2011,302,25\n62,2011,301,25\n";
    fs::write(folder.join("targets.csv"), targets).unwrap();
    let arguments = ["--as-at", "2011-03-31", "--out", "r", "--settings", "my.toml", "--targets", "targets.csv"];
    in_one_line(&said(stocktake(folder).args(["run", "returns"]).args(arguments), 0).0)
}

fn of(folder: &Path, name: &str, code: &str) -> Vec<Row> {
    let rows = table(folder, "r", name);
    rows.into_iter().filter(|row| row["code"] == code && row["indicator"] == "62").collect()
}

#[test]
fn nothing_is_told_of_it_and_it_is_left_out_where_others_are_told_of() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path());
    let cells = |row: &Row, columns: &[&str]| columns.iter().map(|column| row[*column].clone()).collect::<Vec<_>>();
    let [barnet, barking] = ["302", "301"].map(|code| of(folder.path(), "indicators", code).remove(0));
    assert_eq!(cells(&barnet, &["value", "lower_95", "verdict"]), ["50.0", "40.4", "not usable"]);
    let doubt = ["doubtful", "data_low", "data_high", "doubt_causes"];
    assert_eq!(cells(&barnet, &doubt), ["20", "50.0", "70.0", "row_rejected:20"]);
    let told = ["rank", "band", "funnel_position", "change_told", "trend", "local_target_met_95"];
    assert_eq!(cells(&barnet, &told), [""; 6]);
    assert_eq!(cells(&barnet, &["national_target_met", "not_judged"]), ["not_known", "is unreliable"]);
    assert_eq!(cells(&barnet, &["national_target", "local_target", "england_value"]), ["12", "25", "10.7"]);
    // Four have a place, 10% and 20% twice each, and the mean of the two of the group is 15%.
    assert_eq!(cells(&barking, &["rank", "ranked", "sharing_rank", "band"]), ["1", "4", "2", "A"]);
    assert_eq!(cells(&barking, &["national_target_met", "local_target_met_95"]), ["met", "met"]);
    let group = |code| {
        let beside = of(folder.path(), "comparators", code);
        cells(
            row_with(&beside, &[("comparator", "Three")]),
            &["authorities", "with_figure", "mean", "difference", "told_95"],
        )
    };
    assert_eq!(group("301"), ["3", "2", "15.0", "-5.0", "cannot be told"]);
    assert_eq!(group("302"), ["3", "2", "15.0", "35.0", ""]);
    // The five together, as of England so of London: 110 of 500, and up to 130.
    for whole in ["E92000001", "E12000007"] {
        let together = of(folder.path(), "indicators", whole).remove(0);
        assert_eq!(cells(&together, &["value"]), ["22.0"]);
        assert_eq!(cells(&together, &doubt), ["20", "22.0", "26.0", "row_rejected:20"], "{whole}");
    }
    let targets = |code| -> Vec<Vec<String>> {
        let columns = ["value", "target", "met", "met_95", "above"];
        of(folder.path(), "targets", code).iter().map(|row| cells(row, &columns)).collect()
    };
    assert_eq!(targets("302"), [["50.0", "12", "not_known", "", ""], ["50.0", "25", "not_known", "", ""]]);
    // Five authorities of 152 are not England.
    assert_eq!(targets("E92000001"), [["22.0", "12", "not_known", "", ""]]);
    let methods = fs::read_to_string(folder.path().join("r/restricted/methods.txt")).unwrap();
    assert!(methods.contains("Unreliable figures"), "{methods}");
}

#[test]
fn it_is_published_as_one_that_is_not_to_be_relied_upon() {
    let folder = tempfile::tempdir().unwrap();
    let out = run(folder.path());
    assert!(out.contains("; 1 that is shown is unreliable; "), "{out}");
    let printed = rows(&folder.path().join("r/publish/indicators.csv"));
    let warning = |code: &str| row_with(&printed, &[("code", code), ("indicator", "62")])["warning"].clone();
    assert_eq!(["301", "302"].map(warning), ["z", "not_to_be_relied_upon"]);
    let page = |whose: &str, place: &str| {
        let page = fs::read_to_string(folder.path().join(format!("r/{whose}/authorities/{place}.html"))).unwrap();
        page.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let [public, owners] = ["publish", "restricted"].map(|whose| page(whose, "302-barnet"));
    for page in [&public, &owners] {
        assert!(page.contains("Do not rely on this figure") && page.contains("50.0%"), "{page}");
        for told in ["this is statistically significant", "aria-hidden=\"true\">▼", "worst value of all", "funnel-62"]
        {
            assert!(!page.contains(told), "{told}: {page}");
        }
    }
    for beside in ["publish", "restricted"].map(|whose| page(whose, "301-barking-and-dagenham")) {
        assert!(beside.contains("funnel-62"), "{beside}");
    }
    for whose in ["publish", "restricted"] {
        let areas = fs::read_to_string(folder.path().join(format!("r/{whose}/areas.html"))).unwrap();
        assert!(areas.contains("caterpillar-62") && areas.contains("without a reliable figure"), "{areas}");
    }
    assert!(public.contains("Do not rely on this figure: its returns are incomplete or in doubt."));
    let why = "20 in doubt, 100 in the figure: a row of episodes rejected, so the figure could be anywhere from 50.0% to 70.0%";
    assert!(owners.contains(why) && !public.contains("70.0%"), "{owners}");
    let (shown, _) = said(stocktake(folder.path()).args(["show", "r", "--authority", "302", "--indicator", "62"]), 0);
    let (shown, _) = shown.split_once("\n▲").unwrap();
    assert!(shown.contains("50.0%") && shown.contains("unreliable") && !shown.contains("▼"), "{shown}");
}
