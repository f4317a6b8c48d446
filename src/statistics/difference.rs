//! Whether two proportions differ, such as those of two years or of two authorities.

use super::proportion::wilson;
use super::{Confidence, Interval};
use statrs::function::erf::erfc;

/// A count of children out of a number of children.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fraction {
    /// Those who meet a condition.
    pub count: u64,
    /// All of them.
    pub of: u64,
}

/// The interval of the first proportion less the second, between -1 and 1. `None` if either is of no children.
///
/// `square_and_add` of the two Wilson intervals.
///
/// It assumes that the two are of different children; successive years share many.
///
/// Newcombe RG (1998). Interval estimation for the difference between independent proportions: comparison of eleven
/// methods. Statistics in Medicine 17:873-890, method 10.
pub fn newcombe(first: Fraction, second: Fraction, confidence: Confidence) -> Option<Interval> {
    let score = |fraction: Fraction| {
        let (count, of) = (fraction.count as f64, fraction.of as f64);
        Some((count / of, wilson(count, of, confidence)?))
    };
    Some(square_and_add(score(first)?, score(second)?))
}

/// The interval of the first value less the second, from the interval of each. It is method 10 for proportions, and
/// does the same for means.
///
/// With `l` and `u` the bounds of each value `v`, and `d = v1 - v2`:
/// `d - sqrt((v1 - l1)^2 + (u2 - v2)^2)` to `d + sqrt((u1 - v1)^2 + (v2 - l2)^2)`.
///
/// Zou GY, Donner A (2008). Construction of confidence limits about effect measures: a general approach. Statistics
/// in Medicine 27:1693-1702.
pub(crate) fn square_and_add((v1, of1): (f64, Interval), (v2, of2): (f64, Interval)) -> Interval {
    let difference = v1 - v2;
    let lower = difference - (v1 - of1.lower).hypot(of2.upper - v2);
    let upper = difference + (of1.upper - v1).hypot(v2 - of2.lower);
    Interval { lower, upper }
}

/// Whether counts are so small that Fisher's test is needed: the expected count in one of the four cells, if both
/// proportions were the same, is less than five.
fn is_small(first: Fraction, second: Fraction) -> bool {
    const LEAST: u128 = 5;
    let [count1, of1, count2, of2] = [first.count, first.of, second.count, second.of].map(u128::from);
    let (met, all) = (count1 + count2, of1 + of2);
    let least = met.min(all.saturating_sub(met)) * of1.min(of2);
    least < LEAST * all
}

/// Fisher's exact test, two-sided: the probability of a table no likelier than this one, given both margins, if the two
/// proportions are the same. `None` if either is of no children, or has more children than all.
///
/// Given the margins, tables have hypergeometric probabilities; each is worked out from the next, so no factorials are
/// needed. Tables whose probability is within a ten-millionth of this one's count as equally likely, as in R.
///
/// Fisher RA (1935). The logic of inductive inference. Journal of the Royal Statistical Society 98:39-82.
pub fn fisher(first: Fraction, second: Fraction) -> Option<f64> {
    let is_valid = |fraction: Fraction| fraction.of > 0 && fraction.count <= fraction.of;
    if !is_valid(first) || !is_valid(second) {
        return None;
    }
    const EQUALLY_LIKELY: f64 = 1.0 + 1e-7;
    let met = first.count + second.count;
    let (least, most) = (met.saturating_sub(second.of), met.min(first.of));
    // The likeliest table has weight 1, and others less, down to 0.
    let likeliest = (u128::from(first.of + 1) * u128::from(met + 1) / u128::from(first.of + second.of + 2)) as u64;
    let likeliest = likeliest.clamp(least, most);
    let odds = |count: u64| {
        let (of_first, of_second) = ((first.of - count) as f64, (second.of + count + 1 - met) as f64);
        of_first * (met - count) as f64 / ((count + 1) as f64 * of_second)
    };
    let above = (likeliest..most).scan(1.0, |weight, count| {
        *weight *= odds(count);
        Some(*weight)
    });
    let below = (least..likeliest).rev().scan(1.0, |weight, count| {
        *weight /= odds(count);
        Some(*weight)
    });
    let mut weights: Vec<f64> = below.collect();
    weights.reverse();
    weights.push(1.0);
    weights.extend(above);
    let this = *weights.get((first.count - least) as usize)?;
    let as_unlikely: f64 = weights.iter().filter(|weight| **weight <= this * EQUALLY_LIKELY).sum();
    Some(as_unlikely / weights.iter().sum::<f64>())
}

