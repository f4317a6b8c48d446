//! Intervals of a proportion: a count of children out of a number of children.

use super::{Confidence, Interval};
use statrs::distribution::{Beta, ContinuousCDF};

/// The score interval of `count` out of `of`, as proportions between 0 and 1. `None` if `of` is zero, or `count` is not
/// between zero and `of`.
///
/// With `z` the normal quantile and `p = count / of`:
/// `(2 count + z^2 -/+ z sqrt(z^2 + 4 count (1 - p))) / (2 (of + z^2))`; the lower bound of none is 0, and
/// the upper bound of all is 1.
///
/// Wilson EB (1927). Probable inference, the law of succession, and statistical inference. Journal of the American
/// Statistical Association 22:209-212.
pub fn wilson(count: f64, of: f64, confidence: Confidence) -> Option<Interval> {
    if !is_proportion(count, of) {
        return None;
    }
    let z = confidence.z();
    let middle = 2.0 * count + z * z;
    let half = z * (z * z + 4.0 * count * (1.0 - count / of)).sqrt();
    let bottom = 2.0 * (of + z * z);
    // The difference of two close numbers loses digits, so the lower bound comes from the product of the two roots.
    let lower = 4.0 * count * count / of * (of + z * z) / (middle + half) / bottom;
    let upper = if count == of { 1.0 } else { (middle + half) / bottom };
    Some(Interval { lower, upper })
}

/// The interval of [`wilson`] at another level, from the proportion and its interval at 95%. `None` if that has no width.
///
/// With `p` the proportion, `w` the width at 95% and `k = z^2 / n`, the width gives
/// `k^2 (1 - w^2) / 4 + k (p (1 - p) - w^2 / 2) - w^2 / 4 = 0`, and `k` the number of children `n`.
pub(crate) fn wilson_from_95(p: f64, at_95: Interval, confidence: Confidence) -> Option<Interval> {
    let square = (at_95.upper - at_95.lower).powi(2);
    let (a, b, c) = ((1.0 - square) / 4.0, p * (1.0 - p) - square / 2.0, square / 4.0);
    let k = (-b + (b * b + 4.0 * a * c).sqrt()) / (2.0 * a);
    let of = Confidence::Percent95.z().powi(2) / k;
    if of.is_finite() { wilson(p * of, of, confidence) } else { None }
}

/// The exact interval of `count` out of `of`, as proportions between 0 and 1. `None` as for [`wilson`].
///
/// The lower bound is the proportion at which the probability of `count` or more is that of the tail: the quantile
/// `B(tail; count, of - count + 1)` of the beta distribution, or 0 if `count` is zero. The upper bound is 1 less the
/// lower bound for the other children.
///
/// Clopper CJ, Pearson ES (1934). The use of confidence or fiducial limits illustrated in the case of the binomial.
/// Biometrika 26:404-413.
pub fn clopper_pearson(count: u64, of: u64, confidence: Confidence) -> Option<Interval> {
    if !is_proportion(count as f64, of as f64) {
        return None;
    }
    let lower = exact_lower(count, of, confidence.tail())?;
    let upper = 1.0 - exact_lower(of - count, of, confidence.tail())?;
    Some(Interval { lower, upper })
}

fn exact_lower(count: u64, of: u64, tail: f64) -> Option<f64> {
    if count == 0 {
        return Some(0.0);
    }
    let (count, of) = (count as f64, of as f64);
    let near = Beta::new(count, of - count + 1.0).ok()?.inverse_cdf(tail);
    // The quantile is right to eleven digits; one Newton step on the binomial sum corrects the rest.
    let (probability, slope) = at_least(count, of, near);
    Some(near - (probability - tail) / slope)
}

/// The binomial probability of `count` or more out of `of` with probability `p` each, and its derivative in `p`. Each
/// term is worked out from the next, so no factorials are needed; terms too small to matter are left out.
fn at_least(count: f64, of: f64, p: f64) -> (f64, f64) {
    const SMALL: f64 = 1e-18;
    let odds = p / (1.0 - p);
    let (mut above, mut term, mut at) = (0.0, 1.0, count);
    while at <= of && term > SMALL * above {
        above += term;
        term *= (of - at) / (at + 1.0) * odds;
        at += 1.0;
    }
    let (mut below, mut term, mut at) = (0.0, count / (of - count + 1.0) / odds, count - 1.0);
    while at >= 0.0 && term > SMALL * below {
        below += term;
        term *= at / (of - at + 1.0) / odds;
        at -= 1.0;
    }
    let all = above + below;
    (above / all, count / p / all)
}

