//! publish/context.csv: the care population as anybody may read it.

use crate::folder::{copy, data, rows, said, stocktake};
use crate::publish_breakdowns::{audit, run};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

type Row = BTreeMap<String, String>;

fn published(folder: &Path, report: &str) -> Vec<Row> {
    rows(&folder.join(report).join("publish/context.csv"))
}

#[test]
fn england_and_regions_alone_are_published_and_add_up_as_printed() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    run(at, "r", "--as-at 2011-03-31", 0);
    let published = published(at, "r");
    let exact: Vec<Row> =
        rows(&at.join("r/restricted/context.csv")).into_iter().filter(|row| row["group"].is_empty()).collect();
    let number = |cell: &str| cell.parse::<i64>().ok();
    let shown = |code: &str, measure: &str| {
        let row = published.iter().find(|row| row["code"] == code && row["measure"] == measure);
        number(&row.unwrap()["numerator"])
    };
    assert_eq!(published.len(), 3 * 14);
    for row in &published {
        assert!(row["geographic_level"] != "Local authority" && row.values().all(|cell| !cell.is_empty()), "{row:?}");
        let own = exact.iter().find(|own| ["code", "measure"].iter().all(|column| own[*column] == row[*column]));
        let own: i64 = own.unwrap()["numerator"].parse().unwrap();
        let is_sum = ["began", "ceased"].contains(&row["measure"].as_str()) || row["geographic_level"] == "National";
        match number(&row["numerator"]) {
            Some(number) => {
                // A sum of up to ten numbers, each within five of the exact one.
                assert!(number >= 10 && number % 10 == 0, "{row:?}");
                assert!((number - own).abs() <= if is_sum { 50 } else { 5 }, "{row:?} {own}");
            }
            None => assert_eq!(row["numerator"], "c", "{row:?}"),
        }
        if let (Some(part), Some(whole)) = (number(&row["numerator"]), number(&row["denominator"])) {
            let share = (1000.0 * part as f64 / whole as f64).round() / 10.0;
            assert_eq!(row["value"], format!("{share:.1}"), "{row:?}");
        }
    }
    // Two who left the smaller region were 17: no age is shown there, and none of England.
    let (north, south) = ("E12000091", "E12000092");
    assert_eq!([shown(north, "ceased_at_17"), shown("E92000001", "ceased_under_16")], [None; 2]);
    assert!(shown(south, "ceased_at_17").is_some() && shown(north, "ceased").is_some());
    for measure in ["in_window", "began", "began_from_16", "ceased"] {
        let sum = shown(north, measure).zip(shown(south, measure)).map(|(north, south)| north + south);
        assert!(sum.is_some() && shown("E92000001", measure) == sum, "{measure}");
    }
    // Those on the day are the same children as those of NI 62, and the same number.
    for row in rows(&at.join("r/publish/indicators.csv")).iter().filter(|row| row["indicator"] == "62") {
        if row["geographic_level"] != "Local authority" {
            assert_eq!(shown(&row["code"], "on_day"), number(&row["denominator"]));
        }
    }
    audit(at, &["r"], 0);
}

#[test]
fn what_is_changed_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    run(at, "r", "--as-at 2011-03-31", 0);
    let path = at.join("r/publish/context.csv");
    let text = fs::read_to_string(&path).unwrap();
    let broken = "has a number that is small, is not rounded or does not follow from the others";
    for (from, to) in [
        // A small count in the place of a hidden one.
        (",Ceased at 17,c,100,c", ",Ceased at 17,2,100,2.0"),
        // Another digit, alone and with its share.
        (",Began at 5 to 9,50,250,20.0", ",Began at 5 to 9,60,250,20.0"),
        (",Began at 5 to 9,50,250,20.0", ",Began at 5 to 9,60,250,24.0"),
        // The exact share.
        (",1400,1040,134.6", ",1400,1040,134.4"),
        (",Northern Reaches,in_window", ",Northern Reaches 368,in_window"),
        ("Began at 16 or over", "Began at 16 or over (31)"),
    ] {
        let other = text.replacen(from, to, 1);
        assert_ne!(other, text, "{from}");
        fs::write(&path, other).unwrap();
        let said = audit(at, &["r"], 3);
        assert!(said.contains(&format!("r/publish/context.csv: {broken}")), "{to}: {said}");
    }
    for (from, to) in [(",370,z", ",370.4,z"), ("2011-03-31,rolling", "2011-03-31,other")] {
        fs::write(&path, text.replacen(from, to, 1)).unwrap();
        assert!(audit(at, &["r"], 2).contains("publish/context.csv cannot be read"), "{to}");
    }
    fs::write(&path, text).unwrap();
    audit(at, &["r"], 0);
    // It is listed in the record beside it.
    fs::remove_file(&path).unwrap();
    assert!(audit(at, &["r"], 3).contains("run.json"), "a table that is missing");
}

