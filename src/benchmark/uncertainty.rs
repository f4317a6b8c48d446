//! The uncertainty of a value: its intervals, in the indicator's unit.

use super::standing::{Counts, Standing};
use crate::seeds::configuration::IntervalMethod;
use crate::statistics::mean::student_t;
use crate::statistics::proportion::{clopper_pearson, wilson, wilson_from_95};
use crate::statistics::{Confidence, Interval};
use crate::unit::{HIGHEST_SCORE, Unit};

/// The intervals of one value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Uncertainty {
    /// The method: `wilson`, `clopper_pearson`, `student_t`, `as_printed`.
    pub method: &'static str,
    /// At 95%.
    pub at_95: Interval,
    /// At 99.8%; none of a mean score of which only the printed 95% interval is known.
    pub at_99_8: Option<Interval>,
    /// The counts of a percentage, where they are known.
    counts: Option<Counts>,
}

impl Uncertainty {
    /// The intervals of counts: of a percentage by the method asked for, of a mean score by Student's t. None for
    /// a mean of one score, or of scores whose squares are not known.
    pub(crate) fn of_counts(counts: &Counts, unit: Unit, method: IntervalMethod) -> Option<Uncertainty> {
        let at = |confidence| bounds(counts, unit, method, confidence);
        let name = match unit {
            Unit::Percent => method.name(),
            Unit::Score => "student_t",
        };
        Some(Uncertainty {
            method: name,
            at_95: at(Confidence::Percent95)?,
            at_99_8: at(Confidence::Percent99_8),
            counts: Some(*counts).filter(|_| unit == Unit::Percent),
        })
    }

    /// The intervals of a value: the printed one, else those of its counts, where they are known.
    pub fn of(standing: &Standing, unit: Unit, method: IntervalMethod) -> Option<Uncertainty> {
        match standing.printed_interval {
            Some(at_95) => {
                let counts = standing.counts.filter(|_| unit == Unit::Percent);
                let at_99_8 = match counts {
                    Some(counts) => bounds(&counts, unit, IntervalMethod::Wilson, Confidence::Percent99_8),
                    None => (unit == Unit::Percent).then(|| printed_at_99_8(standing.value, at_95)).flatten(),
                };
                Some(Uncertainty { method: "as_printed", at_95, at_99_8, counts })
            }
            None => Uncertainty::of_counts(&standing.counts?, unit, method),
        }
    }

    /// The interval that must exclude another value, taken as exact, for the two to differ significantly: that at 95%;
    /// where at the other value fewer than five children would be expected to meet the test, or not to meet it, joined with the
    /// exact interval, because others are too narrow there.
    pub(crate) fn beside(&self, other: f64) -> Interval {
        self.joined(self.at_95, other, Confidence::Percent95)
    }

    /// The same at 99.8%, where that interval is known.
    pub(crate) fn beside_at_99_8(&self, other: f64) -> Option<Interval> {
        Some(self.joined(self.at_99_8?, other, Confidence::Percent99_8))
    }

    /// Whether the interval at 99.8% excludes another value too: of many comparisons about one in twenty is significant at 95%
    /// by luck, and hardly any at 99.8%.
    pub(crate) fn excludes_at_99_8(&self, other: f64) -> bool {
        self.beside_at_99_8(other).is_some_and(|interval| !interval.holds(other))
    }

    fn joined(&self, interval: Interval, other: f64, confidence: Confidence) -> Interval {
        const LEAST: f64 = 5.0;
        let exact = |Counts { numerator, denominator, .. }: Counts| {
            let expected = other / 100.0 * denominator as f64;
            let is_small = expected.min(denominator as f64 - expected) < LEAST;
            is_small.then(|| clopper_pearson(numerator, denominator, confidence)).flatten().map(percent)
        };
        match self.counts.and_then(exact) {
            Some(Interval { lower, upper }) => {
                Interval { lower: lower.min(interval.lower), upper: upper.max(interval.upper) }
            }
            None => interval,
        }
    }
}

/// One interval, in the indicator's unit.
pub(crate) fn bounds(counts: &Counts, unit: Unit, method: IntervalMethod, confidence: Confidence) -> Option<Interval> {
    let (numerator, denominator) = (counts.numerator as f64, counts.denominator as f64);
    match (unit, method) {
        (Unit::Percent, IntervalMethod::Wilson) => wilson(numerator, denominator, confidence).map(percent),
        (Unit::Percent, IntervalMethod::ClopperPearson) => {
            clopper_pearson(counts.numerator, counts.denominator, confidence).map(percent)
        }
        (Unit::Score, _) => of_scores(counts.denominator, numerator, counts.squares? as f64, confidence),
    }
}

/// The interval of a mean score, within the scale. None where all scores are the same, because they say nothing about
/// chance.
fn of_scores(count: u64, sum: f64, squares: f64, confidence: Confidence) -> Option<Interval> {
    let Interval { lower, upper } = student_t(count, sum, squares, confidence)?;
    (lower < upper).then(|| Interval { lower: lower.max(0.0), upper: upper.min(f64::from(HIGHEST_SCORE)) })
}

