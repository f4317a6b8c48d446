//! How sure a value is: its intervals, in the indicator's unit.

use super::standing::Counts;
use crate::seeds::configuration::IntervalMethod;
use crate::seeds::indicators::Unit;
use crate::statistics::mean::student_t;
use crate::statistics::proportion::{clopper_pearson, wilson};
use crate::statistics::{Confidence, Interval};

/// The intervals of one value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Uncertainty {
    /// What they are called: `wilson`, `clopper_pearson`, `student_t`.
    pub method: &'static str,
    /// At 95%.
    pub at_95: Interval,
    /// At 99.8%.
    pub at_99_8: Interval,
}

impl Uncertainty {
    /// The intervals of counts: of a percentage by the method asked for, of a mean score by Student's t. None for
    /// a mean of one score, or of scores whose squares are not known.
    pub fn of(counts: &Counts, unit: Unit, method: IntervalMethod) -> Option<Uncertainty> {
        let at = |confidence| bounds(counts, unit, method, confidence);
        let name = match unit {
            Unit::Percent => method.name(),
            Unit::Score => "student_t",
        };
        Some(Uncertainty { method: name, at_95: at(Confidence::Percent95)?, at_99_8: at(Confidence::Percent99_8)? })
    }
}

/// One interval, in the indicator's unit.
pub fn bounds(counts: &Counts, unit: Unit, method: IntervalMethod, confidence: Confidence) -> Option<Interval> {
    let (numerator, denominator) = (counts.numerator as f64, counts.denominator as f64);
    match (unit, method) {
        (Unit::Percent, IntervalMethod::Wilson) => wilson(numerator, denominator, confidence).map(percent),
        (Unit::Percent, IntervalMethod::ClopperPearson) => {
            clopper_pearson(counts.numerator, counts.denominator, confidence).map(percent)
        }
        (Unit::Score, _) => student_t(counts.denominator, numerator, counts.squares? as f64, confidence),
    }
}

/// An interval of a proportion as one of a percentage.
pub fn percent(interval: Interval) -> Interval {
    Interval { lower: 100.0 * interval.lower, upper: 100.0 * interval.upper }
}
