//! Small descriptions whose words and places can be checked by hand.

use stocktake::benchmark::footing::Footing;
use stocktake::benchmark::funnel::Position;
use stocktake::benchmark::significance::Significance;
use stocktake::benchmark::targets;
use stocktake::charts::caterpillar::{self, OfAuthority};
use stocktake::charts::funnel::{self, LimitsOfSize, Point};
use stocktake::charts::heat_table::{self, Cell, HeatTable};
use stocktake::charts::slope::{self, Slope};
use stocktake::charts::spine::{self, Spine, Spread};
use stocktake::charts::target_bars::{Bar, Target, TargetBars};
use stocktake::charts::trend::{England, Path, Trend, Year};
use stocktake::rounding::Tenths;
use stocktake::seeds::Seeds;
use stocktake::seeds::indicators::IndicatorSeed;
use stocktake::statistics::Interval;
use stocktake::wording::counts::Among;
use stocktake::wording::names::{Indicator, Place};
use stocktake::wording::value::{Limits, Value};

pub const WHEN: &str = "twelve months to 31 March 2011";

pub fn indicator(number: u16) -> Indicator {
    Indicator::of(&seed(number))
}

pub fn seed(number: u16) -> IndicatorSeed {
    Seeds::built_in().unwrap().indicators.into_iter().find(|seed| seed.number == number).unwrap()
}

pub fn place(code: &str, name: &str) -> Place {
    Place { code: code.to_owned(), name: name.to_owned() }
}

pub fn limits(lower: i64, upper: i64) -> Limits {
    Limits { lower: Tenths(lower), upper: Tenths(upper) }
}

pub fn bar(number: u16, value: Value) -> Bar {
    Bar {
        indicator: indicator(number),
        value,
        limits: None,
        doubt: None,
        counted: String::new(),
        rounding: String::new(),
        targets: Vec::new(),
        england: None,
        neighbours: None,
        care: String::new(),
    }
}

pub fn target(value: i64, significance: Option<targets::MetAt95>, is_local: bool) -> Target {
    let met = significance.map(|significance| significance == targets::MetAt95::Met);
    Target { is_local, value: Tenths(value), shown: format!("{}%", value / 10), year: 2011, met, significance }
}

/// Nothing and everything, hidden and missing, limits as wide as the paper, two targets, and words that must be broken.
pub fn bars() -> TargetBars {
    let mut bars: Vec<Bar> = [58, 61, 62, 63, 66, 99, 100, 101, 147, 148]
        .map(|number| Bar { england: Some(Tenths(500)), ..bar(number, Value::Shown(Tenths(456))) })
        .to_vec();
    bars[0] = Bar {
        limits: Some(limits(130, 152)),
        counted: "138 of 210 scored".to_owned(),
        england: Some(Tenths(139)),
        care: "with care: many have no score".to_owned(),
        ..bar(58, Value::Shown(Tenths(141)))
    };
    bars[1].value = Value::Hidden;
    bars[3].value = Value::NotAvailable;
    bars[3].counted = "not available: no rows of OC3 for 2011, and none of the two years before it".to_owned();
    bars[4].value = Value::Shown(Tenths(1000));
    bars[4].limits = Some(limits(0, 1000));
    bars[4].neighbours = Some(Tenths(1000));
    bars[5].targets =
        vec![target(600, Some(targets::MetAt95::Unclear), false), target(550, Some(targets::MetAt95::Met), true)];
    bars[7].value = Value::Shown(Tenths(0));
    bars[7].targets = vec![target(200, Some(targets::MetAt95::NotMet), false)];
    TargetBars::new(place("810", "Kingston upon Hull, City of"), WHEN.to_owned(), bars)
}

/// Authorities 100, 101, ...: 8.0%, 10.0%, 12.0% and round again.
fn value_of(at: usize) -> Tenths {
    Tenths([80, 100, 120][at % 3])
}

pub fn all_of(shown: Vec<OfAuthority>) -> caterpillar::Authorities {
    let hidden = vec!["Hidden Vale".to_owned()];
    let mut all = caterpillar::Authorities::new(indicator(62), WHEN.to_owned(), shown, hidden, 2);
    all.england = Some(Tenths(107));
    all.target = Some((Tenths(95), "9.5%".to_owned(), 2011));
    all
}

pub fn caterpillars(number: usize) -> caterpillar::Authorities {
    let of = |at: usize| {
        let value = value_of(at);
        OfAuthority {
            place: place(&format!("{}", 100 + at), &format!("Authority {}", 100 + at)),
            value,
            limits: (at != 2).then(|| limits(value.0 - 30, value.0 + 40)),
            significance: Some(Significance::NotSignificant),
        }
    };
    all_of((0..number).map(of).collect())
}

