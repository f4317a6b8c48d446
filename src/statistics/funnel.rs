//! Funnel limits, within which authorities of each size would lie around a target by chance alone, and overdispersion:
//! how much more than that they differ.
//!
//! Spiegelhalter DJ (2005). Funnel plots for comparing institutional performance. Statistics in Medicine
//! 24:1185-1202.

use super::proportion::wilson;
use super::quantile::quantile;
use super::{Confidence, Interval};
use serde::{Deserialize, Serialize};
use statrs::distribution::{ChiSquared, ContinuousCDF};
use std::f64::consts::FRAC_PI_2;

/// How the limits of a proportion are worked out. They differ for small authorities, so limits are shown with the name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Convention {
    /// `p -/+ z sqrt(p (1 - p) / n)`, as in PHEindicatormethods.
    #[default]
    Score,
    /// The Wilson interval around the target, as in Fingertips.
    Wilson,
    /// `sin^2(asin sqrt p -/+ z / (2 sqrt n))`, as in FunnelPlotR.
    Arcsine,
}

impl Convention {
    /// As in the tables.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Convention::Score => "score",
            Convention::Wilson => "wilson",
            Convention::Arcsine => "arcsine",
        }
    }

    /// The limits around a target `p`, between 0 and 1, for an authority with `of` children. `None` if it has none, or
    /// the target is not a proportion.
    pub fn limits(self, target: f64, of: f64, confidence: Confidence) -> Option<Interval> {
        if of <= 0.0 || !(0.0..=1.0).contains(&target) {
            return None;
        }
        let z = confidence.z();
        match self {
            Convention::Score => {
                let half = z * (target * (1.0 - target) / of).sqrt();
                Some(Interval { lower: (target - half).max(0.0), upper: (target + half).min(1.0) })
            }
            Convention::Wilson => wilson(target * of, of, confidence),
            Convention::Arcsine => Some(from_angles(angle(target), z / (2.0 * of.sqrt()))),
        }
    }
}

/// The limits around a target mean, in its unit: `m -/+ z s / sqrt(n)`, with `s` the standard deviation of all values.
pub(crate) fn mean_limits(target: f64, deviation: f64, of: f64, confidence: Confidence) -> Option<Interval> {
    let half = confidence.z() * deviation / of.sqrt();
    (of > 0.0 && half.is_finite()).then_some(Interval { lower: target - half, upper: target + half })
}

/// How much more authorities differ than by chance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Overdispersion {
    /// The mean squared distance from the target, in standard errors: about 1 if there is only chance.
    pub phi: f64,
    /// The variance between authorities beyond chance, in the unit of the standard errors squared.
    pub tau_squared: f64,
}

impl Overdispersion {
    /// Overdispersion from the distance of each authority from the target, in its standard errors, and those errors.
    /// Distances are winsorised at the 10th and 90th percentiles (type 7). `None` if there are no authorities.
    ///
    /// With `I` authorities and `w = 1 / s^2`: `phi = sum(z^2) / I` and
    /// `tau^2 = (I phi - (I - 1)) / (sum(w) - sum(w^2) / sum(w))`, or 0 if that is negative.
    ///
    /// Spiegelhalter DJ (2005). Handling over-dispersion of performance indicators. Quality and Safety in Health
    /// Care 14:347-351.
    pub(crate) fn of(distances_and_errors: &[(f64, f64)]) -> Option<Overdispersion> {
        let mut in_order: Vec<f64> = distances_and_errors.iter().map(|(distance, _)| *distance).collect();
        in_order.sort_by(f64::total_cmp);
        let (least, most) = (quantile(&in_order, 0.1)?, quantile(&in_order, 0.9)?);
        let authorities = in_order.len() as f64;
        let squares: f64 = in_order.iter().map(|distance| distance.max(least).min(most).powi(2)).sum();
        let weights = distances_and_errors.iter().map(|(_, error)| error.powi(-2));
        let (sum, sum_of_squares) = weights.fold((0.0, 0.0), |(sum, squares), w| (sum + w, squares + w * w));
        let spread = sum - sum_of_squares / sum;
        let tau_squared = if spread > 0.0 { ((squares - (authorities - 1.0)) / spread).max(0.0) } else { 0.0 };
        Some(Overdispersion { phi: squares / authorities, tau_squared })
    }

