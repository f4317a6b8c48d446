//! What must always hold: the same bytes whatever the threads, and nothing dated after the day is used.

use crate::folder::{data, said, stocktake, tree};
use crate::properties::lives::{Row, lives, returns_of};
use crate::properties::written::{Layout, shuffled, write};
use proptest::prelude::*;
use proptest::test_runner::Config;
use std::path::Path;
use stocktake::day::Day;
use stocktake::forecast::Forecast;
use stocktake::forecast::ahead::{Ahead, Undated};
use stocktake::progress::Progress;
use stocktake::quality::clean;
use stocktake::report::{forecast, watchlist};
use stocktake::returns::files::find;
use stocktake::returns::place::Place;
use stocktake::returns::read;
use stocktake::returns::written::Kept;
use stocktake::seeds::Seeds;
use stocktake::seeds::policies::Policies;
use stocktake::timeframe::Timeframe;

/// Days to look ahead from.
const DAYS: [&str; 5] = ["2010-04-30", "2010-06-30", "2010-09-30", "2010-12-31", "2011-02-28"];

fn day(text: &str) -> Day {
    Day::read(text.as_bytes()).unwrap()
}

/// The two tables, for a look ahead from a day to 31 March 2011.
fn tables(rows: &[Row], known: Day, layout: Layout) -> String {
    let folder = tempfile::tempdir().unwrap();
    write(rows, layout, folder.path());
    let seeds = Seeds::built_in().unwrap();
    let policies = Policies::from_seeds(&seeds.policies).unwrap();
    let found = find(&[folder.path().to_owned()], Path::new("out")).unwrap();
    let returns = read(&found, &seeds, Place::default(), Kept::ForIndicators, Progress::new(true));
    let clean = clean(returns, &seeds, &policies);
    let timeframe = Timeframe::ahead(known, day("2011-03-31")).unwrap();
    let ahead = Ahead::new(timeframe, &seeds, &policies, Undated::AsGiven);
    let looked = Forecast::of(&ahead, &clean).unwrap();
    let mut bytes = Vec::new();
    forecast::write(&looked, &seeds.indicators, &mut bytes).unwrap();
    watchlist::write(&looked, &clean, &seeds.authorities, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// The rows with everything dated after a day told otherwise: each later date the last of the year, reviews and decisions
/// left out, ends with another REC, and results of exams and of birthdays to come turned round.
fn otherwise(rows: &[Row], known: Day) -> Vec<Row> {
    let is_later = |cell: &str| Day::read(cell.as_bytes()).is_some_and(|day| day > known);
    let births = |child: &str| {
        let header = rows.iter().find(|row| row.table == "header" && row.cells[0] == child);
        header.and_then(|row| Day::read(row.cells[2].as_bytes()))
    };
    let told = rows.iter().filter_map(|row| {
        let mut row = row.clone();
        match row.table {
            "episodes" => {
                if is_later(&row.cells[5]) {
                    row.cells[6] = "E2".to_owned();
                }
                for place in [1, 5] {
                    if is_later(&row.cells[place]) {
                        row.cells[place] = "31/03/2011".to_owned();
                    }
                }
            }
            "reviews" | "ad1" if is_later(&row.cells[1]) => return None,
            "attainment" if row.cells[1] == "2011" => row.cells[2..].fill("1".to_owned()),
            "oc3" if births(&row.cells[0]).is_some_and(|birth| birth.birthday(19) > known) => {
                row.cells[1..].fill("NO".to_owned());
            }
            _ => {}
        }
        Some(row)
    });
    told.collect()
}

/// The rows without anything that is dated after a day.
fn cut(rows: &[Row], known: Day) -> Vec<Row> {
    let is_later = |cell: &str| Day::read(cell.as_bytes()).is_some_and(|day| day > known);
    let kept = rows.iter().filter(|row| {
        let dated = matches!(row.table, "episodes" | "reviews" | "ad1") && is_later(&row.cells[1]);
        !dated && (row.table != "attainment" || row.cells[1] != "2011")
    });
    let told = kept.cloned().map(|mut row| {
        if row.table == "episodes" && is_later(&row.cells[5]) {
            row.cells[5..].fill(String::new());
        }
        row
    });
    told.collect()
}

/// A review in April 2010 of the child that is always there, so that no return is without an event of its own year.
fn with_a_review_in_april(mut rows: Vec<Row>) -> Vec<Row> {
    let of_2011 = |row: &&Row| row.table == "reviews" && row.year == 2011 && row.cells[0] == "ALWAYS";
    let more: Vec<Row> = rows.iter().filter(of_2011).cloned().collect();
    rows.extend(more.into_iter().map(|row| Row { cells: vec!["ALWAYS".to_owned(), "15/04/2010".to_owned()], ..row }));
    rows
}

proptest! {
    #![proptest_config(Config { cases: 32, failure_persistence: None, ..Config::default() })]

    #[test]
    fn nothing_dated_after_the_day_changes_anything(lives in lives(), known in prop::sample::select(&DAYS)) {
        let known = day(known);
        let rows = returns_of(&lives);
        let as_told = tables(&rows, known, Layout::Folders);
        prop_assert_eq!(as_told, tables(&otherwise(&rows, known), known, Layout::Folders));
    }

    #[test]
    fn nor_does_it_matter_whether_it_is_there(lives in lives(), known in prop::sample::select(&DAYS)) {
        let (known, rows) = (day(known), with_a_review_in_april(returns_of(&lives)));
        prop_assert_eq!(tables(&rows, known, Layout::Folders), tables(&cut(&rows, known), known, Layout::Folders));
    }

    #[test]
    fn nor_does_the_order_of_rows(lives in lives(), seed in any::<u64>()) {
        let rows = returns_of(&lives);
        let known = day("2010-12-31");
        let in_order = tables(&rows, known, Layout::Collated);
        prop_assert_eq!(in_order, tables(&shuffled(&rows, seed), known, Layout::CollatedInPieces(seed)));
    }
}

#[test]
fn the_same_returns_give_the_same_bytes_on_one_thread_or_many() {
    let folder = tempfile::tempdir().unwrap();
    let data = data().display().to_string();
    for threads in ["1", "4"] {
        let mut command = stocktake(folder.path());
        command.env("RAYON_NUM_THREADS", threads).env("POLARS_MAX_THREADS", threads);
        said(command.args(["forecast", &data, "--as-at", "2010-09-30", "--out", threads, "--quiet"]), 0);
    }
    let tables = |threads: &str| tree(&folder.path().join(threads).join("restricted"));
    assert_eq!(tables("1").len(), 4);
    assert!(tables("1") == tables("4"));
}
