//! Several days and months in one chart: what is drawn and said.

use super::by_hand::{indicator, limits, place};
use super::drawing::{is_well_set, tells_no_more_than_its_table, words};
use stocktake::benchmark::footing::Footing;
use stocktake::charts::chart::Chart;
use stocktake::charts::flows::{FlowChart, FlowCharts, Month};
use stocktake::charts::series::{Measure, Point, Series, Target};
use stocktake::charts::svg;
use stocktake::day::Day;
use stocktake::rounding::Tenths;
use stocktake::wording::value::Value;

fn day(year: i32, month: u32, day: u32) -> Day {
    Day::from_ymd(year, month, day).unwrap()
}

fn shown(value: i64) -> Value {
    Value::Shown(Tenths(value))
}

/// An indicator on three days: the first has no value, or one of its own.
fn measure(number: u16, first: Value) -> Measure {
    let footing = Footing::Returns;
    let point = |as_at, value, before| Point {
        as_at,
        value,
        footing,
        before,
        footing_before: footing,
        path: Some(Tenths(520)),
    };
    let points = vec![
        point(day(2010, 12, 31), first, shown(430)),
        point(day(2011, 1, 31), shown(445), Value::NotAvailable),
        point(day(2011, 2, 28), shown(467), shown(415)),
    ];
    let target = Target { value: Tenths(600), shown: "60%".to_owned(), year: 2011, is_local: false };
    Measure { indicator: indicator(number), points, target: Some(target) }
}

pub fn series(first: Value) -> Series {
    Series::new(place("857", "Rutland"), vec![measure(66, first), measure(99, shown(500))])
}

#[test]
fn what_a_series_shows_is_said() {
    let chart = series(Value::NotAvailable);
    is_well_set(&chart);
    tells_no_more_than_its_table(&chart);
    assert_eq!(chart.title(), "Rutland: 31 December 2010 to 28 February 2011");
    assert_eq!(
        chart.alternative_text(),
        "A small line for each indicator of Rutland by day, 31 December 2010 to 28 February 2011. NI 66: 46.7% at 28 February \
         2011, 41.5% a year before. NI 99: 46.7% at 28 February 2011, 41.5% a year before. No figure is hidden."
    );
    let table = chart.table();
    assert_eq!(table.rows[0], ["NI 66, Reviews held on time, 31 December 2010", "[x] not available", "43.0%", "52.0%"]);
    assert_eq!(table.rows[3], ["NI 66, Reviews held on time, target for 2011", "60%", "", ""]);
}

#[test]
fn the_number_stands_on_the_last_point() {
    let drawn = words(&svg(&series(shown(480))).unwrap());
    assert!(drawn.iter().any(|one| one.words == "46.7%"));
    for other in ["48.0%", "44.5%", "41.5%", "43.0%"] {
        assert!(drawn.iter().all(|one| one.words != other), "{other}");
    }
}

#[test]
fn no_line_joins_a_day_that_is_not_comparable() {
    let drawn = |footings: [Footing; 3], before: [Footing; 3]| {
        let mut measure = measure(66, shown(480));
        measure.points[1].before = shown(420);
        for (point, (footing, before)) in measure.points.iter_mut().zip(footings.into_iter().zip(before)) {
            (point.footing, point.footing_before) = (footing, before);
        }
        let chart = Series::new(place("857", "Rutland"), vec![measure]);
        is_well_set(&chart);
        let svg = svg(&chart).unwrap();
        let cells: Vec<String> =
            chart.table().rows.into_iter().take(3).flat_map(|row| [row[1].clone(), row[2].clone()]).collect();
        // Whether any days are joined, of this year and of the year before.
        let joined = ["#12436D", "#949494"].map(|colour| {
            let of_line = format!("stroke=\"{colour}\" stroke-width=\"30\"");
            let path =
                |line: &str| line.split_once("d=\"").and_then(|(_, path)| path.split('"').next()).map(str::to_owned);
            svg.lines().filter(|line| line.contains(&of_line)).filter_map(path).any(|path| path.contains('l'))
        });
        (joined, svg.contains(">not comparable<"), cells.join(", "))
    };
    let (same, apart) = ([Footing::Returns; 3], Footing::Apart);
    let (joined, key, cells) = drawn(same, same);
    assert_eq!((joined, key, cells.as_str()), ([true, true], false, "48.0%, 43.0%, 44.5%, 42.0%, 46.7%, 41.5%"));
    let (joined, key, cells) = drawn([apart, Footing::Returns, Footing::Returns], [apart; 3]);
    let said =
        "48.0% (not comparable), 43.0% (not comparable), 44.5%, 42.0% (not comparable), 46.7%, 41.5% (not comparable)";
    assert_eq!((joined, key, cells.as_str()), ([true, false], true, said));
    let (joined, ..) = drawn([Footing::Returns, apart, Footing::Returns], same);
    assert_eq!(joined, [false, true], "a day by itself is a dot");
}

#[test]
fn of_a_hidden_day_nothing_is_drawn_and_no_path_that_may_begin_with_it() {
    let with = |path: Option<i64>| {
        let mut measure = measure(66, Value::Hidden);
        measure.points.iter_mut().for_each(|point| point.path = path.map(Tenths));
        svg(&Series::new(place("857", "Rutland"), vec![measure])).unwrap()
    };
    assert_eq!(with(Some(520)), with(None));
    assert!(with(None).contains("1 figure is hidden."));
}

#[test]
fn an_indicator_without_any_value_has_no_panel() {
    let mut none = measure(62, Value::Nobody);
    none.points.iter_mut().for_each(|point| point.value = Value::NotAvailable);
    assert!(!Series::new(place("857", "Rutland"), vec![none]).has_a_value());
}

pub fn flows() -> FlowCharts {
    let month = |last: Day, value: Option<i64>, counted: &str, position: &str| Month {
        last,
        value: value.map(Tenths),
        counted: counted.to_owned(),
        centre: value.map(|_| Tenths(900)),
        limits: value.map(|_| [limits(700, 1000), limits(600, 1000)]),
        position: position.to_owned(),
        is_beyond: position.ends_with("99.8%"),
    };
    let months = vec![
        month(day(2010, 12, 31), Some(1000), "10 of 10", "within"),
        month(day(2011, 1, 31), None, "0 of 0", ""),
        month(day(2011, 2, 28), Some(500), "5 of 10", "below 99.8%"),
    ];
    let flow = FlowChart {
        title: "Reviews due, held on time".to_owned(),
        convention: "p-chart, exact binomial".to_owned(),
        suffix: "%",
        months,
    };
    FlowCharts::new(place("857", "Rutland"), vec![flow])
}

#[test]
fn what_flows_show_is_said() {
    let chart = flows();
    is_well_set(&chart);
    tells_no_more_than_its_table(&chart);
    assert_eq!(
        chart.alternative_text(),
        "What happened in each month alone, Rutland, December 2010 to February 2011. Reviews due, held on time: 5 of 10 in \
         February 2011, below 99.8%."
    );
    let table = chart.table();
    assert_eq!(
        table.rows[0],
        [
            "Reviews due, held on time, December 2010",
            "100.0%",
            "10 of 10",
            "90.0%",
            "70.0% to 100.0%",
            "60.0% to 100.0%",
            "within"
        ]
    );
}