    /// Overdispersion of proportions around a target, by the arcsine:
    /// `z = (asin sqrt p - asin sqrt target) / s`, with `s = 1 / (2 sqrt n)`.
    pub fn of_proportions(target: f64, counts: &[(f64, f64)]) -> Option<Overdispersion> {
        let distance = |(count, of): &(f64, f64)| {
            let error = 1.0 / (2.0 * of.sqrt());
            ((angle(count / of) - angle(target)) / error, error)
        };
        Overdispersion::of(&counts.iter().map(distance).collect::<Vec<_>>())
    }

    /// Overdispersion of means around a target: `z = (m - target) / s`, with `s` the standard deviation of all values
    /// over `sqrt(n)`.
    pub(crate) fn of_means(target: f64, deviation: f64, means: &[(f64, f64)]) -> Option<Overdispersion> {
        let distance = |(mean, of): &(f64, f64)| {
            let error = deviation / of.sqrt();
            ((mean - target) / error, error)
        };
        Overdispersion::of(&means.iter().map(distance).collect::<Vec<_>>())
    }

    /// The part of the spread between so many authorities that is beyond chance, from 0 to 1: none where chance alone would
    /// bring a spread as wide as this more than once in a thousand times.
    ///
    /// With `Q = I phi`: `(Q - (I - 1)) / Q`, if `Q` is beyond 99.9% of the chi-square distribution with `I - 1` degrees of
    /// freedom. The distances are winsorised, so that both are on the safe side.
    ///
    /// Higgins JPT, Thompson SG (2002). Quantifying heterogeneity in a meta-analysis. Statistics in Medicine 21:1539-1558.
    pub fn beyond_chance(&self, authorities: usize) -> Option<f64> {
        let freedom = authorities.checked_sub(1)? as f64;
        let squares = self.phi * authorities as f64;
        let by_chance = ChiSquared::new(freedom).ok()?.sf(squares);
        (by_chance < Confidence::Percent99_8.tail()).then(|| (squares - freedom) / squares)
    }

    /// The number of children whose proportion would vary by chance alone as much as the proportion of `of` children
    /// varies by chance and between authorities: `1 / (1 / n + 4 tau^2)`, because the variance of the arcsine is
    /// `1 / (4 n)`. Limits for that number are the widened limits, in any convention; for the arcsine they are
    /// `sin^2(asin sqrt p -/+ z sqrt(s^2 + tau^2))`.
    pub fn as_if_of(&self, of: f64) -> f64 {
        1.0 / (1.0 / of + 4.0 * self.tau_squared)
    }

    /// The limits around a target mean, widened: `m -/+ z sqrt(s^2 / n + tau^2)`.
    pub(crate) fn mean_limits(&self, target: f64, deviation: f64, of: f64, confidence: Confidence) -> Option<Interval> {
        mean_limits(target, (deviation * deviation + of * self.tau_squared).sqrt(), of, confidence)
    }
}

fn angle(proportion: f64) -> f64 {
    proportion.sqrt().asin()
}

