//! The authorities whose change since the year before is statistically significant after correction for the number of changes.

use super::published::{Published, Within};
use super::{Change, Moved};
use crate::benchmark::ComparedFigure;
use crate::benchmark::significance::Significance;
use crate::benchmark::years;
use crate::charts::of_run::{place_of, rounded};
use crate::pack::words::phrases::plain;
use crate::printed::Printed;
use crate::printed::public::PublicFigure;
use crate::rounding::Tenths;
use crate::seeds::indicators::{IndicatorSeed, find};
use crate::statistics::Confidence;
use crate::statistics::holm::holm;
use crate::wording::counts::{HIDDEN_NOT_COUNTED, agreeing, count_with_commas, none_or};
use crate::wording::names::Indicator;

/// What moved, and what of the place itself did.
pub(super) struct Found {
    /// The authorities.
    pub told: Moved,
    /// How many changes of authorities were tested.
    pub tested: usize,
    /// How many of the place's own were tested.
    pub own_tested: usize,
    /// The indicators of the place that got better, and those that got worse.
    pub own: [Vec<u16>; 2],
}

type Figure = ComparedFigure<PublicFigure>;

/// The changes of a place and of its authorities, each corrected for their own number.
pub(super) fn of(day: &Published<'_>, within: &Within<'_>) -> Found {
    let indicators = &day.seeds.indicators;
    let authorities: Vec<&Figure> =
        indicators.iter().flat_map(|seed| within.of_indicator(seed.number).collect::<Vec<_>>()).collect();
    let (tested, significant) = significant(&authorities);
    let moved = |wanted: Significance| -> Vec<Change> {
        let is_wanted = |(_, change): &&(&Figure, &years::Change)| change.significance == wanted;
        let row = |(figure, change): &(&Figure, &years::Change)| of_change(figure, change, indicators);
        significant.iter().filter(is_wanted).filter_map(row).collect()
    };
    let (better, worse) = (moved(Significance::Better), moved(Significance::Worse));
    let own: Vec<&Figure> = within.own.iter().collect();
    let (own_tested, own) = self::significant(&own);
    let of_own = |wanted: Significance| {
        let is_wanted = |(_, change): &&(&Figure, &years::Change)| change.significance == wanted;
        own.iter().filter(is_wanted).map(|(figure, _)| figure.figure.printed.indicator).collect()
    };
    let is_any_hidden = authorities.iter().any(|of| of.figure.printed.numbers.value == Printed::Confidential);
    Found {
        told: Moved { sentences: sentences(tested, &better, &worse, is_any_hidden), better, worse },
        tested,
        own_tested,
        own: [of_own(Significance::Better), of_own(Significance::Worse)],
    }
}

/// How many changes were tested, and those that are significant after Holm's correction, in the order given.
fn significant<'run>(figures: &[&'run Figure]) -> (usize, Vec<(&'run Figure, &'run years::Change)>) {
    let tested = figures.iter().filter_map(|figure| {
        let change = figure.change.as_ref()?;
        Some(((*figure, change), change.probability()?))
    });
    let (changes, probabilities): (Vec<_>, Vec<f64>) = tested.unzip();
    let found = holm(&probabilities, 2.0 * Confidence::Percent95.tail());
    let significant = changes.into_iter().zip(found).filter(|(_, found)| *found).map(|(change, _)| change);
    (probabilities.len(), significant.collect())
}

fn of_change(figure: &Figure, change: &years::Change, indicators: &[IndicatorSeed]) -> Option<Change> {
    let seed = find(indicators, figure.figure.printed.indicator)?;
    let indicator = Indicator::of(seed);
    let points = Tenths::of(change.points);
    let size = Tenths(points.0.saturating_abs());
    Some(Change {
        place: place_of(&figure.figure),
        from: indicator.shown(rounded(&change.from)),
        to: indicator.shown(rounded(figure.standing.as_ref()?)),
        points: if points.0 < 0 { format!("down {size}") } else { format!("up {size}") },
        indicator,
    })
}

fn sentences(tested: usize, better: &[Change], worse: &[Change], is_any_hidden: bool) -> Vec<String> {
    if tested == 0 {
        return vec!["No change since the year before could be tested.".to_owned()];
    }
    let found = better.len() + worse.len();
    let of = format!(
        "Of {} {} since the year before that could be tested, {} {} statistically significant after correction for their \
         number",
        count_with_commas(tested as u64),
        agreeing(tested, "change", "changes"),
        none_or(found),
        agreeing(found, "is", "are")
    );
    let both = if found == 0 {
        String::new()
    } else {
        format!(": {} got better and {} got worse", none_or(better.len()), none_or(worse.len()))
    };
    let hidden = is_any_hidden.then(|| HIDDEN_NOT_COUNTED.to_owned());
    std::iter::once(plain(&format!("{of}{both}"))).chain(hidden).collect()
}
