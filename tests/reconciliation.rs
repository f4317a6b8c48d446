//! From rows read down to the numerator: restricted/reconciliation.csv adds up.

use crate::folder::{data, rows, said, stocktake};
use std::collections::BTreeMap;

type Row = BTreeMap<String, String>;

fn number(row: &Row, column: &str) -> i64 {
    row[column].parse().unwrap()
}

#[test]
fn every_line_leaves_what_it_should_and_ends_at_the_figure() {
    let folder = tempfile::tempdir().unwrap();
    for as_at in ["2011-03-31", "2010-12-31"] {
        let arguments = ["--as-at", as_at, "--no-charts", "--out", as_at];
        said(stocktake(folder.path()).arg("run").arg(data()).args(arguments), 0);
        let restricted = folder.path().join(as_at).join("restricted");
        let lines = rows(&restricted.join("reconciliation.csv"));
        let key = |row: &Row| (row["code"].clone(), row["indicator"].clone());
        for pair in
            lines.windows(2).filter(|pair| pair[0]["counted"] == pair[1]["counted"] && key(&pair[0]) == key(&pair[1]))
        {
            let (before, after) = (&pair[0], &pair[1]);
            let taken = if after["why"].is_empty() { 0 } else { number(after, "count") };
            assert_eq!(number(before, "left") - taken, number(after, "left"), "{after:?}");
        }
        for figure in rows(&restricted.join("indicators.csv")) {
            for column in ["population", "denominator", "numerator"] {
                let line = lines.iter().find(|line| key(line) == key(&figure) && line["line"] == column);
                assert_eq!(line.map(|line| line["count"].as_str()).unwrap_or_default(), figure[column], "{figure:?}");
            }
        }
    }
}

#[test]
fn the_rows_of_authorities_and_the_rows_of_none_are_the_rows_of_england() {
    let folder = tempfile::tempdir().unwrap();
    said(
        stocktake(folder.path()).arg("run").arg(data()).args(["--as-at", "2011-03-31", "--no-charts", "--out", "r"]),
        0,
    );
    let lines = rows(&folder.path().join("r/restricted/reconciliation.csv"));
    let read = |level: &str| -> i64 {
        let read = lines.iter().filter(|line| line["geographic_level"] == level && line["indicator"] == "62");
        read.filter(|line| line["line"] == "read").map(|line| number(line, "count")).sum()
    };
    // One row has no authority, and one an authority that is on no list.
    assert_eq!(read("National") - read("Local authority"), 2);
    assert_eq!(read("Regional"), read("Local authority"));
}
