//! The returns of two authorities of one region beside published figures, targets, neighbours and groups, by hand.

use super::{Row, returned, row_with, table};
use crate::folder::{said, stocktake};
use std::fs;
use std::path::Path;

/// Bexley is hidden, and Bromley's own return is not what is published.
const PUBLISHED: &str = "time_period,geographic_level,code,name,indicator,numerator,denominator,value,source
2009,National,E92000001,England,62,6600,60000,11.0,Made up 1
2011,National,E92000001,England,62,7000,65520,10.7,Made up 1
2011,Regional,E12000007,London,62,700,5780,12.1,Made up 1
2011,Local authority,303,Bexley,62,c,c,c,Made up 2
2011,Local authority,305,Bromley,62,90,300,30.0,Made up 2
";

/// Returns this small would not be relied upon: here nothing speaks against any figure.
fn without_limits(folder: &Path) {
    fs::create_dir_all(folder.join("seeds")).unwrap();
    let range = |unit| format!("[[range]]\nunit = \"{unit}\"\nusable_up_to = 100.0\nwith_care_up_to = 100.0\n");
    let limits = format!("measure = []\n{}{}", range("percent"), range("score"));
    fs::write(folder.join("seeds/quality.toml"), limits).unwrap();
}

/// NI 62 is 10.0% in Bexley and 20.0% in Bromley, in 2010 and 2011: 16.7% together.
fn run(folder: &Path, more: &[&str]) -> String {
    for year in [2010, 2011] {
        returned(folder, "303-bexley", year, 10, 1);
        returned(folder, "305-bromley", year, 20, 4);
    }
    fs::write(folder.join("published.csv"), PUBLISHED).unwrap();
    without_limits(folder);
    let usual = ["run", "returns", "--out", "r", "--no-charts", "--published", "published.csv", "--seeds", "seeds"];
    let (said, _) = said(stocktake(folder).args(usual).args(more), 0);
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn of(folder: &Path, code: &str) -> Row {
    row_with(&table(folder, "r", "indicators"), &[("code", code), ("indicator", "62")]).clone()
}

fn beside(folder: &Path, name: &str, code: &str, columns: &[&str]) -> Vec<Vec<String>> {
    let rows = table(folder, "r", name);
    let rows = rows.iter().filter(|row| row["code"] == code && row["indicator"] == "62");
    rows.map(|row| columns.iter().map(|column| row[*column].clone()).collect()).collect()
}

#[test]
fn returns_of_two_authorities_stand_beside_what_is_published_of_the_whole() {
    let folder = tempfile::tempdir().unwrap();
    let said = run(folder.path(), &["--as-at", "2011-03-31"]);
    assert_eq!(
        beside(folder.path(), "comparators", "305", &["comparator", "comparator_value", "comparator_source", "used"]),
        [["England", "10.7", "published (Made up 1)", "yes"], ["London", "12.1", "published (Made up 1)", "yes"],]
    );
    let authorities = "Authorities' figures when compared: for NI 62 the returns given, not the published figures; \
                       for NI 62 the returns given.";
    assert!(said.contains(authorities), "{said}");
    let years = beside(folder.path(), "years", "303", &["year", "source", "used", "value"]);
    assert_eq!(years[..2], [["2011", "returns", "yes", "10.0"], ["2011", "published", "no", "c"]]);
    let [england, london] = ["E92000001", "E12000007"].map(|code| of(folder.path(), code));
    assert_eq!([&*england["rank"], &*england["funnel_convention"]], ["", ""], "England is not among others");
    // Two authorities of London have no place among regions.
    assert_eq!(["ranked", "listed", "ranked_from_published"].map(|column| &*london[column]), [""; 3]);
}

#[test]
fn targets_stand_beside_the_figure_and_beside_each_source() {
    let folder = tempfile::tempdir().unwrap();
    let targets = "indicator,year,code,target\n62,2011,E92000001,12\n62,2012,E92000001,10\n62,2011,305,25\n";
    fs::write(folder.path().join("targets.csv"), targets).unwrap();
    run(folder.path(), &["--as-at", "2011-03-31", "--targets", "targets.csv"]);
    // The figure of the two authorities, on the path from their year before; what is published of England is not theirs.
    let england = of(folder.path(), "E92000001");
    let columns = ["value", "national_target_year", "national_target_met", "local_target", "local_target_year"];
    assert_eq!(columns.map(|column| &*england[column]), ["16.7", "2011", "not met", "", ""]);
    let gap = ["national_target_children_short", "national_target_ahead_of_path"];
    assert_eq!(gap.map(|column| &*england[column]), ["2", "-4.7"], "12% of 30 is 3.6 children");
    let bromley = of(folder.path(), "305");
    let columns = ["local_target_met", "local_target_children_short", "local_target_ahead_of_path"];
    assert_eq!(columns.map(|column| &*bromley[column]), ["met", "0", ""]);
    let whose = beside(folder.path(), "targets", "305", &["whose", "target", "used"]);
    assert!(whose.contains(&["local", "25", "no"].map(str::to_owned).to_vec()), "{whose:?}");
    let first = beside(folder.path(), "targets", "305", &["whose", "target", "source", "already_met_in"]);
    assert!(first.contains(&["local", "25", "returns", "2010"].map(str::to_owned).to_vec()), "{first:?}");
    let columns = ["target", "source", "used", "met", "path_from_year", "path_value", "ahead_of_path"];
    assert_eq!(
        beside(folder.path(), "targets", "E92000001", &columns),
        [
            ["12", "returns (2 of 152)", "yes", "not met", "2010", "12.0", "-4.7"],
            ["10", "returns (2 of 152)", "yes", "not met", "2010", "13.3", "-3.3"],
        ]
    );
}

#[test]
fn an_authority_that_has_ended_is_in_no_group() {
    let folder = tempfile::tempdir().unwrap();
    // Bedfordshire (820) ended in 2009.
    fs::write(folder.path().join("neighbours.csv"), "code,rank,neighbour\n305,1,820\n305,2,303\n").unwrap();
    fs::write(folder.path().join("my.toml"), "[groups]\n\"Two\" = [\"305\", \"820\"]\n").unwrap();
    let more = ["--neighbours", "neighbours.csv", "--settings", "my.toml"];
    run(folder.path(), &[&["--as-at", "2011-03-31"][..], &more].concat());
    let columns = ["comparator_kind", "authorities", "with_figure", "mean", "difference", "told_95"];
    let groups = beside(folder.path(), "comparators", "305", &columns);
    let mut groups: Vec<_> = groups.iter().filter(|row| ["neighbours", "group"].contains(&&*row[0])).collect();
    groups.sort();
    // Bromley is what is left of its group, and is not compared with itself alone.
    assert_eq!(
        groups,
        [&["group", "1", "1", "20.0", "", ""], &["neighbours", "1", "1", "10.0", "10.0", "cannot be told"]]
    );
}

#[test]
fn a_part_of_the_authorities_makes_no_region_among_regions_and_no_funnel() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["--as-at", "2010-03-31"]);
    // Nothing is published for 2010, and two authorities are not England: there is no funnel.
    let [london, bromley] = ["E12000007", "305"].map(|code| of(folder.path(), code));
    assert_eq!(["compared_source", "rank", "listed"].map(|column| &*london[column]), ["returns (2 of 33)", "", ""]);
    assert_eq!(["rank", "ranked", "funnel_centre"].map(|column| &*bromley[column]), ["2", "2", ""]);
    fs::remove_dir_all(folder.path().join("returns/303-bexley")).unwrap();
    let alone = ["run", "returns", "--out", "r", "--no-charts", "--as-at", "2010-03-31", "--seeds", "seeds"];
    said(stocktake(folder.path()).args(alone), 0);
    let bromley = of(folder.path(), "305");
    assert_eq!(["rank", "ranked", "funnel_centre"].map(|column| &*bromley[column]), ["1", "1", ""]);
}

