//! Limits of control charts: between which numbers a count of one month would lie by chance alone, exactly, however few
//! children there are.
//!
//! Wheeler DJ, Chambers DS (1992). Understanding Statistical Process Control. 2nd edition. The normal approximation there
//! goes beyond 0 and 100% and calls a month of all children in time a signal; the quantiles of the distributions
//! themselves do neither.

use super::{Confidence, Interval};
use statrs::distribution::{Binomial, DiscreteCDF, Poisson};

/// The limits of a p-chart: the counts out of `of` with a probability of `centre` each, as proportions between 0 and 1.
/// The lower one is the smallest count with at least the tail's probability at and below it, the upper one the smallest
/// with at most the tail's above it. `None` if `of` is zero, or `centre` is no proportion.
pub fn p_limits(centre: f64, of: u64, confidence: Confidence) -> Option<Interval> {
    if of == 0 || !(0.0..=1.0).contains(&centre) {
        return None;
    }
    let all_or_none = centre == 0.0 || centre == 1.0;
    if all_or_none {
        return Some(Interval { lower: centre, upper: centre });
    }
    let counts = Binomial::new(centre, of).ok()?;
    let proportion = |below: f64| counts.inverse_cdf(below) as f64 / of as f64;
    Some(Interval { lower: proportion(confidence.tail()), upper: proportion(1.0 - confidence.tail()) })
}

/// The limits of a u-chart: the counts over an exposure at a rate of `centre`, as rates. `None` if there is no exposure.
pub fn u_limits(centre: f64, exposure: f64, confidence: Confidence) -> Option<Interval> {
    if centre == 0.0 && exposure > 0.0 {
        return Some(Interval { lower: 0.0, upper: 0.0 });
    }
    let counts = Poisson::new(centre * exposure).ok()?;
    let rate = |below: f64| counts.inverse_cdf(below) as f64 / exposure;
    Some(Interval { lower: rate(confidence.tail()), upper: rate(1.0 - confidence.tail()) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Confidence::{Percent95, Percent99_8};
    use proptest::prelude::*;

    fn bounds(limits: Option<Interval>) -> [f64; 2] {
        let Interval { lower, upper } = limits.unwrap();
        [lower, upper]
    }

    #[test]
    fn ten_tosses_of_a_coin() {
        // Of 1,024 ways: none 1, one 10, two 45, three 120. 1 is under 0.1%, 11 over it; 11 is under 2.5%, 56 over it.
        assert_eq!(bounds(p_limits(0.5, 10, Percent95)), [0.2, 0.8]);
        assert_eq!(bounds(p_limits(0.5, 10, Percent99_8)), [0.1, 0.9]);
    }

    #[test]
    fn all_or_none_is_no_signal() {
        // Two in three months were all in time: 0.9 ** 5 is 59%.
        assert_eq!(bounds(p_limits(0.9, 5, Percent95))[1], 1.0);
        assert_eq!(bounds(p_limits(0.1, 5, Percent99_8))[0], 0.0);
        for centre in [0.0, 1.0] {
            assert_eq!(bounds(p_limits(centre, 7, Percent95)), [centre, centre]);
        }
        assert_eq!(p_limits(0.5, 0, Percent95), None);
        assert_eq!(p_limits(1.1, 7, Percent95), None);
    }

    #[test]
    fn one_placement_expected() {
        // exp(-1) = 36.8% for none, and as much for one; 1.90% for more than 3, 8.03% for more than 2.
        // 0.06% for more than 5, 0.37% for more than 4.
        assert_eq!(bounds(u_limits(0.001, 1000.0, Percent95)), [0.0, 0.003]);
        assert_eq!(bounds(u_limits(0.001, 1000.0, Percent99_8)), [0.0, 0.005]);
        assert_eq!(bounds(u_limits(0.0, 1000.0, Percent95)), [0.0, 0.0]);
        assert_eq!(u_limits(0.001, 0.0, Percent95), None);
    }

    proptest! {
        #[test]
        fn limits_lie_about_the_centre_and_are_wider_at_99_8(centre in 0.001..0.999, of in 1u64..3_000) {
            let [narrow, wide] = [Percent95, Percent99_8].map(|confidence| p_limits(centre, of, confidence).unwrap());
            prop_assert!(0.0 <= wide.lower && wide.lower <= narrow.lower && narrow.upper <= wide.upper && wide.upper <= 1.0);
            prop_assert!(narrow.lower <= centre && centre <= narrow.upper + 1.0 / of as f64);
        }
    }
}
