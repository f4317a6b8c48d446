//! Whether a figure has a trend over five years, as in the Fingertips public health profiles.
//!
//! There is a trend if chi-squared, with one degree of freedom, is above 9.5495 (99.8%), and the slope has the same
//! sign with all five years and with each of them left out: a single year does not make a trend.
//!
//! Office for Health Improvement and Disparities. Fingertips trend markers, public health technical guidance.

use super::Confidence;
use super::difference::Fraction;
use statrs::distribution::{ChiSquared, ContinuousCDF};

/// The number of consecutive years in a trend.
pub const YEARS: usize = 5;

/// Which way a figure has moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Up.
    Up,
    /// Down.
    Down,
}

/// The result of a test for trend.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trend {
    /// Chi-squared, with one degree of freedom.
    pub chi_squared: f64,
    /// The probability of this chi-squared or more if there is no trend.
    pub p: f64,
    /// The increase a year: in the log odds for proportions, and in the value otherwise.
    pub(crate) slope: f64,
    /// The direction; `None` if it could be chance, or depends on a single year.
    pub way: Option<Way>,
}

/// The trend of proportions. `None` if a year has no children, or if none or all of the children of all years together
/// meet the condition.
///
/// With `r` out of `n` in year `t`, and `R` and `N` their sums:
/// `N (N sum(r t) - R sum(n t))^2 / (R (N - R) (N sum(n t^2) - sum(n t)^2))`.
/// The slope is that of `ln(r / (n - r))` on `t`, by least squares. If a year has none or all, a half is added to `r`
/// and to `n - r` of every year, for the slope only.
///
/// Cochran WG (1954). Some methods for strengthening the common chi-squared tests. Biometrics 10:417-451.
/// Armitage P (1955). Tests for linear trends in proportions and frequencies. Biometrics 11:375-386.
pub fn of_proportions(years: &[Fraction; YEARS]) -> Option<Trend> {
    if years.iter().any(|year| year.of == 0 || year.count > year.of) {
        return None;
    }
    let [mut r, mut n, mut rt, mut nt, mut ntt] = [0.0; 5];
    for (t, year) in times().zip(years) {
        let (count, of) = (year.count as f64, year.of as f64);
        r += count;
        n += of;
        rt += count * t;
        nt += of * t;
        ntt += of * t * t;
    }
    if r == 0.0 || r == n {
        return None;
    }
    let chi_squared = n * (n * rt - r * nt).powi(2) / (r * (n - r) * (n * ntt - nt * nt));
    let at_an_end = years.iter().any(|year| year.count == 0 || year.count == year.of);
    let added = if at_an_end { 0.5 } else { 0.0 };
    let points = years.map(|year| Point {
        value: ((year.count as f64 + added) / ((year.of - year.count) as f64 + added)).ln(),
        weight: 1.0,
    });
    trend(chi_squared, &points)
}

/// The trend of means, or of any values with 95% intervals: value, lower bound, upper bound. `None` if the interval of
/// a year has no width.
///
/// Least squares of the value `y` on the year `t`, weighted by `w = 1 / s^2` with `s = (upper - lower) / 3.92`:
/// slope `b = (W sum(w t y) - sum(w t) sum(w y)) / D` with `W = sum(w)` and `D = W sum(w t^2) - sum(w t)^2`;
/// chi-squared `b^2 D / W`.
pub fn of_values(years: &[[f64; 3]; YEARS]) -> Option<Trend> {
    let points = years.map(|[value, lower, upper]| Point { value, weight: (3.92 / (upper - lower)).powi(2) });
    if points.iter().any(|point| !point.weight.is_finite() || point.weight <= 0.0) {
        return None;
    }
    let line = line(&points, None);
    trend(line.slope * line.slope * line.precision, &points)
}

#[derive(Debug, Clone, Copy)]
struct Point {
    value: f64,
    weight: f64,
}

struct Line {
    slope: f64,
    /// One over the variance of the slope.
    precision: f64,
}

/// The years as numbers around their middle, for precision.
fn times() -> impl Iterator<Item = f64> {
    (0..YEARS).map(|year| year as f64 - (YEARS / 2) as f64)
}

