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

    proptest! {
        #[test]
        fn an_interval_holds_its_mean_and_is_wider_at_99_8(scores in prop::collection::vec(0u32..=40, 2..300)) {
            let (narrow, wide) = (of(&scores, Percent95).unwrap(), of(&scores, Percent99_8).unwrap());
            prop_assert!(narrow.holds(f64::from(scores.iter().sum::<u32>()) / scores.len() as f64));
            prop_assert!(wide.lower <= narrow.lower && narrow.upper <= wide.upper);
        }
    }
}
