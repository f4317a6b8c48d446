//! How certain figures are: a file for each statistic, with its formula and its source.
//!
//! Proportions here are between 0 and 1; they become percentages where they are written. The children are a census, so
//! an interval is about the chance in the process behind the figures, not about sampling.

pub mod compound;
pub mod control;
pub mod difference;
pub mod funnel;
pub mod holm;
pub mod mean;
pub mod proportion;
pub mod quantile;
pub mod rank;
pub mod trend;

use statrs::distribution::{ContinuousCDF, Normal};

/// The confidence level of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// 95%: about two standard errors.
    Percent95,
    /// 99.8%: about three standard errors.
    Percent99_8,
}

impl Confidence {
    /// The probability above the interval; the probability below it is the same.
    pub fn tail(self) -> f64 {
        match self {
            Confidence::Percent95 => 0.025,
            Confidence::Percent99_8 => 0.001,
        }
    }

    /// The standard normal quantile that leaves the tail above it: 1.959964 or 3.090232.
    pub fn z(self) -> f64 {
        -Normal::standard().inverse_cdf(self.tail())
    }
}

/// An interval, including both bounds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower bound.
    pub lower: f64,
    /// The upper bound.
    pub upper: f64,
}

impl Interval {
    /// The interval in another unit.
    pub(crate) fn times(&self, times: f64) -> Interval {
        Interval { lower: self.lower * times, upper: self.upper * times }
    }

    /// Whether a value is in it.
    pub fn holds(&self, value: f64) -> bool {
        self.lower <= value && value <= self.upper
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_normal_quantiles_are_the_usual_ones() {
        assert!((Confidence::Percent95.z() - 1.959_963_984_540_054).abs() < 1e-14);
        assert!((Confidence::Percent99_8.z() - 3.090_232_306_167_813).abs() < 1e-14);
    }

    #[test]
    fn an_interval_includes_its_bounds() {
        let interval = Interval { lower: 0.2, upper: 0.4 };
        assert_eq!([0.19, 0.2, 0.3, 0.4, 0.41].map(|value| interval.holds(value)), [false, true, true, true, false]);
    }
}
