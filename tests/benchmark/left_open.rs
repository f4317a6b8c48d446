//! A figure that the files leave on either side of its target: nobody is told that it is met or missed, nor in public.

use super::{Row, reject_rows, returned, row_with, table};
use crate::folder::{in_one_line, opened, rows, said, stocktake};
use std::fs;
use std::ops::Range;
use std::path::Path;

/// NI 62 is 20.0% in Brent, and up to 23.0% with the three children who have a row that cannot be read; 20.0% in Bromley,
/// where nothing is open; and 10.0% in three others. A target of 21% is for both, and one of 12% for England.
fn run(folder: &Path) {
    run_with(folder, 97..100, 20);
}

/// The same with a row that cannot be read for these children of Brent, and so many of Bromley who moved.
fn run_with(folder: &Path, rejected: Range<usize>, bromley: usize) {
    for (authority, moved) in
        [("301-barking", 10), ("302-barnet", 10), ("303-bexley", 10), ("304-brent", 20), ("305-bromley", bromley)]
    {
        returned(folder, authority, 2011, 100, moved);
    }
    reject_rows(folder, "304-brent", 2011, rejected);
    let targets = "indicator,year,code,target\n62,2011,E92000001,12\n62,2011,304,21\n62,2011,305,21\n";
    fs::write(folder.join("targets.csv"), targets).unwrap();
    let arguments = ["run", "returns", "--as-at", "2011-03-31", "--out", "r", "--targets", "targets.csv"];
    said(stocktake(folder).args(arguments), 0);
}

/// NI 62 of an authority in a table.
fn of<'rows>(rows: &'rows [Row], code: &str) -> &'rows Row {
    row_with(rows, &[("code", code), ("indicator", "62")])
}

#[test]
fn the_owner_is_told_what_both_ends_say_and_no_more() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path());
    let figures = table(folder.path(), "r", "indicators");
    let cells = |code: &str| {
        ["value", "data_low", "data_high", "verdict", "local_target_met", "national_target_met"]
            .map(|column| of(&figures, code)[column].clone())
    };
    assert_eq!(cells("304"), ["20.0", "20.0", "23.0", "with care", "not_known", "not met"]);
    assert_eq!(cells("305"), ["20.0", "20.0", "20.0", "usable", "met", "not met"]);
    let targets = table(folder.path(), "r", "targets");
    let local = row_with(&targets, &[("code", "304"), ("indicator", "62"), ("whose", "local")]);
    assert_eq!(local["why_not_known"], "could be better or worse, because the returns are unclear");
}

/// What is said of a place that the files leave open.
const RANK_LEFT_OPEN: &str = "not known, because the returns are unclear";

#[test]
fn a_place_is_told_where_both_ends_lie_in_the_same_band() {
    let of_brent = |bromley| {
        let folder = tempfile::tempdir().unwrap();
        run_with(folder.path(), 97..100, bromley);
        let figures = table(folder.path(), "r", "indicators");
        assert_eq!(of(&figures, "301")["rank"], "1");
        let cells =
            ["rank", "band", "best_rank", "ranked", "not_placed"].map(|column| of(&figures, "304")[column].clone());
        let words = rows(&folder.path().join("r/restricted/authorities/304-brent.csv"));
        (cells, row_with(&words, &[("Indicator", "NI 62")])["Rank"].clone())
    };
    // Of 10, 10, 10, 20, 20 the upper quartile is 20, and 20 lies below it, in band C; that of 10, 10, 10, 20, 23 is 20 too, and
    // 23 lies above it, in band D.
    let why = "could be better or worse, because the returns are unclear".to_owned();
    let (cells, words) = of_brent(20);
    assert_eq!(cells, ["", "", "", "", &why]);
    assert_eq!(words, RANK_LEFT_OPEN);
    // Beside one of 30 it is 20 and 23 themselves: band C either way.
    let (cells, words) = of_brent(30);
    assert_eq!(cells, ["4", "C", "4", "5", ""]);
    assert_eq!(words, "4 of 5 (likely 4 to 5)");
}

#[test]
fn in_public_what_is_near_is_not_said_and_what_is_further_than_its_class_allows_is() {
    let folder = tempfile::tempdir().unwrap();
    // 20.0% to 22.0%: usable, and so no wider than 2 points to either side of 20.0%.
    run_with(folder.path(), 98..100, 20);
    let published = folder.path().join("r/publish");
    assert_eq!(of(&rows(&published.join("indicators.csv")), "304")["warning"], "left_open");
    let page = in_one_line(&fs::read_to_string(published.join("authorities/304-brent.html")).unwrap());
    let why = "could be better or worse, because the returns are unclear";
    for told in ["12 by 2011: not met, ", &format!("21 by 2011: not known, for the figure {why}"), RANK_LEFT_OPEN] {
        assert!(page.contains(told), "{told}: {page}");
    }
    assert!(!page.contains("22.0%"), "{page}");
    audit(folder.path());
}

#[test]
fn in_public_nothing_is_said_of_its_targets_and_its_range_is_not_shown() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path());
    let published = folder.path().join("r/publish");
    let printed = rows(&published.join("indicators.csv"));
    assert_eq!(["304", "305"].map(|code| &*of(&printed, code)["warning"]), ["left_open; use_with_care", "z"]);
    assert!(!printed[0].keys().any(|column| column.starts_with("data_") || column.contains("doubt")));
    let page =
        |name: &str| in_one_line(&fs::read_to_string(published.join(format!("authorities/{name}.html"))).unwrap());
    let [brent, bromley] = ["304-brent", "305-bromley"].map(page);
    let why = "21 by 2011: not known, for the figure could be better or worse, because the returns are unclear";
    assert!(brent.contains(why) && brent.contains("20.0%") && !brent.contains("23.0%"), "{brent}");
    for told in ["21 by 2011: met, ", "12 by 2011: not met, ", "points below", "points above", " to spare"] {
        assert!(bromley.contains(told), "{told}: {bromley}");
        assert!(!brent.contains(told), "{told}: {brent}");
    }
    let workbook: String = opened(&published)
        .into_iter()
        .filter(|(part, _)| part.ends_with("sharedStrings.xml"))
        .map(|(_, bytes)| String::from_utf8(bytes).unwrap())
        .collect();
    assert!(workbook.contains(why) && workbook.contains("21 by 2011: met"), "{workbook}");
    audit(folder.path());
}

#[test]
fn the_range_of_a_year_before_is_drawn_for_the_owner_alone() {
    let folder = tempfile::tempdir().unwrap();
    // 10.0% in both years, and in 2010 up to 13.0%.
    for year in [2010, 2011] {
        returned(folder.path(), "304-brent", year, 100, 10);
    }
    reject_rows(folder.path(), "304-brent", 2010, 97..100);
    said(stocktake(folder.path()).args(["run", "returns", "--as-at", "2011-03-31", "--out", "r"]), 0);
    let trend = |whose: &str| {
        let page = folder.path().join(format!("r/{whose}/authorities/304-brent.html"));
        let page = in_one_line(&fs::read_to_string(page).unwrap());
        page.split("id=chart-trend-62>").nth(1).unwrap().split("</figure>").next().unwrap().to_owned()
    };
    let [owners, public] = ["restricted", "publish"].map(trend);
    for said in ["range the returns allow", "10.0% to 13.0%"] {
        assert!(owners.contains(said) && !public.contains(said), "{said}: {owners}");
    }
}

/// What is published reads back as it was written.
fn audit(folder: &Path) {
    said(stocktake(folder).args(["audit", "r"]), 0);
}
