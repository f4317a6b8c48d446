//! What is hidden leaves no trace: a description that was given more tells no more.

use super::by_hand::{WHEN, bar, caterpillars, heat_table, indicator, limits, place, slope_row, spine_row, target};
use super::drawing::words;
use stocktake::benchmark::significance::Significance;
use stocktake::benchmark::targets;
use stocktake::charts::caterpillar::Caterpillar;
use stocktake::charts::slope::Slope;
use stocktake::charts::spine::Spine;
use stocktake::charts::svg;
use stocktake::charts::target_bars::{Bar, TargetBars};
use stocktake::charts::trend::{Path, Trend, Year};
use stocktake::rounding::Tenths;
use stocktake::wording::value::Value;

#[test]
fn beside_a_hidden_value_stands_nothing() {
    let bare = Bar { targets: vec![target(600, None, false)], ..bar(99, Value::Hidden) };
    let telling = Bar {
        limits: Some(limits(777, 791)),
        counted: "79 of 101".to_owned(),
        targets: vec![target(600, Some(targets::MetAt95::Met), false)],
        care: "with care: 79".to_owned(),
        ..bare.clone()
    };
    let drawn = |bar: Bar| {
        let other = bar_of(62);
        svg(&TargetBars::new(place("857", "Rutland"), WHEN.to_owned(), vec![bar, other])).unwrap()
    };
    assert_eq!(drawn(bare), drawn(telling.clone()));
    assert!(drawn(telling).contains("[c] confidential"));
}

fn bar_of(number: u16) -> Bar {
    bar(number, Value::Shown(Tenths(456)))
}

#[test]
fn nothing_is_told_of_a_hidden_place_or_change() {
    let spine = |told| {
        let hidden = stocktake::charts::spine::Row { value: Value::Hidden, ..spine_row(62, 0, 100, (40, 220), told) };
        let rows = vec![hidden, spine_row(66, 905, 909, (1000, 800), Some(Significance::NotSignificant))];
        svg(&Spine::new(place("857", "Rutland"), WHEN.to_owned(), rows)).unwrap()
    };
    assert_eq!(spine(None), spine(Some(Significance::Worse)));
    let slope = |told| {
        let rows = vec![slope_row(62, Value::Hidden, 80, told), slope_row(66, Value::Shown(Tenths(960)), 880, None)];
        svg(&Slope::new(place("857", "Rutland"), rows)).unwrap()
    };
    assert_eq!(slope(None), slope(Some(Significance::Better)));
}

#[test]
fn a_hidden_year_breaks_the_line_and_takes_what_was_worked_out_from_it() {
    let trend = |limits_of_hidden, path: Option<Path>, shown: Option<&str>| {
        let year = |year, value| Year {
            year,
            value,
            limits: None,
            doubt: None,
            footing: stocktake::benchmark::footing::Footing::Returns,
            remark: String::new(),
            england: None,
        };
        let mut years = vec![
            year(2008, Value::Hidden),
            year(2009, Value::Shown(Tenths(500))),
            year(2010, Value::Shown(Tenths(520))),
        ];
        years[0].limits = limits_of_hidden;
        svg(&Trend::new(place("857", "Rutland"), indicator(99), years, path, shown)).unwrap()
    };
    let from = Path {
        from: (2008, Tenths(317)),
        is_already_met: false,
        to: (2011, Tenths(600)),
        shown: "60%".to_owned(),
        is_local: false,
    };
    let bare = trend(None, None, None);
    assert_eq!(bare, trend(Some(limits(300, 330)), Some(from), Some("getting better")));
    assert!(bare.contains("1 figure is hidden.") && bare.contains("[c] confidential"));
}

#[test]
fn the_hidden_are_named_in_no_order_of_value() {
    let all = caterpillars(12);
    let drawing = svg(&Caterpillar::of(&all, "101").unwrap()).unwrap();
    let naming: Vec<String> =
        words(&drawing).into_iter().map(|drawn| drawn.words).filter(|words| words.contains("Hidden Vale")).collect();
    assert_eq!(naming.len(), 1, "{naming:?}");
    assert!(naming[0].contains("Hidden, and not in the order: Hidden Vale."), "{naming:?}");
}

#[test]
fn a_hidden_cell_looks_like_no_other() {
    let drawing = svg(&heat_table(3)).unwrap();
    let drawn: Vec<String> = words(&drawing).into_iter().map(|drawn| drawn.words).collect();
    assert_eq!(drawn.iter().filter(|words| *words == "[c]").count(), 1);
    assert!(drawn.contains(&"[c] confidential, [x] not available".to_owned()), "said once for all cells");
    assert!(drawn.contains(&"\u{2248} similar".to_owned()), "as on pages");
    // Ten of thirty cells are worse, and the hidden one is none of them.
    assert_eq!(drawing.matches("fill=\"#F46A25\"").count(), 10);
}
