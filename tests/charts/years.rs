//! What years are called in charts of a day that is not a 31 March.

use super::by_hand::{indicator, place, seed};
use super::drawing::{is_well_set, tells_no_more_than_its_table, words};
use stocktake::benchmark::footing::Footing;
use stocktake::charts::chart::Chart;
use stocktake::charts::slope::{self, Slope};
use stocktake::charts::svg;
use stocktake::charts::trend::{Path, Trend, Year};
use stocktake::rounding::Tenths;
use stocktake::timeframe::{Basis, Timeframe, read_as_at};
use stocktake::wording::names::Indicator;
use stocktake::wording::value::Value;

fn on(number: u16, day: &str) -> Indicator {
    Indicator::on(&seed(number), &Timeframe::new(read_as_at(day).unwrap(), Basis::Rolling).unwrap())
}

/// Five years, the last of the return that ends in 2011, and a target for a year.
fn trend(indicator: Indicator, target: i32) -> Trend {
    let year = |(year, value)| Year {
        year,
        value: Value::Shown(Tenths(value)),
        limits: None,
        doubt: None,
        footing: Footing::Returns,
        remark: String::new(),
        england: None,
    };
    let years = (2007..).zip([120, 110, 90, 105, 115]).map(year).collect();
    let path = Path {
        from: (2007, Tenths(120)),
        is_already_met: false,
        to: (target, Tenths(100)),
        shown: "10%".to_owned(),
        is_local: true,
    };
    Trend::new(place("857", "Rutland"), indicator, years, Some(path), None)
}

#[test]
fn a_trend_calls_its_years_by_the_month_of_its_day() {
    for (indicator, [first, lowest, last], [short, last_short]) in [
        (indicator(62), ["2007", "2009", "2011"], ["2007", "2011"]),
        (on(62, "2011-03-31"), ["2007", "2009", "2011"], ["2007", "2011"]),
        (on(62, "2010-12-31"), ["December 2006", "December 2008", "December 2010"], ["Dec 2006", "Dec 2010"]),
        (on(62, "2010-04-30"), ["April 2006", "April 2008", "April 2010"], ["Apr 2006", "Apr 2010"]),
        // Exams have years of their own.
        (on(99, "2010-12-31"), ["2007", "2009", "2011"], ["2007", "2011"]),
    ] {
        let trend = trend(indicator, 2011);
        assert!(trend.title().ends_with(&format!(": Rutland, {first} to {last}")), "{}", trend.title());
        let said = trend.alternative_text();
        let expected =
            format!(" From 12.0% in {first} to 11.5% in {last}; lowest 9.0% in {lowest}, highest 12.0% in {first}.");
        assert!(said.contains(&expected) && said.contains(" The target is 10% by 2011."), "{said}");
        let rows = trend.table().rows;
        assert_eq!([&rows[0][0], &rows[4][0], &rows[5][0]], [short, last_short, "Target for 2011"]);
        let drawn: Vec<String> = words(&svg(&trend).unwrap()).into_iter().map(|drawn| drawn.words).collect();
        assert!(drawn.iter().any(|drawn| drawn == last_short), "{drawn:?}");
        assert_eq!(drawn.iter().any(|drawn| drawn == "2011"), last == "2011", "{drawn:?}");
        is_well_set(&trend);
        tells_no_more_than_its_table(&trend);
    }
}

#[test]
fn a_year_that_is_there_for_the_target_alone_has_the_targets_name() {
    let drawn = words(&svg(&trend(on(62, "2010-12-31"), 2013)).unwrap());
    let has = |name: &str| drawn.iter().any(|drawn| drawn.words == name);
    assert!(has("2013") && !has("Dec 2012"));
    assert!(
        drawn.iter().any(|drawn| drawn.words.starts_with("Dec ")),
        "the years of figures are called by their month"
    );
}

#[test]
fn a_slope_calls_its_years_by_the_month_of_its_day() {
    let row = |indicator, before, now| slope::Row {
        indicator,
        before: (before, Value::Shown(Tenths(110))),
        now: (now, Value::Shown(Tenths(120))),
        significance: None,
        is_joined: true,
    };
    let rows = vec![row(on(62, "2010-12-31"), 2010, 2011), row(on(99, "2010-12-31"), 2009, 2010)];
    let slope = Slope::new(place("857", "Rutland"), rows);
    let said = slope.alternative_text();
    assert!(said.contains("2009 or December 2009 and 2010 or December 2010"), "{said}");
    assert!(said.contains(" 2 not compared."), "{said}");
    let rows = slope.table().rows;
    assert_eq!(
        [&rows[0][1], &rows[0][3], &rows[1][1], &rows[1][3]],
        ["December 2009", "December 2010", "2009", "2010"]
    );
}
