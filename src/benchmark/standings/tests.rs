//! Which figure stands for a place and a year.

use super::*;
use crate::benchmark::standings::{Judged, Standings};
use crate::day::Day;
use crate::figures::{Behind, Figure, Figures, Status};
use crate::level::Level;
use crate::seeds::Seeds;
use crate::seeds::published::Published;
use crate::timeframe::Basis;

fn figures(year: i32, month: u32, list: Vec<Figure>) -> Figures {
    let as_at = Day::first_of_april(year).plus_months(month as i32 - 3).plus_days(-1);
    Figures { timeframe: Timeframe::new(as_at, Basis::Rolling).unwrap(), list }
}

fn england(numerator: u64, available: u32) -> Figure {
    Figure {
        level: if available < 152 { Level::PartOfNational } else { Level::National },
        code: "E92000001".to_owned(),
        name: "England".to_owned(),
        indicator: 62,
        status: Status::Ok,
        numerator,
        squares: numerator,
        denominator: 1000,
        population: 1000,
        cover_too_short: false,
        behind: Some(Behind { available, listed: 152 }),
        doubt: Default::default(),
    }
}

fn usable(figures: &[Figure]) -> Judged<'_, Figure> {
    Judged { figures, reliance: vec![Reliance::Usable; figures.len()] }
}

fn shown(standing: &Option<Standing>) -> Option<(String, i32)> {
    standing.as_ref().map(|standing| (format!("{} {}", standing.shown, standing.source), standing.year))
}

/// What is used and what is passed over for NI 62 of England on a day.
fn of_england(now: &Figures, latest: bool) -> [Option<(String, i32)>; 2] {
    let Seeds { published, indicators, .. } = Seeds::built_in().unwrap();
    let standings = Standings::new(now.timeframe, &usable(&now.list), &[], &published, &indicators);
    let known = if latest { standings.latest("E92000001", 62) } else { standings.of("E92000001", 62, 0) };
    [shown(&known.used), shown(&known.passed_over)]
}

fn is(used: &str, year: i32) -> Option<(String, i32)> {
    Some((used.to_owned(), year))
}

const PUBLISHED: &str = "10.7 published (SFR21/2011)";

#[test]
fn returns_stand_where_every_authority_is_among_them() {
    let returns = |available| of_england(&figures(2011, 3, vec![england(120, available)]), false);
    assert_eq!(returns(152), [is("12.0 returns (152 of 152)", 2011), is(PUBLISHED, 2011)]);
    assert_eq!(returns(151), [is(PUBLISHED, 2011), None]);
    assert_eq!(of_england(&figures(2011, 3, Vec::new()), false), [is(PUBLISHED, 2011), None]);
}

#[test]
fn a_year_in_which_nobody_is_counted_is_not_one_without_a_figure() {
    let Seeds { indicators, .. } = Seeds::built_in().unwrap();
    let published = Published::default();
    let nobody = Figure { status: Status::NoDenominator, numerator: 0, denominator: 0, ..england(0, 152) };
    let now = figures(2011, 3, vec![nobody]);
    let standings = Standings::new(now.timeframe, &usable(&now.list), &[], &published, &indicators);
    let known = standings.of("E92000001", 62, 0);
    assert_eq!((known.used, known.symbol, known.has_nobody), (None, None, true), "no publication has a symbol of it");
    assert!(!standings.of("302", 62, 0).has_nobody && !standings.of("E92000001", 62, 1).has_nobody);
}

#[test]
fn a_part_of_the_authorities_stands_for_no_place_and_is_known_by_itself() {
    let now = figures(2009, 3, vec![england(120, 3)]);
    assert_eq!(of_england(&now, false), [None, None]);
    let Seeds { published, indicators, .. } = Seeds::built_in().unwrap();
    let standings = Standings::new(now.timeframe, &usable(&now.list), &[], &published, &indicators);
    assert_eq!(shown(&standings.of_part("E92000001", 62, 0).used), is("12.0 returns (3 of 152)", 2009));
    let published_too = figures(2011, 3, vec![england(120, 3)]);
    let standings = Standings::new(published_too.timeframe, &usable(&published_too.list), &[], &published, &indicators);
    let known = standings.of_part("E92000001", 62, 0);
    assert_eq!([shown(&known.used), shown(&known.passed_over)], [is("12.0 returns (3 of 152)", 2011), None]);
}

#[test]
fn what_happens_since_april_is_not_complete_before_31_march() {
    let Seeds { published, indicators, .. } = Seeds::built_in().unwrap();
    let on = |year, month, basis, indicator| {
        let list = vec![Figure { indicator, ..england(120, 152) }];
        let now = figures(year, month, list);
        let timeframe = Timeframe::new(now.timeframe.as_at, basis).unwrap();
        let standings = Standings::new(timeframe, &usable(&now.list), &[], &published, &indicators);
        standings.of("E92000001", indicator, 0).used.unwrap().accumulates
    };
    for indicator in [62, 66] {
        assert!(on(2010, 12, Basis::YearToDate, indicator));
        assert!(!on(2011, 3, Basis::YearToDate, indicator) && !on(2010, 12, Basis::Rolling, indicator));
    }
    assert!(!on(2010, 12, Basis::YearToDate, 63));
}

#[test]
fn a_day_within_the_year_is_not_the_day_published_but_may_be_compared_with_the_latest() {
    let now = figures(2011, 6, vec![england(120, 3)]);
    assert_eq!(of_england(&now, false), [None, None]);
    assert_eq!(of_england(&now, true), [is(PUBLISHED, 2011), None]);
    let before = figures(2010, 12, vec![england(120, 152)]);
    assert_eq!(of_england(&before, true), [is("12.0 returns (152 of 152)", 2011), None], "2011 has not ended");
}

#[test]
fn exams_are_of_their_year_on_any_day_of_it() {
    let Seeds { published, indicators, .. } = Seeds::built_in().unwrap();
    let now = figures(2010, 12, Vec::new());
    let standings = Standings::new(now.timeframe, &usable(&now.list), &[], &published, &indicators);
    let known = standings.of("E92000001", 99, 0);
    assert_eq!(shown(&known.used), is("46.1 published (SFR30/2011)", 2010));
}
