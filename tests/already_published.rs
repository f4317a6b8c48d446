//! `--already-published`, for `stocktake run` and `stocktake audit`.

use crate::folder::{copy, data, rows, said, stocktake, tree};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// Runs the project's own returns into `out`, which must end with `code`; what was said, in one line.
fn run(folder: &Path, out: &str, more: &[&str], code: i32) -> String {
    let day: &[&str] = if more.contains(&"--as-at") { &[] } else { &["--as-at", "2011-03-31"] };
    let arguments = ["--no-charts", "--out", out];
    in_one_line(&said(stocktake(folder).arg("run").arg(data()).args(arguments).args(day).args(more), code))
}

fn audit(folder: &Path, more: &[&str], code: i32) -> String {
    in_one_line(&said(stocktake(folder).arg("audit").args(more), code))
}

fn in_one_line((out, error): &(String, String)) -> String {
    format!("{out}{error}").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Sets cells of one row of a published table, counted from the numerator; the tidy data, which would say otherwise,
/// are taken away.
fn set(folder: &Path, report: &str, code: &str, indicator: &str, cells: &[(usize, &str)]) {
    let path = folder.join(report).join("publish/indicators.csv");
    let text = fs::read_to_string(&path).unwrap();
    let line = |line: &str| {
        let mut row: Vec<&str> = line.split(',').collect();
        if row[3] == code && row[6] == indicator {
            cells.iter().for_each(|(at, cell)| row[10 + at] = cell);
            row[15] = if row[10..15].contains(&"c") { "confidential" } else { "ok" };
            // Nothing is warned of beside a value that is hidden.
            row[17] = if row[12] == "c" { "z" } else { row[17] };
        }
        row.join(",") + "\n"
    };
    let changed: String = text.lines().map(line).collect();
    assert_ne!(changed, text);
    fs::write(path, changed).unwrap();
    let _ = fs::remove_dir_all(folder.join(report).join("publish/tidy"));
}

/// A folder with a report in `last`.
fn last() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), "last", &["--quiet"], 0);
    folder
}

/// Why something of a figure of the report's own day is hidden.
fn reason(folder: &Path, report: &str, code: &str, indicator: &str) -> Option<String> {
    let hidden = rows(&folder.join(report).join("restricted/disclosure.csv"));
    let day = &rows(&folder.join(report).join("publish/indicators.csv"))[0]["as_at"];
    let row = hidden
        .into_iter()
        .find(|row| (&row["as_at"], row["code"].as_str(), row["indicator"].as_str()) == (day, code, indicator));
    row.map(|row| row["reason"].clone())
}

/// 15 of 96, 15.6%, in Brindlecombe: hidden by the rule nowhere, but to protect Ashwater's 1 of 7.
const SHOWN: [(usize, &str); 5] = [(0, "15"), (1, "96"), (2, "15.6"), (3, "9.7"), (4, "24.2")];
const HIDDEN: [(usize, &str); 4] = [(0, "c"), (2, "c"), (3, "c"), (4, "c")];

#[test]
fn the_same_again_is_not_a_breach_and_hides_nothing_more() {
    let folder = last();
    for last in ["last", "last/publish"] {
        let text = run(folder.path(), "now", &["--already-published", last], 0);
        assert!(!text.contains("already published"), "{text}");
        let [last, now] = ["last", "now"].map(|report| tree(&folder.path().join(report).join("publish")));
        assert_eq!(last, now);
    }
    let text = audit(folder.path(), &["now", "--already-published", "last"], 0);
    assert!(text.contains("Nothing hidden can be worked out more closely"), "{text}");
}

#[test]
fn what_was_hidden_then_is_hidden_now() {
    let folder = last();
    let place = ("994", "66");
    let published = rows(&folder.path().join("last/publish/indicators.csv"));
    let shown = published.iter().find(|row| (row["code"].as_str(), row["indicator"].as_str()) == place).unwrap();
    assert_ne!(shown["numerator"], "c", "{shown:?}");
    run(folder.path(), "fresh", &["--quiet"], 0);
    set(folder.path(), "last", place.0, place.1, &HIDDEN);
    let text = audit(folder.path(), &["fresh", "--already-published", "last"], 3);
    let told = format!("NI 66, 994 {}, numerator: it was hidden in last/publish", shown["name"]);
    assert!(text.contains(&told), "{told}: {text}");
    run(folder.path(), "now", &["--already-published", "last"], 0);
    assert_eq!(reason(folder.path(), "now", place.0, place.1).as_deref(), Some("time"));
    audit(folder.path(), &["now", "--already-published", "last"], 0);
}

