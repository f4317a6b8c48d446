//! The columns of restricted/indicators.csv about change and trend; years.csv has every year.

use super::cells::{blank, bounds, tenths};
use crate::benchmark::ComparedFigure;
use crate::benchmark::alike::NotCompared;
use crate::benchmark::years::{Change, Trending};
use crate::seeds::indicators::IndicatorSeed;
use crate::unit::Good;

/// The change since the year before, in points, with its 95% interval, Fisher's probability where counts are small,
/// the method and what can be told; the trend of the five latest years: what it is, chi-squared with its
/// probability, the slope a year (of the logarithm of the odds; of the mean score) and the sources of the five; why the
/// year before is not compared, where it stands beside this one all the same; last why the figure may not be judged, why
/// it has no rank and band where others do, and why no position in the funnel.
pub(crate) const COLUMNS: [&str; 19] = [
    "change_from_year",
    "change_from_value",
    "change_from_source",
    "change",
    "change_lower_95",
    "change_upper_95",
    "change_p",
    "change_method",
    "change_told",
    "trend",
    "trend_from_year",
    "trend_chi_squared",
    "trend_p",
    "trend_slope",
    "trend_sources",
    "change_not_compared",
    "not_judged",
    "not_placed",
    "not_in_funnel",
];

/// The cells, in the order of the columns.
pub(crate) fn cells(compared: &ComparedFigure, seed: &IndicatorSeed) -> Vec<String> {
    let trend = |trending| trend(trending, seed.good);
    let change = compared.change.as_ref().map_or_else(blank, change);
    let not_compared =
        compared.change.as_ref().and_then(|change| change.not_compared).map(NotCompared::in_words).unwrap_or_default();
    let trend = compared.trending.as_ref().map_or_else(blank, trend);
    let not_told = [compared.not_judged, compared.not_placed, compared.not_in_funnel];
    let not_told = not_told.map(|why| why.map(|why| why.to_string()).unwrap_or_default());
    change.into_iter().chain(trend).chain([not_compared]).chain(not_told).collect()
}

fn change(change: &Change) -> [String; 9] {
    let [lower, upper] = bounds(change.interval);
    [
        change.from.year.to_string(),
        change.from.shown.clone(),
        change.from.source.to_string(),
        tenths(change.points),
        lower,
        upper,
        change.p.map(probability).unwrap_or_default(),
        change.method.to_owned(),
        change.significance.name().to_owned(),
    ]
}

fn trend(trending: &Trending, good: Good) -> [String; 6] {
    [
        trending.name(good).to_owned(),
        trending.from.to_string(),
        format!("{:.2}", trending.trend.chi_squared),
        probability(trending.trend.p),
        format!("{:.4}", trending.trend.slope),
        trending.sources.clone(),
    ]
}

/// A probability with four decimals.
fn probability(p: f64) -> String {
    format!("{p:.4}")
}