/// The line through the points, with one of them left out or none.
fn line(points: &[Point; YEARS], left_out: Option<usize>) -> Line {
    let [mut w, mut wt, mut wtt, mut wy, mut wty] = [0.0; 5];
    for (year, (t, Point { value, weight })) in times().zip(points).enumerate() {
        if left_out != Some(year) {
            w += weight;
            wt += weight * t;
            wtt += weight * t * t;
            wy += weight * value;
            wty += weight * t * value;
        }
    }
    let spread = w * wtt - wt * wt;
    Line { slope: (w * wty - wt * wy) / spread, precision: spread / w }
}

fn trend(chi_squared: f64, points: &[Point; YEARS]) -> Option<Trend> {
    // A slope smaller than this part of the whole slope is zero but for rounding, and its sign means nothing.
    const NEGLIGIBLE: f64 = 1e-9;
    let slope = line(points, None).slope;
    let without = |year| line(points, Some(year)).slope;
    let holds = slope != 0.0 && (0..YEARS).all(|year| without(year) / slope > NEGLIGIBLE);
    let is_significant = chi_squared > Confidence::Percent99_8.z().powi(2);
    let way = if slope > 0.0 { Way::Up } else { Way::Down };
    let p = ChiSquared::new(1.0).ok()?.sf(chi_squared);
    Some(Trend { chi_squared, p, slope, way: (is_significant && holds).then_some(way) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn years(of: u64, counts: [u64; YEARS]) -> [Fraction; YEARS] {
        counts.map(|count| Fraction { count, of })
    }

    #[test]
    fn five_equal_years_by_hand() {
        // About the middle year, sum(r t) = 100, sum(n t) = 0, sum(n t^2) = 1000; R = 250, N = 500:
        // 500 (500 x 100)^2 / (250 x 250 x 500 x 1000) = 40.
        let trend = of_proportions(&years(100, [30, 40, 50, 60, 70])).unwrap();
        assert!((trend.chi_squared - 40.0).abs() < 1e-12);
        assert_eq!(trend.way, Some(Way::Up));
        // 13.9 to 13.5 by a tenth a year, each with s = 1: slope -0.1, chi-squared 0.01 x 10.
        let means = [13.9, 13.8, 13.7, 13.6, 13.5].map(|mean| [mean, mean - 1.96, mean + 1.96]);
        let trend = of_values(&means).unwrap();
        assert!((trend.slope + 0.1).abs() < 1e-12 && (trend.chi_squared - 0.1).abs() < 1e-12);
        assert_eq!(trend.way, None);
    }

    #[test]
    fn a_single_year_does_not_make_a_trend() {
        let trend = of_proportions(&years(100, [50, 48, 46, 44, 90])).unwrap();
        assert!(trend.chi_squared > 9.55 && trend.way.is_none());
    }

    #[test]
    fn four_level_years_and_a_fifth_do_not_make_a_trend() {
        // 11, 18, 18 and 11 have no slope at all, on either side of 32.
        for counts in [[11, 18, 18, 11, 32], [32, 11, 18, 18, 11]] {
            let trend = of_proportions(&years(50, counts)).unwrap();
            assert!(trend.chi_squared > 9.55 && trend.way.is_none(), "{counts:?}");
        }
    }

    #[test]
    fn years_with_none_and_with_all_have_a_slope() {
        let trend = of_proportions(&years(10, [10, 7, 5, 3, 0])).unwrap();
        assert_eq!(trend.way, Some(Way::Down));
        assert!(trend.slope.is_finite());
    }

    #[test]
    fn there_is_no_trend_without_children_or_without_difference() {
        assert_eq!(of_proportions(&years(0, [0; YEARS])), None);
        assert_eq!(of_proportions(&years(10, [0; YEARS])), None);
        assert_eq!(of_proportions(&years(10, [10; YEARS])), None);
        assert_eq!(of_proportions(&years(10, [5; YEARS])).unwrap().way, None);
        assert_eq!(of_values(&[[14.0; 3]; YEARS]), None);
    }

    proptest! {
        #[test]
        fn reversed_years_have_the_opposite_trend(counts in prop::array::uniform5(0u64..=50)) {
            let mut reversed = counts;
            reversed.reverse();
            let [one, other] = [counts, reversed].map(|counts| of_proportions(&years(50, counts)));
            if let (Some(one), Some(other)) = (one, other) {
                prop_assert!((one.chi_squared - other.chi_squared).abs() <= 1e-9);
                prop_assert!((one.slope + other.slope).abs() <= 1e-9);
                prop_assert!(0.0 <= one.p && one.p <= 1.0);
                prop_assert_eq!(one.way == Some(Way::Up), other.way == Some(Way::Down));
            }
        }
    }
}