/// The 99.8% interval of a percentage of which the 95% interval is printed: what is printed has Wilson's. It is at least as
/// wide as that of the limits before they were rounded.
fn printed_at_99_8(value: f64, at_95: Interval) -> Option<Interval> {
    const ROUNDING: f64 = 0.05;
    let at_95 = Interval { lower: (at_95.lower - ROUNDING) / 100.0, upper: (at_95.upper + ROUNDING) / 100.0 };
    wilson_from_95(value / 100.0, at_95, Confidence::Percent99_8).map(percent)
}

/// An interval of a proportion as one of a percentage.
pub(crate) fn percent(interval: Interval) -> Interval {
    Interval { lower: 100.0 * interval.lower, upper: 100.0 * interval.upper }
}

#[cfg(test)]
mod tests {
    use super::super::by_hand::{counted, of_source};
    use super::super::standing::Source;
    use super::*;

    fn of(scores: &[u64]) -> Option<Uncertainty> {
        let numerator = scores.iter().sum();
        let squares = Some(scores.iter().map(|score| score * score).sum());
        let counts = Counts { numerator, denominator: scores.len() as u64, squares };
        Uncertainty::of_counts(&counts, Unit::Score, IntervalMethod::Wilson)
    }

    #[test]
    fn scores_that_do_not_differ_tell_of_no_chance() {
        assert_eq!((of(&[14]), of(&[14, 14]), of(&[0, 0, 0])), (None, None, None));
        assert!(of(&[14, 15]).is_some());
    }

    #[test]
    fn of_few_children_the_exact_interval_must_tell_too() {
        let of = |numerator, denominator| {
            let counts = Counts { numerator, denominator, squares: None };
            Uncertainty::of_counts(&counts, Unit::Percent, IntervalMethod::Wilson).unwrap()
        };
        // None of 2: 0 to 65.8 by Wilson; exactly, 0.025 is left at 1 - sqrt(0.025), so 0 to 84.2.
        let none = of(0, 2);
        assert!((none.at_95.upper - 65.76).abs() < 0.01 && (none.beside(68.5).upper - 84.19).abs() < 0.01);
        // At 50%, 5 of 10 are expected to meet the test and 5 are not; at 49.9% and at 50.1%, fewer of the one.
        let ten = of(1, 10);
        assert_eq!(ten.beside(50.0), ten.at_95);
        for other in [49.9, 50.1] {
            assert!(ten.beside(other).upper > ten.at_95.upper, "{other}");
        }
    }

    #[test]
    fn a_printed_percentage_has_limits_at_99_8_too() {
        // 19 of 168 is 11.3%: Wilson 7.4 to 17.0 at 95%, and 5.5 to 21.7 at 99.8%.
        let printed = Standing {
            value: 11.3,
            printed_interval: Some(Interval { lower: 7.4, upper: 17.0 }),
            ..of_source(Source::Returns(None))
        };
        let of = |standing: &Standing| Uncertainty::of(standing, Unit::Percent, IntervalMethod::Wilson).unwrap();
        let exact = of(&counted(2011, 19, 168)).at_99_8.unwrap();
        let found = of(&printed).at_99_8.unwrap();
        assert!(found.lower <= exact.lower && exact.upper <= found.upper, "{exact:?} within {found:?}");
        assert!(
            (found.lower - exact.lower).abs() < 0.2 && (found.upper - exact.upper).abs() < 0.2,
            "{exact:?} {found:?}"
        );
        let score = Uncertainty::of(&printed, Unit::Score, IntervalMethod::Wilson).unwrap();
        assert_eq!(score.at_99_8, None);
    }

    #[test]
    fn what_is_outside_95_can_be_within_99_8() {
        // 50 of 100: Wilson 40.4 to 59.6 at 95%, 35.3 to 64.7 at 99.8%.
        let fifty = Uncertainty::of(&counted(2011, 50, 100), Unit::Percent, IntervalMethod::Wilson).unwrap();
        let is_told = |value| (!fifty.beside(value).holds(value), fifty.excludes_at_99_8(value));
        assert_eq!([59.5, 59.7, 64.6, 64.8].map(is_told), [(false, false), (true, false), (true, false), (true, true)]);
    }

    #[test]
    fn no_interval_leaves_the_scale() {
        // Mean 17, t(1) = 12.7 times 3 at 95%: -21.1 to 55.1 without the scale's ends.
        let Uncertainty { at_95, at_99_8, .. } = of(&[14, 20]).unwrap();
        assert_eq!([at_95, at_99_8.unwrap()].map(|interval| (interval.lower, interval.upper)), [(0.0, 40.0); 2]);
        // 13, 14 and 15 twice: mean 14, s^2 = 4 / 5, t(5) = 2.5706: 0.939 to each side.
        let within = of(&[13, 14, 15, 14, 13, 15]).unwrap().at_95;
        assert!((within.upper - 14.939).abs() < 5e-4 && (within.lower - 13.061).abs() < 5e-4);
    }
}
