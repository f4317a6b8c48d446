//! A group compared with all others of its place.

use super::sums::Counts;
use crate::benchmark::standing;
use crate::benchmark::uncertainty::bounds;
use crate::seeds::configuration::IntervalMethod;
use crate::statistics::difference::{Fraction, newcombe, proportions, square_and_add};
use crate::statistics::holm::holm;
use crate::statistics::mean::welch;
use crate::statistics::{Confidence, Interval};
use crate::unit::Unit;

/// The 95%, as a probability of being beyond it by chance.
const ALPHA: f64 = 0.05;

/// A group set beside all others of the place, in the indicator's unit.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Compared {
    /// The 95% interval of its value; none for a mean of one score or of equal scores.
    pub interval: Option<Interval>,
    /// Its value less that of all others; none where nobody is left.
    pub difference: Option<f64>,
    /// The 95% interval of the difference.
    pub of_difference: Option<Interval>,
    /// Whether the difference is more than chance, after Holm's correction over the groups of the dimension; none where it is
    /// not tested.
    pub more_than_chance: Option<bool>,
}

/// The groups of one dimension, in order; `all` is their sum.
pub(super) fn compared(groups: &[Counts], all: Counts, unit: Unit) -> Vec<Compared> {
    let probabilities: Vec<Option<f64>> =
        groups.iter().map(|group| probability(*group, all.less(*group), unit)).collect();
    let tested: Vec<f64> = probabilities.iter().flatten().copied().collect();
    let mut significant = holm(&tested, ALPHA).into_iter();
    let both = groups.iter().zip(&probabilities);
    both.map(|(group, tested)| {
        let others = all.less(*group);
        let told = tested.and_then(|_| significant.next());
        Compared { more_than_chance: told, ..beside(*group, others, unit) }
    })
    .collect()
}

fn beside(group: Counts, others: Counts, unit: Unit) -> Compared {
    let interval = interval(group, unit);
    let value = |counts: Counts| {
        (counts.denominator > 0).then(|| unit.times() as f64 * counts.numerator as f64 / counts.denominator as f64)
    };
    let difference = value(group).zip(value(others)).map(|(one, other)| one - other);
    let of_difference = match unit {
        Unit::Percent => {
            let percent = |Interval { lower, upper }| Interval { lower: 100.0 * lower, upper: 100.0 * upper };
            newcombe(fraction(group), fraction(others), Confidence::Percent95).map(percent)
        }
        Unit::Score => {
            let both = |counts| Some((value(counts)?, self::interval(counts, unit)?));
            both(group).zip(both(others)).map(|(one, other)| square_and_add(one, other))
        }
    };
    Compared { interval, difference, of_difference, more_than_chance: None }
}

fn interval(counts: Counts, unit: Unit) -> Option<Interval> {
    let Counts { numerator, denominator, squares } = counts;
    let counts = standing::Counts { numerator, denominator, squares: Some(squares) };
    bounds(&counts, unit, IntervalMethod::Wilson, Confidence::Percent95)
}

fn fraction(counts: Counts) -> Fraction {
    Fraction { count: counts.numerator, of: counts.denominator }
}

/// How probable a difference like that between the two is by chance.
fn probability(group: Counts, others: Counts, unit: Unit) -> Option<f64> {
    match unit {
        Unit::Percent => proportions(fraction(group), fraction(others)),
        Unit::Score => {
            let scores = |counts: Counts| (counts.denominator, counts.numerator as f64, counts.squares as f64);
            welch(scores(group), scores(others))
        }
    }
}