fn is_proportion(count: f64, of: f64) -> bool {
    of > 0.0 && (0.0..=of).contains(&count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Confidence::{Percent95, Percent99_8};
    use proptest::prelude::*;

    /// Newcombe RG (1998). Two-sided confidence intervals for the single proportion. Statistics in Medicine
    /// 17:857-872, table I.
    #[test]
    fn the_intervals_are_those_of_newcombe() {
        for (count, of, score, exact) in [
            (81u32, 263u32, "0.2553 to 0.3662", "0.2527 to 0.3676"),
            (15, 148, "0.0624 to 0.1605", "0.0578 to 0.1617"),
            (0, 20, "0.0000 to 0.1611", "0.0000 to 0.1684"),
            (1, 29, "0.0061 to 0.1718", "0.0009 to 0.1776"),
        ] {
            let written = |interval: Option<Interval>| {
                let Interval { lower, upper } = interval.unwrap();
                format!("{lower:.4} to {upper:.4}")
            };
            assert_eq!(written(wilson(f64::from(count), f64::from(of), Percent95)), score);
            assert_eq!(written(clopper_pearson(count.into(), of.into(), Percent95)), exact);
        }
    }

    #[test]
    fn none_and_all_end_at_nought_and_one() {
        // With none of n: z^2 / (n + z^2), and 1 - tail^(1 / n).
        let z2 = 1.959_963_984_540_054_f64.powi(2);
        let none = wilson(0.0, 5.0, Percent95).unwrap();
        assert!(none.lower == 0.0 && (none.upper - z2 / (5.0 + z2)).abs() < 1e-15);
        let all = wilson(5.0, 5.0, Percent95).unwrap();
        assert!(all.upper == 1.0 && (all.lower - 5.0 / (5.0 + z2)).abs() < 1e-15);
        let none = clopper_pearson(0, 5, Percent99_8).unwrap();
        assert!(none.lower == 0.0 && (none.upper - (1.0 - 0.001_f64.powf(0.2))).abs() < 1e-14);
        let one = clopper_pearson(1, 1, Percent95).unwrap();
        assert!((one.lower - 0.025).abs() < 1e-15 && one.upper == 1.0);
    }

    #[test]
    fn an_interval_at_95_tells_that_at_99_8() {
        for (count, of) in [(0.0, 5.0), (5.0, 5.0), (19.0, 168.0), (81.0, 263.0), (30_000.0, 60_000.0)] {
            let at_95 = wilson(count, of, Percent95).unwrap();
            let found = wilson_from_95(count / of, at_95, Percent99_8).unwrap();
            let expected = wilson(count, of, Percent99_8).unwrap();
            assert!((found.lower - expected.lower).abs() < 1e-9 && (found.upper - expected.upper).abs() < 1e-9);
        }
        assert_eq!(wilson_from_95(0.5, Interval { lower: 0.5, upper: 0.5 }, Percent99_8), None);
    }

    #[test]
    fn there_is_no_interval_of_nobody_nor_of_more_than_all() {
        for (count, of) in [(0.0, 0.0), (1.0, 0.0), (6.0, 5.0), (-1.0, 5.0), (f64::NAN, 5.0)] {
            assert_eq!(wilson(count, of, Percent95), None);
        }
        for (count, of) in [(0, 0), (1, 0), (6, 5)] {
            assert_eq!(clopper_pearson(count, of, Percent95), None);
        }
    }

    fn both(count: u32, of: u32, confidence: Confidence) -> [Interval; 2] {
        let score = wilson(count.into(), of.into(), confidence);
        [score, clopper_pearson(count.into(), of.into(), confidence)].map(Option::unwrap)
    }

    /// Some of so many.
    fn counts() -> impl Strategy<Value = (u32, u32)> {
        (1u32..3_000).prop_flat_map(|of| (0..=of, Just(of)))
    }

    proptest! {
        #[test]
        fn an_interval_holds_its_proportion_and_is_wider_at_99_8((count, of) in counts()) {
            for (narrow, wide) in both(count, of, Percent95).into_iter().zip(both(count, of, Percent99_8)) {
                prop_assert!(narrow.holds(f64::from(count) / f64::from(of)));
                prop_assert!(0.0 <= wide.lower && wide.upper <= 1.0);
                prop_assert!(wide.lower <= narrow.lower && narrow.upper <= wide.upper);
            }
        }

        #[test]
        fn the_others_have_the_mirrored_interval((count, of) in counts()) {
            for (some, others) in both(count, of, Percent95).into_iter().zip(both(of - count, of, Percent95)) {
                prop_assert!((some.lower + others.upper - 1.0).abs() < 1e-12);
            }
        }
    }
}
