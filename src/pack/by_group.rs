//! The figures of a place by group: by sex, age, placement and the rest; for the owner alone.

use crate::benchmark::ComparedFigure;
use crate::breakdowns::{Breakdowns, Group};
use crate::figures::Figure;
use crate::rounding;
use crate::rounding::Tenths;
use crate::seeds::breakdowns::{Dimension, NOT_KNOWN, NOT_LOOKED_AFTER};
use crate::seeds::indicators::{IndicatorSeed, find};
use crate::unit::{HIGHEST_SCORE, Unit};
use crate::wording::group::told;
use crate::wording::names::Indicator;

/// The most groups of a dimension that a page shows; the table has them all.
const MOST: usize = 12;

/// The ends of the strip on which values are shown, in pixels; the page draws it 240 wide.
const STRIP: (f64, f64) = (7.0, 233.0);

/// A dimension, with its groups indicator by indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct OfDimension {
    /// Its name in the tables.
    pub name: String,
    /// What people call it.
    pub title: String,
    /// The indicators that have a figure, in order of number.
    pub indicators: Vec<OfGroups>,
}

impl OfDimension {
    /// Whether the group of any child is known who was looked after on the day.
    pub(crate) fn is_recorded(&self) -> bool {
        let mut groups = self.indicators.iter().flat_map(|of| &of.rows).map(|row| row.group.as_str());
        groups.clone().all(|group| group != NOT_KNOWN)
            || groups.any(|group| ![NOT_KNOWN, NOT_LOOKED_AFTER].contains(&group))
    }
}

/// The groups of one indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct OfGroups {
    /// The indicator.
    pub indicator: Indicator,
    /// The value of all together.
    pub all: String,
    /// Where that lies on the strip of the scale, in pixels.
    pub all_at: String,
    /// The groups that have a child, in order.
    pub rows: Vec<Row>,
}

/// One group.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its name.
    pub group: String,
    /// Its value.
    pub value: String,
    /// Its children: `12 of 43`; of scores, how many.
    pub children: String,
    /// Where the value lies on the strip, in pixels.
    pub at: String,
    /// Where its 95% interval begins, and how long it is; blank where there is none.
    pub interval: Option<[String; 2]>,
    /// How it compares with all others of the place.
    pub told: &'static str,
}

/// The dimensions of a place, from its figures, of which the first is at a place among those of all.
pub(crate) fn dimensions(
    breakdowns: &Breakdowns,
    first: usize,
    figures: &[ComparedFigure<Figure>],
    indicators: &[IndicatorSeed],
) -> Vec<OfDimension> {
    let start = breakdowns.groups.partition_point(|group| group.figure < first);
    let of_place = &breakdowns.groups[start..];
    let of_place = &of_place[..of_place.partition_point(|group| group.figure < first + figures.len())];
    let of_dimension = |(place, dimension): (usize, &Dimension)| {
        let indicators = of_place.chunk_by(|one, other| one.figure == other.figure).filter_map(|of_figure| {
            let figure = &figures[of_figure[0].figure - first].figure;
            let groups: Vec<&Group> = of_figure.iter().filter(|group| group.dimension == place).collect();
            of_groups(figure, &groups, dimension, find(indicators, figure.indicator)?)
        });
        OfDimension { name: dimension.name.clone(), title: dimension.title.clone(), indicators: indicators.collect() }
    };
    let shown = breakdowns.dimensions.iter().enumerate().filter(|(_, dimension)| dimension.groups.len() <= MOST);
    shown.map(of_dimension).filter(|dimension| !dimension.indicators.is_empty()).collect()
}

fn of_groups(figure: &Figure, groups: &[&Group], dimension: &Dimension, seed: &IndicatorSeed) -> Option<OfGroups> {
    let indicator = Indicator::of(seed);
    let value = |numerator, denominator| rounding::value(seed.unit, numerator, denominator);
    let all = value(figure.numerator, figure.denominator)?;
    let row = |group: &&Group| {
        let counts = group.counts;
        let value = value(counts.numerator, counts.denominator)?;
        let interval = group.compared.interval.map(|interval| {
            let [lower, upper] = [interval.lower, interval.upper].map(|end| along(end, seed.unit));
            [lower, upper - lower].map(in_pixels)
        });
        Some(Row {
            group: dimension.group(group.group).to_owned(),
            value: indicator.shown(value),
            children: match seed.unit {
                Unit::Percent => format!("{} of {}", counts.numerator, counts.denominator),
                Unit::Score => counts.denominator.to_string(),
            },
            at: in_pixels(along(value.as_f64(), seed.unit)),
            interval,
            told: told(
                group.compared.more_than_chance,
                group.compared.difference.is_some_and(|difference| difference > 0.0),
            ),
        })
    };
    let rows: Vec<Row> = groups.iter().filter_map(row).collect();
    let all_at = in_pixels(along(all.as_f64(), seed.unit));
    (!rows.is_empty()).then(|| OfGroups { all: indicator.shown(all), all_at, rows, indicator })
}

/// Where a value lies on the strip of the whole scale, in pixels; a dot at either end is still on it.
fn along(value: f64, unit: Unit) -> f64 {
    let last = match unit {
        Unit::Percent => 100.0,
        Unit::Score => f64::from(HIGHEST_SCORE),
    };
    STRIP.0 + (STRIP.1 - STRIP.0) * (value / last).clamp(0.0, 1.0)
}

fn in_pixels(value: f64) -> String {
    let pixels = Tenths::of(value).to_string();
    pixels.strip_suffix(".0").map_or_else(|| pixels.clone(), str::to_owned)
}
