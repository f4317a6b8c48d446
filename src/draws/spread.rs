//! What is said of draws: the middle, the limits, and the chance of meeting a target.

use super::drawn::Drawn;
use crate::statistics::quantile::quantile;
use crate::unit::Unit;

/// Where a figure may end, in its unit (percent, or a mean score), not rounded.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// The median of the draws: the forecast.
    pub median: f64,
    /// The limits between which 80% of the draws lie.
    pub within_80: [f64; 2],
    /// The limits between which 95% of the draws lie.
    pub within_95: [f64; 2],
}

impl Spread {
    /// Of draws; those without a child in the population give no value. `None` where none gives one.
    ///
    /// Quantiles of type 7.
    pub fn of(drawn: &Drawn, unit: Unit) -> Option<Spread> {
        let times = unit.times() as f64;
        let with_children = drawn.each().iter().filter(|(_, denominator)| *denominator > 0);
        let value = |&(numerator, denominator): &(u32, u32)| times * f64::from(numerator) / f64::from(denominator);
        let mut values: Vec<f64> = with_children.map(value).collect();
        values.sort_unstable_by(f64::total_cmp);
        let at = |part| quantile(&values, part);
        Some(Spread { median: at(0.5)?, within_80: [at(0.1)?, at(0.9)?], within_95: [at(0.025)?, at(0.975)?] })
    }

    /// Whether a value lies within limits, the limits themselves included.
    pub fn holds(limits: [f64; 2], value: f64) -> bool {
        limits[0] <= value && value <= limits[1]
    }
}

/// The share of draws, of those with a child in the population, whose numerator and denominator meet a target.
pub fn chance_of_target(drawn: &Drawn, met: impl Fn(u64, u64) -> bool) -> Option<f64> {
    let with_children = drawn.each().iter().filter(|(_, denominator)| *denominator > 0);
    let (mut draws, mut meet) = (0_u32, 0_u32);
    for &(numerator, denominator) in with_children {
        draws += 1;
        meet += u32::from(met(numerator.into(), denominator.into()));
    }
    (draws > 0).then(|| f64::from(meet) / f64::from(draws))
}
