//! The interval of a mean, used for SDQ scores (NI 58).

use super::{Confidence, Interval};
use statrs::distribution::{ContinuousCDF, StudentsT};

/// The interval of the mean of `count` values, in their unit, from their sum and the sum of their squares. `None` for
/// fewer than two values, which do not show how values vary.
///
/// `m -/+ t s / sqrt(n)`, with `m = sum / n`, `s^2 = (squares - sum^2 / n) / (n - 1)` and `t` the quantile of
/// Student's distribution with `n - 1` degrees of freedom.
///
/// Student (1908). The probable error of a mean. Biometrika 6:1-25.
pub fn student_t(count: u64, sum: f64, squares: f64, confidence: Confidence) -> Option<Interval> {
    if count < 2 {
        return None;
    }
    let n = count as f64;
    let freedom = n - 1.0;
    let variance = (n * squares - sum * sum).max(0.0) / (n * freedom);
    let half = quantile(confidence, freedom)? * (variance / n).sqrt();
    let mean = sum / n;
    Some(Interval { lower: mean - half, upper: mean + half })
}

/// The quantile of Student's distribution with the tail of the confidence level above it.
pub fn quantile(confidence: Confidence, freedom: f64) -> Option<f64> {
    StudentsT::new(0.0, 1.0, freedom).map(|student| -student.inverse_cdf(confidence.tail())).ok()
}

/// How probable a difference at least as large as that of two means is by chance, two-sided; each is of a count of values, their
/// sum and the sum of their squares. `None` for fewer than two values, and where neither varies.
///
/// With `v = s^2 / n` of each: `t = (m1 - m2) / sqrt(v1 + v2)`, with `(v1 + v2)^2 / (v1^2 / (n1 - 1) + v2^2 / (n2 - 1))`
/// degrees of freedom.
///
/// Welch BL (1947). The generalization of Student's problem when several different population variances are involved.
/// Biometrika 34:28-35.
pub fn welch(first: (u64, f64, f64), second: (u64, f64, f64)) -> Option<f64> {
    let of = |(count, sum, squares): (u64, f64, f64)| {
        let n = count as f64;
        (count > 1).then(|| (sum / n, (n * squares - sum * sum).max(0.0) / (n * (n - 1.0)) / n, n - 1.0))
    };
    let ((m1, v1, f1), (m2, v2, f2)) = (of(first)?, of(second)?);
    let both = v1 + v2;
    if both <= 0.0 {
        return None;
    }
    let freedom = both * both / (v1 * v1 / f1 + v2 * v2 / f2);
    let t = (m1 - m2) / both.sqrt();
    StudentsT::new(0.0, 1.0, freedom).map(|student| 2.0 * student.cdf(-t.abs())).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Confidence::{Percent95, Percent99_8};
    use proptest::prelude::*;

    fn of(scores: &[u32], confidence: Confidence) -> Option<Interval> {
        let sum = scores.iter().sum::<u32>();
        let squares = scores.iter().map(|score| score * score).sum::<u32>();
        student_t(scores.len() as u64, sum.into(), squares.into(), confidence)
    }

    #[test]
    fn two_scores_by_hand() {
        // Mean 12, s = sqrt(2), so s / sqrt(n) = 1; with one degree of freedom t = tan(pi (0.5 - tail)).
        let interval = of(&[11, 13], Percent95).unwrap();
        let t = (std::f64::consts::PI * 0.475).tan();
        assert!((interval.lower - (12.0 - t)).abs() < 1e-12 && (interval.upper - (12.0 + t)).abs() < 1e-12);
        assert!((t - 12.706_204_736_174_7).abs() < 1e-12);
    }

    #[test]
    fn one_score_has_no_interval_and_equal_scores_one_without_width() {
        assert_eq!(of(&[], Percent95), None);
        assert_eq!(of(&[14], Percent95), None);
        assert_eq!(of(&[14, 14, 14], Percent99_8), Some(Interval { lower: 14.0, upper: 14.0 }));
    }

    #[test]
    fn two_means_by_hand() {
        let scores = |scores: &[f64]| {
            (scores.len() as u64, scores.iter().sum::<f64>(), scores.iter().map(|score| score * score).sum::<f64>())
        };
        // Means 12 and 14, each with v = 1: t = -2 / sqrt(2), with two degrees of freedom. There F(t) = 1/2 + t / (2 sqrt(2 +
        // t^2)), so that two-sided 1 - sqrt(2) / 2 is left.
        let p = welch(scores(&[11.0, 13.0]), scores(&[13.0, 15.0])).unwrap();
        assert!((p - (1.0 - 2.0_f64.sqrt() / 2.0)).abs() < 1e-12, "{p}");
        assert_eq!(welch(scores(&[11.0]), scores(&[13.0, 15.0])), None);
        assert_eq!(welch(scores(&[11.0, 11.0]), scores(&[13.0, 13.0])), None);
    }

    proptest! {
        #[test]
        fn an_interval_holds_its_mean_and_is_wider_at_99_8(scores in prop::collection::vec(0u32..=40, 2..300)) {
            let (narrow, wide) = (of(&scores, Percent95).unwrap(), of(&scores, Percent99_8).unwrap());
            prop_assert!(narrow.holds(f64::from(scores.iter().sum::<u32>()) / scores.len() as f64));
            prop_assert!(wide.lower <= narrow.lower && narrow.upper <= wide.upper);
        }
    }
}
