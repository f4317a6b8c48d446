//! Every figure over several days, and what happened in each month alone.

use super::book::Format;
use super::cell::Cell;
use super::place;
use super::sheet::{Column, Sheet, Table};
use crate::charts::flows::{FlowChart, FlowCharts, Month};
use crate::charts::series::{Measure, Point, Series};
use crate::day::Day;
use crate::level::Level;
use crate::wording::names::Place;
use crate::wording::value::{Limits, Value};
use std::collections::BTreeSet;

/// A place, and its charts over several days.
type OfPlace = (Level, Series, Option<FlowCharts>);

/// The worksheet of days: a row for each area and indicator, a column for each day.
pub(crate) fn days(places: &[OfPlace], format: Format<'_>) -> Sheet {
    let measures = || places.iter().flat_map(|(level, series, _)| series.measures().map(move |of| (level, series, of)));
    let days: BTreeSet<Day> = measures().flat_map(|(.., of)| of.points.iter().map(|point| point.as_at)).collect();
    let row = |(level, series, of): (&Level, &Series, &Measure)| {
        let mut row = of_place(*level, &series.place);
        row.extend([of.indicator.name(), of.indicator.title.clone()].map(Cell::words));
        row.extend([of.indicator.unit.name(), of.indicator.good.name()].map(Cell::words));
        let cell = |day: &Day, value: fn(&Point) -> Value| {
            let point = of.points.iter().find(|point| point.as_at == *day);
            Cell::of_tenths(point.map_or(Value::NotAvailable, value).into())
        };
        row.extend(days.iter().map(|day| cell(day, |point| point.value)));
        row.push(latest(of, days.len()));
        row.extend(days.iter().map(|day| cell(day, |point| point.before)));
        let target = of.target.as_ref();
        row.push(Cell::of_value(target.map(|target| target.value)));
        row.push(target.map_or(Cell::NOT_APPLICABLE, |target| Cell::Year(target.year)));
        row.push(Cell::of_value(of.points.last().and_then(|point| point.path)));
        row
    };
    let mut columns = place::and_indicator([Column::words("Unit", 10), Column::words("Good is", 9)]);
    columns.extend(days.iter().map(|day| Column::numbers(day.in_words(), 12)));
    columns.push(match format {
        Format::Excel(_) => Column::numbers("Latest, with a line of the days", 16),
        Format::OpenDocument => Column::numbers("Latest", 12),
    });
    columns.extend(days.iter().map(|day| Column::numbers(format!("A year before {}", day.in_words()), 12)));
    columns
        .extend([("Target", 9), ("Target year", 9), ("Path to it", 9)].map(|(name, wide)| Column::numbers(name, wide)));
    Sheet {
        name: "Days",
        title: "Values on each day, and on the same days a year before".to_owned(),
        about: vec![
            "It has a row for each area and indicator, and a column for each day.".to_owned(),
            "Successive days share most of their children: compare each with the same day a year before.".to_owned(),
        ],
        is_of_figures: true,
        table: Table { name: "days", columns, rows: measures().map(row).collect() },
    }
}

/// The value of the last day, with a line of so many days.
fn latest(of: &Measure, days: usize) -> Cell {
    let last = of.points.last().map_or(Value::NotAvailable, |point| point.value);
    match (last, u16::try_from(days)) {
        (Value::Shown(value), Ok(days)) => Cell::WithLine(value, days),
        (value, _) => Cell::of_tenths(value.into()),
    }
}

/// The worksheet of months: a row for each area, flow and month.
pub(crate) fn months(places: &[OfPlace]) -> Sheet {
    let flows = places.iter().filter_map(|(level, _, flows)| Some((level, flows.as_ref()?)));
    let flows = flows.flat_map(|(level, of)| of.flows().map(move |flow| (level, &of.place, flow)));
    let row = |level: Level, place: &Place, flow: &FlowChart, month: &Month| {
        let mut row = of_place(level, place);
        row.extend([flow.title.clone(), month.last.month_in_words(), month.counted.clone()].map(Cell::words));
        row.extend([month.value, month.centre].map(Cell::of_value));
        let ends = |limits: Limits| [limits.lower, limits.upper];
        let limits = month.limits.map(|limits| limits.map(ends).concat());
        row.extend((0..4).map(|end| Cell::of_value(limits.as_ref().map(|limits| limits[end]))));
        row.extend([&month.position, &flow.convention].map(Cell::words));
        row
    };
    let rows =
        flows.flat_map(|(level, place, flow)| flow.months.iter().map(move |month| row(*level, place, flow, month)));
    let mut columns = place::columns();
    columns.extend(
        [("What is counted", 40), ("Month", 18), ("Counted", 20)].map(|(name, wide)| Column::words(name, wide)),
    );
    let numbers = ["Value", "Centre", "95% from", "95% to", "99.8% from", "99.8% to"];
    columns.extend(numbers.map(|name| Column::numbers(name, 10)));
    columns.extend([("Position", 16), ("Chart", 26)].map(|(name, wide)| Column::words(name, wide)));
    Sheet {
        name: "Months",
        title: "What happened in each month alone, with the limits of its control chart".to_owned(),
        about: vec![
            "It has a row for each area, flow and month.".to_owned(),
            "The limits follow the denominator of the month, about the centre of all months.".to_owned(),
        ],
        is_of_figures: true,
        table: Table { name: "months", columns, rows: rows.collect() },
    }
}

fn of_place(level: Level, place: &Place) -> Vec<Cell> {
    [&place.name, &place.code, level.name()].map(Cell::words).to_vec()
}