pub fn funnels(number: usize) -> funnel::Authorities {
    let point = |at: usize| Point {
        place: place(&format!("{}", 100 + at), &format!("Authority {}", 100 + at)),
        of: 100 * (at as u64 + 1),
        value: value_of(at),
        position: Some(if at == 2 { Position::Above95 } else { Position::Within }),
        widened: Some(Position::Within),
        significance: None,
    };
    let limits = |of: u64| {
        let half = 60.0 / (of as f64).sqrt();
        let about = |times: f64| Interval { lower: 10.7 - times * half, upper: 10.7 + times * half };
        LimitsOfSize { of, at_95: about(1.96), at_99_8: about(3.09) }
    };
    funnel::Authorities {
        indicator: indicator(62),
        when: WHEN.to_owned(),
        points: (0..number).map(point).collect(),
        hidden: Vec::new(),
        without: 0,
        counts_to: 1,
        centre: Tenths(107),
        convention: "score (normal approximation)".to_owned(),
        limits: (1..=10).map(|part| limits(10 * number as u64 * part)).collect(),
    }
}

/// 2009 is missing, 2007 and 2008 are published.
pub fn trend() -> Trend {
    let year = |year, value: Option<i64>, footing, england| Year {
        year,
        value: value.map_or(Value::NotAvailable, |value| Value::Shown(Tenths(value))),
        limits: value.map(|value| limits(value - 150, value + 150)),
        doubt: None,
        footing,
        remark: String::new(),
        england: Some(England { value: Tenths(england), footing, remark: String::new() }),
    };
    let mut years = vec![
        year(2007, Some(400), Footing::Published, 460),
        year(2008, Some(615), Footing::Published, 470),
        year(2009, None, Footing::Returns, 480),
        year(2010, Some(500), Footing::Returns, 490),
        year(2011, Some(583), Footing::Returns, 500),
    ];
    years[3].remark = "needs earlier returns we do not have".to_owned();
    years[3].footing = Footing::Apart;
    years[3].england =
        Some(England { value: Tenths(490), footing: Footing::Apart, remark: "4 of 6 authorities".to_owned() });
    let path = Path {
        from: (2007, Tenths(400)),
        is_already_met: false,
        to: (2011, Tenths(600)),
        shown: "60%".to_owned(),
        is_local: false,
    };
    Trend::new(place("857", "Rutland"), indicator(99), years, Some(path), None)
}

pub fn among(shown: usize, hidden: usize) -> Among {
    Among { shown, hidden, without: 0 }
}

pub fn spine_row(
    number: u16,
    value: i64,
    england: i64,
    (best, worst): (i64, i64),
    significance: Option<Significance>,
) -> spine::Row {
    let spread = Spread {
        best: Tenths(best),
        worst: Tenths(worst),
        better_quarter: Tenths((3 * best + worst) / 4),
        worse_quarter: Tenths((best + 3 * worst) / 4),
    };
    spine::Row {
        indicator: indicator(number),
        value: Value::Shown(Tenths(value)),
        england: Some(Tenths(england)),
        significance,
        among: among(152, 0),
        spread: Some(spread),
        is_placed: true,
    }
}

pub fn spine() -> Spine {
    let hidden = spine::Row { value: Value::Hidden, ..spine_row(61, 0, 700, (1000, 200), Some(Significance::Worse)) };
    let rows = vec![
        hidden,
        spine_row(62, 60, 100, (40, 220), Some(Significance::Better)),
        spine_row(66, 905, 909, (1000, 800), Some(Significance::NotSignificant)),
        spine_row(147, 700, 867, (1000, 700), Some(Significance::Worse)),
    ];
    Spine::new(place("857", "Rutland"), WHEN.to_owned(), rows)
}

pub fn slope_row(number: u16, before: Value, now: i64, significance: Option<Significance>) -> slope::Row {
    let now = (2011, Value::Shown(Tenths(now)));
    slope::Row { indicator: indicator(number), before: (2010, before), now, significance, is_joined: true }
}

pub fn slope() -> Slope {
    let shown = |value| Value::Shown(Tenths(value));
    let rows = vec![
        slope_row(58, shown(139), 141, Some(Significance::NotSignificant)),
        slope_row(61, Value::Hidden, 680, Some(Significance::Better)),
        slope_row(62, shown(140), 80, Some(Significance::Better)),
        slope_row(66, shown(960), 880, Some(Significance::Worse)),
        slope_row(147, shown(880), 880, Some(Significance::NotSignificant)),
    ];
    Slope::new(place("857", "Rutland"), rows)
}

pub fn heat_table(number: usize) -> HeatTable {
    let indicators = [58, 61, 62, 63, 66, 99, 100, 101, 147, 148].map(indicator);
    let row = |at: usize| {
        let cell = |column: usize| {
            let significance =
                [Significance::Better, Significance::NotSignificant, Significance::Worse][(at + column) % 3];
            let value = match (at, column) {
                (0, 1) => Value::Hidden,
                (1, 9) => Value::NotAvailable,
                _ => Value::Shown(Tenths(((at * 37 + column * 101) % 1001) as i64)),
            };
            Cell { value, significance: Some(significance), is_beyond_99_8: (at + column).is_multiple_of(2) }
        };
        let name = if at == 1 { "Bournemouth, Christchurch and Poole" } else { &format!("Authority {}", 100 + at) };
        heat_table::Row { place: place(&format!("{}", 100 + at), name), cells: (0..10).map(cell).collect() }
    };
    let columns = indicators.into_iter().map(|indicator| (indicator, Value::Shown(Tenths(500)))).collect();
    HeatTable::new(WHEN.to_owned(), columns, (0..number).map(row).collect())
}
