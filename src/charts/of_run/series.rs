//! The series of a place over several days.

use super::{place_of, value};
use crate::benchmark::footing::Footing;
use crate::benchmark::{Against, Compared, ComparedFigure, naming};
use crate::charts::series::{Measure, Point, Series, Target};
use crate::rounding::Tenths;
use crate::seeds::Seeds;
use crate::seeds::indicators::IndicatorSeed;
use crate::wording::as_printed::AsPrinted;
use crate::wording::names::Indicator;
use crate::wording::value::Value;

/// The series of every place of the last of several days, which are in order; those without any value left out.
pub(crate) fn series_of_places<'run, F: AsPrinted>(
    days: &'run [&'run Compared<F>],
    seeds: &'run Seeds,
) -> impl Iterator<Item = (&'run F, Series)> {
    let of_last = days.last().into_iter().flat_map(|day| day.by_place());
    of_last.filter_map(move |figures| {
        let named = naming(figures)?;
        let measure = |seed: &IndicatorSeed| measure(days, named.code(), seed);
        let series = Series::new(place_of(named), seeds.indicators.iter().filter_map(measure).collect());
        series.has_a_value().then_some((named, series))
    })
}

/// One indicator of a place; none where no day has a figure of it.
fn measure<F: AsPrinted>(days: &[&Compared<F>], code: &str, seed: &IndicatorSeed) -> Option<Measure> {
    let figures = days.iter().filter_map(|day| {
        let figure = day.list.iter().find(|of| of.figure.code() == code && of.figure.indicator() == seed.number)?;
        Some((day.timeframe.as_at, figure))
    });
    let figures: Vec<_> = figures.collect();
    let (_, last) = figures.last()?;
    let target = beside(last).map(|(Against { target, .. }, is_local)| Target {
        value: Tenths::of(target.value.as_f64()),
        shown: format!("{}{}", target.value, seed.unit.suffix()),
        year: target.year,
        is_local,
    });
    let point = |(as_at, figure): &(_, &ComparedFigure<F>)| Point {
        as_at: *as_at,
        value: F::numbers(figure, seed.unit).value.into(),
        footing: footing(figure, 0),
        before: figure.years.get(1).map_or(Value::NotAvailable, |year| value(&year.known)),
        footing_before: footing(figure, 1),
        path: beside(figure).and_then(|(against, _)| Some(Tenths::of(against.path.as_ref()?.expected))),
    };
    Some(Measure { indicator: Indicator::of(seed), points: figures.iter().map(point).collect(), target })
}

/// What the value of a year stands on, so many before the latest.
fn footing<F>(figure: &ComparedFigure<F>, before: usize) -> Footing {
    figure.years.get(before).map_or(Footing::Returns, |year| Footing::of(&year.known, &figure.years))
}

/// The authority's own target beside a figure, else the nation's.
fn beside<F>(figure: &ComparedFigure<F>) -> Option<(&Against, bool)> {
    let local = figure.local.as_ref().map(|against| (against, true));
    local.or_else(|| figure.national.as_ref().map(|against| (against, false)))
}