#[test]
fn what_was_shown_then_is_named_and_what_both_give_away_is_a_breach() {
    // Brindlecombe was shown, and the region was not, nor England: that by itself told nothing of Ashwater.
    let folder = last();
    run(folder.path(), "fresh", &["--quiet"], 0);
    set(folder.path(), "last", "992", "62", &SHOWN);
    for whole in ["E12000091", "E92000001"] {
        set(folder.path(), "last", whole, "62", &HIDDEN);
    }
    assert!(!audit(folder.path(), &["last"], 3).contains("Breach"));
    let text = audit(folder.path(), &["fresh", "--already-published", "last"], 3);
    for told in [
        "Breach 2011-03-31, NI 62, 991 Ashwater, numerator: one whole number is left and 3 are required",
        "is as in last/publish",
        "Already published 2011-03-31, NI 62, 992 Brindlecombe, numerator: given away by what was published already in last/publish",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
    // A run can still hide the region.
    run(folder.path(), "now", &["--already-published", "last"], 0);
    assert!(reason(folder.path(), "now", "E12000091", "62").is_some());
    assert_eq!(reason(folder.path(), "now", "992", "62"), None, "it hides nothing any more");
    audit(folder.path(), &["now", "--already-published", "last"], 0);
}

#[test]
fn beside_tables_by_another_profile_counts_of_others_are_hidden_too() {
    // By the profile of 2011 the scores of Ashwater are hidden; by the other, regions would be told to the nearest 5.
    let folder = last();
    let published = rows(&folder.path().join("last/publish/indicators.csv"));
    let scores = |rows: &[std::collections::BTreeMap<String, String>]| {
        let row = rows.iter().find(|row| row["code"] == "991" && row["indicator"] == "58").unwrap();
        row["value"].clone()
    };
    assert_eq!(scores(&published), "c");
    let mean = scores(&rows(&folder.path().join("last/restricted/indicators.csv")));
    let text = run(folder.path(), "now", &["--disclosure", "round-5", "--already-published", "last"], 0);
    assert_eq!(reason(folder.path(), "now", "E92000001", "58").as_deref(), Some("margin"));
    assert!(!text.contains(&mean), "{mean}: {text}");
    audit(folder.path(), &["now", "--already-published", "last"], 0);
    // Alone, the other profile hides nothing of England.
    run(folder.path(), "fresh", &["--disclosure", "round-5", "--quiet"], 0);
    assert_eq!(reason(folder.path(), "fresh", "E92000001", "58"), None);
    audit(folder.path(), &["fresh", "--already-published", "last"], 3);
}

#[test]
fn what_the_earlier_tables_give_away_is_reported_and_the_run_goes_on() {
    let folder = last();
    set(folder.path(), "last", "992", "62", &SHOWN);
    let told = "2011-03-31, NI 62, 991 Ashwater, numerator: given away by what was published already in last/publish";
    let text = run(folder.path(), "now", &["--already-published", "last"], 0);
    assert!(text.contains(told), "{text}");
    let text = audit(folder.path(), &["now", "--already-published", "last"], 0);
    assert!(text.contains(told) && text.contains("Nothing hidden can be worked out beyond what was"), "{text}");
    assert!(!run(folder.path(), "now", &["--already-published", "last", "--quiet"], 0).contains("already"));
}

#[test]
fn revised_figures_are_reported() {
    // Without one review, 83 of 95 in Brindlecombe in place of 84.
    let folder = tempfile::tempdir().unwrap();
    copy(&data(), &folder.path().join("before"));
    let path = folder.path().join("before/2011/reviews.csv");
    let reviews = fs::read_to_string(&path).unwrap();
    let review = "Brindlecombe,2011,19218280,1995-07-01,2010-10-18,PN6\n";
    assert_eq!(reviews.matches(review).count(), 1);
    fs::write(path, reviews.replace(review, "")).unwrap();
    let arguments = ["run", "before", "--as-at", "2011-03-31", "--no-charts", "--quiet", "--out", "last"];
    said(stocktake(folder.path()).args(arguments), 0);
    let text = run(folder.path(), "now", &["--already-published", "last"], 0);
    let told = "2011-03-31: 3 figures are not as in last/publish, NI 66 of E92000001 England the first: revised since, and \
                the difference itself may tell what is hidden";
    assert!(text.contains(told), "{told}: {text}");
    assert_eq!(text.matches("already published:").count(), 1, "{text}");
}

#[test]
fn exams_of_the_same_year_stay_hidden_on_another_day() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), "last", &["--quiet", "--as-at", "2010-03-31"], 0);
    // None of 21 in Hollowdale, which nothing else needs hidden.
    set(folder.path(), "last", "996", "101", &[(0, "c")]);
    for (day, expected) in [("2010-12-31", Some("time")), ("2011-03-31", Some("primary_count"))] {
        run(folder.path(), "now", &["--quiet", "--as-at", day, "--already-published", "last"], 0);
        assert_eq!(reason(folder.path(), "now", "996", "101").as_deref(), expected, "{day}");
    }
}

#[test]
fn a_folder_with_nothing_published_is_refused() {
    let folder = last();
    fs::create_dir(folder.path().join("empty")).unwrap();
    let text = run(folder.path(), "now", &["--already-published", "empty"], 2);
    assert!(text.contains("empty holds nothing published"), "{text}");
    assert!(
        audit(folder.path(), &["last", "--already-published", "empty"], 2).contains("empty holds nothing published")
    );
    let text = run(folder.path(), "now", &["--already-published", "last", "--disclosure", "none"], 2);
    assert!(text.contains("which publishes nothing"), "{text}");
    assert!(!folder.path().join("now").exists());
}