/// The proportions at this distance on either side of an angle, no further than 0 and 1.
fn from_angles(middle: f64, half: f64) -> Interval {
    let proportion = |angle: f64| angle.clamp(0.0, FRAC_PI_2).sin().powi(2);
    Interval { lower: proportion(middle - half), upper: proportion(middle + half) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Confidence::{Percent95, Percent99_8};
    use proptest::prelude::*;

    const CONVENTIONS: [Convention; 3] = [Convention::Score, Convention::Wilson, Convention::Arcsine];

    #[test]
    fn the_conventions_differ_for_ten_children() {
        let limits = CONVENTIONS.map(|convention| {
            let Interval { lower, upper } = convention.limits(0.68, 10.0, Percent95).unwrap();
            format!("{:.1} to {:.1}", 100.0 * lower, 100.0 * upper)
        });
        assert_eq!(limits, ["39.1 to 96.9", "37.9 to 88.1", "37.6 to 91.7"]);
    }

    #[test]
    fn overdispersion_by_hand() {
        // Distances -2, 0 and 2 are winsorised to -1.6, 0 and 1.6: 5.12 over 3. Errors of one half: w = 4,
        // tau^2 = (5.12 - 2) / (12 - 48 / 12) = 0.39.
        let over = Overdispersion::of(&[(-2.0, 0.5), (0.0, 0.5), (2.0, 0.5)]).unwrap();
        assert!((over.phi - 5.12 / 3.0).abs() < 1e-12 && (over.tau_squared - 0.39).abs() < 1e-12);
        // The same of means: deviation 2, of 16, about 14.
        let means = [(13.0, 16.0), (14.0, 16.0), (15.0, 16.0)];
        let of_means = Overdispersion::of_means(14.0, 2.0, &means).unwrap();
        assert!((of_means.phi - over.phi).abs() < 1e-12 && (of_means.tau_squared - 0.39).abs() < 1e-12);
        let limits = of_means.mean_limits(14.0, 2.0, 16.0, Percent95).unwrap();
        assert!((limits.upper - (14.0 + 1.959_963_984_540_054 * 0.8)).abs() < 1e-12); // sqrt(0.25 + 0.39)
    }

    #[test]
    fn there_is_no_overdispersion_by_chance_alone_or_of_one_authority() {
        assert_eq!(Overdispersion::of(&[]), None);
        assert_eq!(Overdispersion::of(&[(3.0, 0.5)]), Some(Overdispersion { phi: 9.0, tau_squared: 0.0 }));
        assert_eq!(Overdispersion::of(&[(-0.1, 0.5), (0.1, 0.2)]).unwrap().tau_squared, 0.0);
        let none = Overdispersion { phi: 1.0, tau_squared: 0.0 };
        assert_eq!(none.mean_limits(14.0, 6.0, 9.0, Percent95), mean_limits(14.0, 6.0, 9.0, Percent95));
        assert_eq!(mean_limits(14.0, 6.0, 0.0, Percent95), None);
        assert_eq!(Convention::Score.limits(0.5, 0.0, Percent95), None);
    }

    #[test]
    fn how_much_of_a_spread_is_beyond_chance_by_hand() {
        // Of 11 authorities Q is 40 with 10 degrees of freedom, where 29.59 is beyond 99.9%: three quarters are beyond chance.
        let of = |squares: f64| Overdispersion { phi: squares / 11.0, tau_squared: 0.0 }.beyond_chance(11);
        assert!((of(40.0).unwrap() - 0.75).abs() < 1e-12);
        assert!(of(29.6).is_some() && of(29.5).is_none());
        assert_eq!([0, 1].map(|few| Overdispersion { phi: 9.0, tau_squared: 1.0 }.beyond_chance(few)), [None, None]);
    }

    proptest! {
        #[test]
        fn limits_hold_the_target_and_are_wider_at_99_8_and_with_overdispersion(target in 0.0..=1.0, of in 1u32..5_000) {
            let of = f64::from(of);
            let over = Overdispersion { phi: 2.0, tau_squared: 0.01 };
            for convention in CONVENTIONS {
                let narrow = convention.limits(target, of, Percent95).unwrap();
                let wide = convention.limits(target, of, Percent99_8).unwrap();
                prop_assert!(narrow.lower <= target + 1e-12 && target <= narrow.upper + 1e-12);
                prop_assert!(0.0 <= wide.lower && wide.lower <= narrow.lower);
                prop_assert!(narrow.upper <= wide.upper && wide.upper <= 1.0);
                let widened = convention.limits(target, over.as_if_of(of), Percent95).unwrap();
                prop_assert!(widened.lower <= narrow.lower + 1e-12 && narrow.upper <= widened.upper + 1e-12);
            }
        }
    }
}
