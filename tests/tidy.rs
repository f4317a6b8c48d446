//! The tidy data: a checker of this project's own, which re-states every check of the department's screener, runs over
//! pairs written of made-up tables; and each check is shown to notice what breaks it.

mod check;
mod pair;
mod properties;
mod stages;
mod standard;
mod tables;

use check::{Check, Fail, Stage, Warning};
use pair::Pair;
use stages::STAGES;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use stocktake::timeframe::{Basis, Timeframe, read_as_at};

fn checks() -> impl Iterator<Item = (&'static str, &'static Check)> {
    STAGES.into_iter().flat_map(|Stage { name, checks }| checks.iter().map(move |check| (name, check)))
}

/// What the checks find, a line each.
fn found(pair: &Pair) -> Vec<String> {
    checks().filter_map(|(_, check)| Some(format!("{}: {:?}", check.name, (check.ask)(pair).err()?))).collect()
}

#[test]
fn every_written_pair_passes_every_check_without_a_warning() {
    for (name, pair) in tables::made_up() {
        assert_eq!(found(&pair), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn a_pair_with_good_filters_passes_too() {
    let mut pair = tables::several_years();
    pair.add_filter("sex", &["Total", "Female", "Male"]);
    assert_eq!(found(&pair), Vec::<String>::new());
    pair.add_grouped_filter();
    assert_eq!(found(&pair), Vec::<String>::new());
}

#[test]
fn each_check_notices_what_breaks_it() {
    let good = tables::several_years();
    for (_, check) in checks() {
        assert!(!check.breaks.is_empty(), "{} could be empty: nothing shows that it is not", check.name);
        for (at, (weight, breaks)) in check.breaks.iter().enumerate() {
            let mut broken = good.clone();
            breaks(&mut broken);
            match (check.ask)(&broken) {
                Err((found, _)) => assert_eq!(found, *weight, "{}, change {at}", check.name),
                Ok(()) => panic!("{} does not notice change {at}", check.name),
            }
        }
    }
}

#[test]
fn there_is_a_check_for_each_of_the_81_once() {
    let names: BTreeSet<&str> = checks().map(|(_, check)| check.name).collect();
    assert_eq!((names.len(), checks().count()), (81, 81));
}

/// The screener's list; none, said in plain words, where it is not beside the project.
fn list_of_the_screener() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/reference/ees-screener-checks.csv");
    if path.is_file() {
        return Some(path);
    }
    println!("skipped: ees-screener-checks.csv is not beside the project, so the names of checks are not held to it");
    None
}

#[test]
fn stages_names_and_weights_are_those_of_the_screener() {
    let Some(path) = list_of_the_screener() else { return };
    let list = crate::folder::rows(&path);
    let of_list: Vec<(&str, &str)> = list.iter().map(|row| (&*row["stage"], &*row["check"])).collect();
    assert_eq!(checks().map(|(stage, check)| (stage, check.name)).collect::<Vec<_>>(), of_list);
    for ((_, check), row) in checks().zip(&list) {
        for (weight, _) in check.breaks {
            let named = match weight {
                Fail => "FAIL",
                Warning => "WARNING",
            };
            assert!(row["can_return_besides_PASS"].contains(named), "{} never weighs {named}", check.name);
        }
    }
}

#[test]
fn every_place_has_a_row_for_every_year_and_as_many_decimals_as_the_metadata_says() {
    for (name, pair) in tables::made_up() {
        let of = |columns: &[&str]| -> Vec<String> {
            let key = |row| columns.iter().map(|column| pair.data.cell(row, column)).collect::<Vec<_>>().join(" ");
            pair.data.rows.iter().map(|row| key(row)).collect()
        };
        let (years, places) = (of(&["time_period"]), of(&["geographic_level", "region_code", "old_la_code"]));
        let distinct = |list: &[String]| list.iter().collect::<BTreeSet<_>>().len();
        assert_eq!(pair.data.rows.len(), distinct(&years) * distinct(&places), "{name}");
        for row in &pair.meta.rows {
            let decimals: usize = pair.meta.cell(row, "indicator_dp").parse().unwrap();
            let column = pair.meta.cell(row, "col_name");
            for cell in pair.data.column(column).filter(|cell| cell.parse::<f64>().is_ok()) {
                assert_eq!(cell.split_once('.').map_or(0, |(_, tenths)| tenths.len()), decimals, "{column} {cell}");
            }
        }
    }
}

#[test]
fn every_month_end_is_named_as_the_standard_names_it() {
    // The year ends in March, and is named as the department names it.
    let months = [
        ("2012-01-31", "January"),
        ("2012-02-29", "February"),
        ("2012-03-31", "Reporting year"),
        ("2012-04-30", "April"),
        ("2012-05-31", "May"),
        ("2012-06-30", "June"),
        ("2012-07-31", "July"),
        ("2012-08-31", "August"),
        ("2012-09-30", "September"),
        ("2012-10-31", "October"),
        ("2012-11-30", "November"),
        ("2012-12-31", "December"),
    ];
    for ((day, name), basis) in
        months.into_iter().flat_map(|month| [(month, Basis::Rolling), (month, Basis::YearToDate)])
    {
        let pair = tables::of_day(Timeframe::new(read_as_at(day).unwrap(), basis).unwrap());
        assert_eq!(found(&pair), Vec::<String>::new(), "{day} {basis}");
        assert!(
            standard::time(name).is_some() && pair.data.column("time_identifier").all(|cell| cell == name),
            "{day}"
        );
        assert!(pair.data.column("time_period").all(|cell| cell == "2012"), "{day}");
    }
}

#[test]
fn files_of_several_years() {
    let (data, meta) = tables::texts_of_several_years();
    insta::assert_snapshot!("children_in_care_indicators.csv", data);
    insta::assert_snapshot!("children_in_care_indicators.meta.csv", meta);
}
