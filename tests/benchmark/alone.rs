//! One authority's own return beside published figures, neighbours and groups, by hand.

use super::{Row, returned, row_with, table};
use crate::folder::{said, stocktake};
use std::fs;
use std::path::Path;

/// Twenty children looked after at 31 March 2011 in Barnet, four of them in three placements: NI 62 is 20.0%.
fn barnet(folder: &Path) {
    returned(folder, "302-barnet", 2011, 20, 4);
}

const PUBLISHED: &str = "time_period,geographic_level,code,name,indicator,numerator,denominator,value,source
2011,National,E92000001,England,62,7000,65520,10.7,Made up 1
2010,National,E92000001,England,62,7050,64400,10.9,Made up 1
2011,Regional,E12000007,London,62,700,5780,12.1,Made up 1
2011,Local authority,301,Barking and Dagenham,62,40,400,10.0,Made up 2
2011,Local authority,303,Bexley,62,c,c,c,Made up 2
2011,Local authority,304,Brent,62,k,400,k,Made up 2
2011,Local authority,305,Bromley,62,90,300,30.0,Made up 2
2011,Local authority,306,Croydon,62,c,c,19.9,Made up 2
2011,Local authority,302,Barnet,62,5,20,25.0,Made up 2
";

fn run(folder: &Path, more: &[&str]) -> String {
    barnet(folder);
    fs::write(folder.join("published.csv"), PUBLISHED).unwrap();
    let usual =
        ["run", "returns", "--as-at", "2011-03-31", "--out", "r", "--no-charts", "--published", "published.csv"];
    said(stocktake(folder).args(usual).args(more), 0).0
}

fn of_barnet(folder: &Path) -> Row {
    row_with(&table(folder, "r", "indicators"), &[("code", "302"), ("indicator", "62")]).clone()
}

#[test]
fn one_authority_has_its_place_among_published_figures() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &[]);
    let barnet = of_barnet(folder.path());
    // Low is good: Barking 10.0, Croydon 19.9, Barnet's own 20.0 (not the 25.0 published), Bromley 30.0. Bexley is
    // hidden and Brent rounds to zero: neither is taken for a number.
    let cells = |columns: &[&str]| columns.iter().map(|column| barnet[*column].clone()).collect::<Vec<_>>();
    assert_eq!(cells(&["value", "rank", "ranked", "listed", "band"]), ["20.0", "3", "4", "152", "C"]);
    assert_eq!(cells(&["ranked_from_returns", "ranked_from_published", "ranked_without_counts"]), ["1", "3", "1"]);
    // Wilson for 4 of 20 is 8.1 to 41.6: 10.0 and 30.0 cannot be told from it, nor can Croydon, whose counts are
    // hidden.
    assert_eq!(cells(&["lower_95", "upper_95"]), ["8.1", "41.6"]);
    assert_eq!(cells(&["best_rank", "worst_rank", "not_told_apart"]), ["1", "4", "3"]);
    assert_eq!(cells(&["england_value", "england_source"]), ["10.7", "published (Made up 1)"]);
    // About 7000 / 65520 with 20 children the standard error is 6.9 points: 95% to 24.2.
    assert_eq!(cells(&["funnel_convention", "funnel_lower_95", "funnel_upper_95"]), ["score", "0.0", "24.2"]);
    assert_eq!(barnet["funnel_position"], "within");
    assert_eq!(barnet["change_told"], "", "no earlier return is loaded, none of Barnet is published for 2010");
}

#[test]
fn what_is_used_and_what_is_passed_over_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let said = run(folder.path(), &[]);
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let of_england = "England's and regions' figures when compared: published figures.";
    assert!(said.contains(of_england), "{said}");
    assert!(
        said.contains("Authorities' figures when compared: the returns given, not the published figures"),
        "{said}"
    );
    let comparators = table(folder.path(), "r", "comparators");
    let england: Vec<&Row> = comparators
        .iter()
        .filter(|row| row["code"] == "302" && row["indicator"] == "62" && row["comparator"] == "England")
        .collect();
    // The returns of one authority are no comparator of that authority.
    assert_eq!(england.len(), 1);
    assert_eq!((england[0]["used"].as_str(), england[0]["difference"].as_str()), ("yes", "9.3"));
    let years = table(folder.path(), "r", "years");
    let source = |code: &str, year: &str, source: &str| {
        row_with(&years, &[("code", code), ("indicator", "62"), ("year", year), ("source", source)]).clone()
    };
    assert_eq!(source("302", "2011", "returns")["used"], "yes");
    let other = source("302", "2011", "published (Made up 2)");
    assert_eq!((other["used"].as_str(), other["value"].as_str()), ("no", "25.0"));
    let part = source("E92000001", "2011", "returns (1 of 152)");
    assert_eq!((part["used"].as_str(), part["value"].as_str()), ("yes", "20.0"));
    // One authority of 152 is not England, and what is published of England is not beside it.
    let part =
        row_with(&table(folder.path(), "r", "indicators"), &[("code", "E92000001"), ("indicator", "62")]).clone();
    let cells = ["geographic_level", "name", "value", "compared_value", "change_from_value"];
    assert_eq!(cells.map(|column| &*part[column]), ["Part of National", "1 authority given", "20.0", "20.0", ""]);
}