/// How probable a difference at least as large as that of the two proportions is by chance: by Fisher's exact test where
/// counts are small, else by Pearson's, two-sided and without correction. `None` as for [`fisher`].
///
/// With `p` the proportion of both together: `z = (p1 - p2) / sqrt(p (1 - p) (1 / n1 + 1 / n2))`.
///
/// Pearson K (1900). On the criterion that a given system of deviations... Philosophical Magazine 50:157-175.
pub fn proportions(first: Fraction, second: Fraction) -> Option<f64> {
    let is_valid = |fraction: Fraction| fraction.of > 0 && fraction.count <= fraction.of;
    if !is_valid(first) || !is_valid(second) || is_small(first, second) {
        return fisher(first, second);
    }
    let [count1, of1, count2, of2] = [first.count, first.of, second.count, second.of].map(|count| count as f64);
    let p = (count1 + count2) / (of1 + of2);
    let z = (count1 / of1 - count2 / of2) / (p * (1.0 - p) * (1.0 / of1 + 1.0 / of2)).sqrt();
    Some(erfc(z.abs() / std::f64::consts::SQRT_2))
}

/// Fisher's probability where counts are small; none where they are not, and the interval is enough.
pub(crate) fn fisher_if_small(first: Fraction, second: Fraction) -> Option<f64> {
    is_small(first, second).then(|| fisher(first, second)).flatten()
}

