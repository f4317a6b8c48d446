//! The significance of a difference at 95%, in the one set of words that every table and chart uses.

use crate::statistics::Interval;
use crate::unit::Good;

/// The significance of a difference at 95%.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Significance {
    /// Significantly better.
    Better,
    /// Significantly worse.
    Worse,
    /// Not significant.
    NotSignificant,
    /// Not tested: the counts behind one of the two are not known, or the two are not compared.
    NotTested,
}

impl Significance {
    /// As the tables have it.
    pub fn name(self) -> &'static str {
        match self {
            Significance::Better => "better",
            Significance::Worse => "worse",
            Significance::NotSignificant => "cannot be told",
            Significance::NotTested => "not tested",
        }
    }

    /// Of a figure beside a value that is taken as exact: significant where the figure's interval
    /// (`Uncertainty::beside`) does not contain the value.
    pub fn beside(value: f64, interval: Option<Interval>, good: Good) -> Significance {
        interval.map_or(Significance::NotTested, |interval| {
            Significance::of(value < interval.lower, value > interval.upper, good)
        })
    }

    /// Reads it from a table.
    pub fn read(text: &str) -> Option<Significance> {
        [Significance::Better, Significance::Worse, Significance::NotSignificant, Significance::NotTested]
            .into_iter()
            .find(|significance| significance.name() == text)
    }

    /// Of a difference that is significantly above or below zero, or neither.
    pub fn of(above: bool, below: bool, good: Good) -> Significance {
        match (above, below, good) {
            (true, _, Good::High) | (_, true, Good::Low) => Significance::Better,
            (true, _, Good::Low) | (_, true, Good::High) => Significance::Worse,
            (false, false, _) => Significance::NotSignificant,
        }
    }
}