#[test]
fn neighbours_and_groups_have_their_mean_and_median() {
    let folder = tempfile::tempdir().unwrap();
    let neighbours = "code,rank,neighbour,year\n302,1,301,2009\n302,2,305,2009\n302,3,306,2009\n302,4,303,2009\n";
    fs::write(folder.path().join("neighbours.csv"), neighbours).unwrap();
    let configuration =
        "interval = \"clopper-pearson\"\nfunnel = \"arcsine\"\n[groups]\n\"North side\" = [\"Barnet\", \"301\"]\n";
    fs::write(folder.path().join("my.toml"), configuration).unwrap();
    run(folder.path(), &["--neighbours", "neighbours.csv", "--settings", "my.toml"]);
    let comparators = table(folder.path(), "r", "comparators");
    let row =
        |kind: &str| row_with(&comparators, &[("code", "302"), ("indicator", "62"), ("comparator_kind", kind)]).clone();
    // 10.0, 30.0 and 19.9: mean 19.97, median 19.9; Bexley is hidden.
    let beside = row("neighbours");
    let cells =
        ["authorities", "with_figure", "mean", "median", "difference", "told_95"].map(|column| &*beside[column]);
    assert_eq!(cells, ["4", "3", "20.0", "19.9", "0.0", "cannot be told"]);
    assert!(beside["comparator"].contains("2009"), "{beside:?}");
    let group = row("group");
    let cells = ["comparator", "authorities", "with_figure", "mean", "median"].map(|column| &*group[column]);
    assert_eq!(cells, ["North side", "2", "2", "15.0", "15.0"]);
    let barnet = of_barnet(folder.path());
    // Clopper and Pearson for 4 of 20: 5.7 to 43.7.
    let cells = ["interval", "lower_95", "upper_95", "funnel_convention"].map(|column| &*barnet[column]);
    assert_eq!(cells, ["clopper_pearson", "5.7", "43.7", "arcsine"]);
    let methods = fs::read_to_string(folder.path().join("r/restricted/methods.txt")).unwrap();
    assert!(methods.contains("Clopper and Pearson") && methods.contains("arcsine") && methods.contains("2009"));
}

#[test]
fn the_returns_say_nothing_of_an_authority_that_a_publication_has() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("neighbours.csv"), "code,rank,neighbour\n302,1,303\n").unwrap();
    run(folder.path(), &["--neighbours", "neighbours.csv"]);
    let comparators = table(folder.path(), "r", "comparators");
    let row = row_with(&comparators, &[("code", "302"), ("indicator", "62"), ("comparator_kind", "neighbours")]);
    let cells = ["with_figure", "mean", "median", "difference", "told_95"].map(|column| &*row[column]);
    assert_eq!(cells, ["0", "", "", "", ""], "its only neighbour is hidden");
    assert!(row["comparator"].contains("not given"), "the model's year: {row:?}");
}

/// England's figures of 2011 as the Department for Education printed them.
const ENGLAND_2011: [(&str, &str); 8] = [
    ("62", "10.7"),
    ("61", "74.1"),
    ("147", "89.8"),
    ("148", "61.2"),
    ("58", "13.9"),
    ("99", "49.7"),
    ("100", "47.9"),
    ("101", "12.8"),
];

#[test]
fn england_2011_is_as_it_was_published() {
    let real = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/reference/published_outturns.csv");
    let folder = tempfile::tempdir().unwrap();
    barnet(folder.path());
    let usual = ["run", "returns", "--as-at", "2011-03-31", "--no-charts"];
    said(stocktake(folder.path()).args(usual).args(["--out", "built-in"]), 0);
    let mut reports = vec!["built-in"];
    if real.is_file() {
        said(stocktake(folder.path()).args(usual).args(["--out", "given", "--published"]).arg(real), 0);
        reports.push("given");
    } else {
        println!("skipped: published_outturns.csv is not beside the project");
    }
    for report in reports {
        let comparators = table(folder.path(), report, "comparators");
        for (indicator, value) in ENGLAND_2011 {
            let cells = [("code", "302"), ("indicator", indicator), ("comparator", "England")];
            let row = row_with(&comparators, &cells);
            assert_eq!(
                (row["comparator_value"].as_str(), row["comparator_year"].as_str()),
                (value, "2011"),
                "{report}"
            );
        }
    }
}