#[test]
fn a_profile_that_hardly_rounds_and_a_part_of_a_year_have_none_and_the_run_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let profile = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/disclosure.toml")).unwrap();
    let profile = profile.split("[[profile]]").nth(1).unwrap();
    let profile = profile.replace("sfr-2011", "mine").replace("round_totals = 10", "round_totals = 1");
    fs::write(at.join("mine.toml"), format!("[[profile]]{profile}")).unwrap();
    let said = run(at, "r", "--as-at 2011-03-31 --disclosure mine.toml", 0);
    assert!(
        said.contains("publish/context.csv is not written: the profile rounds counts of regions so finely"),
        "{said}"
    );
    assert!(!at.join("r/publish/context.csv").exists());
    assert!(!fs::read_to_string(at.join("r/publish/README.txt")).unwrap().contains("context.csv"));
    audit(at, &["r"], 0);
    // Nor is one of a part of a year, of which two would tell what happened between.
    let said = run(at, "part", "--as-at 2010-12-31 --basis year-to-date", 0);
    assert!(said.contains("publish/context.csv is not written: the window is a part of a year"), "{said}");
    assert!(!at.join("part/publish/context.csv").exists());
    // One put there by hand is no table of this report.
    run(at, "usual", "--as-at 2011-03-31", 0);
    fs::copy(at.join("usual/publish/context.csv"), at.join("r/publish/context.csv")).unwrap();
    assert!(audit(at, &["r"], 3).contains("r/publish/context.csv: has a number"), "by no rule");
}

#[test]
fn a_part_of_england_has_none_and_a_whole_region_within_it_has() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    for authority in ["994-fenwold-and-sands", "995-marlbeck", "996-hollowdale", "991-ashwater"] {
        copy(&data().join("2010").join(authority), &at.join("returns/2010").join(authority));
    }
    fs::copy(data().join("authorities.csv"), at.join("returns/authorities.csv")).unwrap();
    let arguments = ["run", "returns", "--as-at", "2010-03-31", "--no-charts", "--out", "r"];
    said(stocktake(at).args(arguments), 0);
    let places: Vec<String> = published(at, "r").into_iter().map(|row| row["name"].clone()).collect();
    assert!(places.len() == 14 && places.iter().all(|name| name == "Southern Shires"), "{places:?}");
    audit(at, &["r"], 0);
    // Of one authority nothing is published.
    for authority in ["994-fenwold-and-sands", "995-marlbeck"] {
        fs::remove_dir_all(at.join("returns/2010").join(authority)).unwrap();
    }
    said(stocktake(at).args(arguments), 0);
    assert!(!at.join("r/publish/context.csv").exists());
}

#[test]
fn the_stocktake_shows_it() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    said(stocktake(at).arg("run").arg(data()).args(["--as-at", "2011-03-31", "--quiet", "--out", "r"]), 0);
    let page = |file: &str| fs::read_to_string(at.join("r/publish").join(file)).unwrap();
    let england = page("national.html");
    let care = england.split_once("<section id=in-care").unwrap().1.split_once("</section>").unwrap().0;
    for shown in
        ["350 children came into care and 360 left", "134.6%", "34.3%", "The ages of those who left care are hidden"]
    {
        assert!(care.contains(shown), "{shown}: {care}");
    }
    // A region's ages stand beside England's, where those are shown.
    let region = page("regions/E12000092-southern-shires-stocktake.html");
    let care = region.split_once("<section id=in-care").unwrap().1.split_once("</section>").unwrap().0;
    assert_eq!(care.matches("<th scope=col>England").count(), 1, "{care}");
    assert!(!england.contains("No published table holds it"));
    let (file, other) =
        (at.join("r/publish/national.html"), england.replacen("350 children came", "340 children came", 1));
    fs::write(file, other).unwrap();
    assert!(audit(at, &["r"], 3).contains("r/publish/national.html: is not what the tables beside it give"));
}
