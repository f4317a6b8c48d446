//! The chart of an indicator over the years: what the trend chart shows, as series. Years on each footing are a series of
//! their own, so that no line joins them.

use super::native::{Look, NativeChart, TARGET, Values};
use crate::benchmark::footing::Footing;
use crate::charts::chart::Chart;
use crate::charts::trend::{Path, Trend, Year};
use crate::rounding::Tenths;
use std::ops::RangeInclusive;

/// The place itself.
const OWN: Look = Look {
    colour: "accent1",
    has_line: true,
    is_broken: false,
    width: 34_925,
    marker: "circle",
    other_marker: "square",
    inside: "accent1",
    size: 9,
    // Beside the limits, which stand upright.
    labels: "r",
};
/// England.
const ENGLAND: Look = Look {
    colour: "tx1",
    width: 15_875,
    marker: "diamond",
    other_marker: "triangle",
    inside: "tx1",
    size: 7,
    labels: "",
    ..OWN
};
/// The path to a target.
const PATH: Look = Look { colour: TARGET, is_broken: true, width: 22_225, marker: "", labels: "", ..OWN };
/// A target without a path.
const GOAL: Look =
    Look { colour: TARGET, has_line: false, marker: "dash", inside: TARGET, size: 15, labels: "r", ..OWN };

/// The chart.
pub(crate) fn chart(trend: &Trend) -> NativeChart {
    let all = trend.years();
    let first = all.first().map_or(0, |year| year.year);
    let last = all.last().map_or(0, |year| year.year);
    let years = first..=trend.path().map_or(last, |path| last.max(path.to.0));
    let own = |year: &Year| year.value.number().map(|value| (value, year.footing));
    let england = |year: &Year| year.england.as_ref().map(|england| (england.value, england.footing));
    let mut series = by_footing(&trend.place.name, all, &years, own, OWN);
    for (values, footing) in &mut series {
        values.limits = limits(all, &years, *footing);
    }
    let mut series: Vec<Values> = series.into_iter().map(|(values, _)| values).collect();
    series.extend(by_footing("England", all, &years, england, ENGLAND).into_iter().map(|(values, _)| values));
    series.extend(trend.path().map(|path| of_path(path, &years)));
    let names = years.map(|year| trend.name_on_axis(year)).collect();
    NativeChart::new(trend.alternative_text(), trend.indicator.unit, ("Year", names), series)
}

/// A series of the years on each footing, as far as there are any.
fn by_footing(
    name: &str,
    all: &[Year],
    years: &RangeInclusive<i32>,
    value: impl Fn(&Year) -> Option<(Tenths, Footing)>,
    look: Look,
) -> Vec<(Values, Footing)> {
    let of = |wanted: Footing| {
        let known = |year: i32| {
            let known = all.iter().find(|known| known.year == year).and_then(&value);
            known.filter(|(_, footing)| *footing == wanted).map(|(value, _)| value)
        };
        years.clone().map(known).collect::<Vec<_>>()
    };
    let footings = [Footing::Returns, Footing::Published, Footing::Apart].map(|footing| (footing, of(footing)));
    let known = footings.into_iter().filter(|(_, values)| values.iter().any(Option::is_some));
    let known: Vec<(Footing, Vec<Option<Tenths>>)> = known.collect();
    let is_of_several = known.len() > 1;
    known
        .into_iter()
        .map(|(footing, values)| {
            let (name, look) = match footing {
                Footing::Returns if is_of_several => (format!("{name}, from the returns"), look),
                Footing::Returns => (name.to_owned(), look),
                Footing::Published => {
                    (format!("{name}, published"), Look { inside: "bg1", marker: look.other_marker, ..look })
                }
                Footing::Apart => (
                    format!("{name}, not comparable"),
                    Look { has_line: false, colour: "accent3", inside: "accent4", ..look },
                ),
            };
            (Values { name, values, limits: None, look }, footing)
        })
        .collect()
}

/// How far the 95% limits lie above and below the values on a footing; none where none are known.
fn limits(all: &[Year], years: &RangeInclusive<i32>, footing: Footing) -> Option<[Vec<Option<Tenths>>; 2]> {
    let of = |year: i32| {
        let year = all.iter().find(|known| known.year == year && known.footing == footing)?;
        let (value, limits) = (year.value.number()?, year.limits?);
        Some([limits.upper.0 - value.0, value.0 - limits.lower.0].map(|distance| Tenths(distance.max(0))))
    };
    let of_years: Vec<Option<[Tenths; 2]>> = years.clone().map(of).collect();
    let end = |end: usize| of_years.iter().map(|ends| ends.map(|ends| ends[end])).collect();
    of_years.iter().any(Option::is_some).then(|| [end(0), end(1)])
}

/// The straight path to a target; the target alone where no path leads to it.
fn of_path(path: &Path, years: &RangeInclusive<i32>) -> Values {
    let ((from, value), (to, goal)) = (path.from, path.to);
    let whose = if path.is_local { "local" } else { "national" };
    let has_path = !path.is_already_met && from < to;
    let at = |year: i32| {
        let is_on_it = if has_path { (from..=to).contains(&year) } else { year == to };
        let parts = i64::from((to - from).max(1));
        // Rounded half up, as every number is.
        let tenths = || value.0 + ((goal.0 - value.0) * i64::from(year - from) * 2 + parts).div_euclid(2 * parts);
        is_on_it.then(|| if year == to { goal } else { Tenths(tenths()) })
    };
    let name = if has_path { "Straight path to the" } else { "The" };
    Values {
        name: format!("{name} {whose} target of {} by {to}", path.shown),
        values: years.clone().map(at).collect(),
        limits: None,
        look: if has_path { PATH } else { GOAL },
    }
}