#[test]
fn a_quarter_is_set_beside_the_latest_year_published() {
    let folder = tempfile::tempdir().unwrap();
    returned(folder.path(), "305-bromley", 2012, 20, 4);
    run(folder.path(), &["--as-at", "2011-12-31"]);
    let columns = ["comparator", "comparator_value", "comparator_year", "comparator_source"];
    assert_eq!(
        beside(folder.path(), "comparators", "305", &columns),
        [["England", "10.7", "2011", "published (Made up 1)"], ["London", "12.1", "2011", "published (Made up 1)"]]
    );
    let methods = fs::read_to_string(folder.path().join("r/restricted/methods.txt")).unwrap();
    let methods = methods.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(methods.contains("on another day comparators.csv has England and regions as last published"), "{methods}");
}

#[test]
fn five_years_and_ten_authorities_that_differ_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    for (year, moved) in (2006..).zip([5, 10, 15, 20, 25]) {
        returned(folder.path(), "305-bromley", year, 50, moved);
    }
    for (few, many) in ["301", "302", "303", "304"].into_iter().zip(["306", "307", "308", "309"]) {
        returned(folder.path(), few, 2010, 50, 5);
        returned(folder.path(), many, 2010, 50, 25);
    }
    returned(folder.path(), "310", 2010, 50, 5);
    without_limits(folder.path());
    // A made-up country of these ten, so that they are the whole of it.
    let ten = (301..=310).map(|code| format!("{code},,Town {code},E12000099,Elsewhere\n")).collect::<String>();
    let list = format!("old_la_code,new_la_code,la_name,region_code,region_name\n{ten}");
    fs::write(folder.path().join("ten.csv"), list).unwrap();
    fs::rename(folder.path().join("returns/305-bromley"), folder.path().join("returns/305")).unwrap();
    let usual = ["run", "returns", "--out", "r", "--no-charts", "--as-at", "2010-03-31", "--seeds", "seeds"];
    said(stocktake(folder.path()).args(usual).args(["--authorities", "ten.csv"]), 0);
    let bromley = of(folder.path(), "305");
    let cells = |columns: &[&str]| columns.iter().map(|column| bromley[*column].clone()).collect::<Vec<_>>();
    // About the middle year sum(r t) = 50 and sum(n t^2) = 500; R = 75 of 250:
    // 250 (250 x 50)^2 / (75 x 175 x 250 x 500) = 23.81. The odds are 1/9, 1/4, 3/7, 2/3 and 1.
    assert_eq!(
        cells(&["trend", "trend_from_year", "trend_chi_squared", "trend_p", "trend_slope"]),
        ["getting worse", "2006", "23.81", "0.0000", "0.5375"]
    );
    // Wilson for 25 of 50.
    assert_eq!(cells(&["lower_95", "upper_95", "lower_99_8", "upper_99_8"]), ["36.6", "63.4", "30.0", "70.0"]);
    let years = beside(folder.path(), "years", "305", &["year", "lower_95", "upper_95"]);
    assert_eq!(years[0], ["2010", "36.6", "63.4"]);
    // About 30%: sqrt(0.3 x 0.7 / 50) is 6.48 points. Five lie 2.910 errors above and five 3.647 below, so the tenth
    // from each end draws none in: phi = 10.884, tau^2 = (108.84 - 9) / 1800 = 0.0555, as if of
    // 1 / (0.02 + 4 tau^2) = 4.13 children: 30 + 1.96 x 22.5.
    assert_eq!(cells(&["funnel_lower_95", "funnel_upper_95", "funnel_position"]), ["17.3", "42.7", "above 95%"]);
    let widened = cells(&["overdispersion_phi", "widened_lower_95", "widened_upper_95", "widened_position"]);
    assert_eq!(widened, ["10.884", "0.0", "74.2", "within"]);
}