/// How probable a difference at least as large as one of which only the 95% interval is known is by chance, two-sided.
///
/// With `h` the distance from the difference `d` to the end of its interval on the side of zero:
/// `z = 1.96 |d| / h`, in the normal approximation. A difference without doubt is not tested.
///
/// Altman DG, Bland JM (2011). How to obtain the P value from a confidence interval. BMJ 343:d2304.
pub(crate) fn from_interval(difference: f64, at_95: Interval) -> Option<f64> {
    let half = if difference > 0.0 { difference - at_95.lower } else { at_95.upper - difference };
    let z = Confidence::Percent95.z() * difference.abs() / half;
    (half > 0.0).then(|| erfc(z / std::f64::consts::SQRT_2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Confidence::{Percent95, Percent99_8};
    use proptest::prelude::*;

    fn of(count: u64, of: u64) -> Fraction {
        Fraction { count, of }
    }

    /// Newcombe (1998), table II, method 10.
    #[test]
    fn the_intervals_are_those_of_newcombe() {
        for (first, second, expected) in [
            (of(56, 70), of(48, 80), "+0.0524 to +0.3339"),
            (of(9, 10), of(3, 10), "+0.1705 to +0.8090"),
            (of(5, 56), of(0, 29), "-0.0381 to +0.1926"),
            (of(0, 10), of(0, 20), "-0.1611 to +0.2775"),
            (of(10, 10), of(0, 20), "+0.6791 to +1.0000"),
        ] {
            let Interval { lower, upper } = newcombe(first, second, Percent95).unwrap();
            assert_eq!(format!("{lower:+.4} to {upper:+.4}"), expected);
        }
    }

    #[test]
    fn fisher_by_hand() {
        // The lady tasting tea: 3 of 4 and 1 of 4 right; tables with 0, 1, 3 and 4: (1 + 16 + 16 + 1) / 70.
        assert!((fisher(of(3, 4), of(1, 4)).unwrap() - 34.0 / 70.0).abs() < 1e-15);
        // 2 of 2 and 0 of 2: one table in six, and its mirror image.
        assert!((fisher(of(2, 2), of(0, 2)).unwrap() - 2.0 / 6.0).abs() < 1e-15);
        assert_eq!(fisher(of(0, 10), of(0, 20)), Some(1.0));
    }

    #[test]
    fn two_proportions_by_hand() {
        // 60 of 100 and 40 of 100: p = 0.5, z = 0.2 / sqrt(0.25 * 0.02) = 2.828; two-sided 0.00468.
        assert!((proportions(of(60, 100), of(40, 100)).unwrap() - 0.004_677_735).abs() < 1e-8);
        assert_eq!(proportions(of(50, 100), of(50, 100)), Some(1.0));
        // Of few, Fisher's.
        assert_eq!(proportions(of(3, 4), of(1, 4)), fisher(of(3, 4), of(1, 4)));
        assert_eq!(proportions(of(0, 0), of(1, 4)), None);
    }

    #[test]
    fn the_probability_of_an_interval_by_hand() {
        // The example of Altman and Bland: a difference of 5.05, from 1.4 to 8.7, so z is 2.71 and the probability 0.007.
        let p = from_interval(5.05, Interval { lower: 1.4, upper: 8.7 }).unwrap();
        assert!((p - 0.0067).abs() < 1e-4, "{p}");
        // The end on the side of zero counts: with an interval that just reaches it the probability is 5%.
        for (difference, lower, upper) in [(2.0, 0.0, 9.0), (-2.0, -9.0, 0.0)] {
            let p = from_interval(difference, Interval { lower, upper }).unwrap();
            assert!((p - 0.05).abs() < 1e-9, "{p}");
        }
        assert_eq!(from_interval(0.0, Interval { lower: 0.0, upper: 0.0 }), None);
    }

    #[test]
    fn there_is_no_result_without_children() {
        assert_eq!(newcombe(of(0, 0), of(1, 2), Percent95), None);
        assert_eq!(fisher(of(1, 2), of(0, 0)), None);
        assert_eq!(fisher(of(3, 2), of(1, 2)), None);
    }

    #[test]
    fn tables_as_large_as_england_work() {
        let p = fisher(of(30_000, 60_000), of(36_000, 60_000)).unwrap();
        assert!((0.0..1e-100).contains(&p));
    }

    #[test]
    fn counts_are_small_if_fewer_than_five_are_expected() {
        // Of 10 and 10 with 10 met between them, 5 are expected in each cell; with 9 met, 4.5.
        assert!(!is_small(of(6, 10), of(4, 10)));
        assert!(is_small(of(5, 10), of(4, 10)));
        assert!(is_small(of(15, 10_000), of(0, 10)));
    }

    fn fractions() -> impl Strategy<Value = Fraction> {
        (1u64..300).prop_flat_map(|all| (0..=all).prop_map(move |count| of(count, all)))
    }

    proptest! {
        #[test]
        fn an_interval_holds_the_difference_and_is_wider_at_99_8(first in fractions(), second in fractions()) {
            let difference = first.count as f64 / first.of as f64 - second.count as f64 / second.of as f64;
            let narrow = newcombe(first, second, Percent95).unwrap();
            let wide = newcombe(first, second, Percent99_8).unwrap();
            prop_assert!(narrow.holds(difference));
            prop_assert!(wide.lower <= narrow.lower && narrow.upper <= wide.upper);
            prop_assert!(-1.0 - 1e-12 <= wide.lower && wide.upper <= 1.0 + 1e-12);
        }

        #[test]
        fn fisher_is_a_probability_and_is_symmetric(first in fractions(), second in fractions()) {
            let (one, other) = (fisher(first, second).unwrap(), fisher(second, first).unwrap());
            prop_assert!(0.0 < one && one <= 1.0 && (one - other).abs() <= 1e-9 * one);
        }
    }
}
