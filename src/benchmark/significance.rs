//! What 95% can tell of a difference, in the one set of words that every table and chart has.

use crate::statistics::Interval;
use crate::unit::Good;

/// What can be told of a difference at 95%.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Significance {
    /// Better, beyond chance.
    Better,
    /// Worse, beyond chance.
    Worse,
    /// Cannot be told from chance.
    NotSignificant,
    /// The counts behind one of the two are not known, or the two are not compared.
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

    /// Of a figure beside a value that is taken as it is: told where what the figure must leave out
    /// ([`crate::benchmark::uncertainty::Uncertainty::beside`]) does not hold the value.
    pub fn beside(value: f64, interval: Option<Interval>, good: Good) -> Significance {
        interval.map_or(Significance::NotTested, |interval| {
            Significance::of(value < interval.lower, value > interval.upper, good)
        })
    }

    /// Reads what tables have.
    pub fn read(text: &str) -> Option<Significance> {
        [Significance::Better, Significance::Worse, Significance::NotSignificant, Significance::NotTested]
            .into_iter()
            .find(|significance| significance.name() == text)
    }

    /// Of a difference that is above or below nought beyond chance.
    pub fn of(above: bool, below: bool, good: Good) -> Significance {
        match (above, below, good) {
            (true, _, Good::High) | (_, true, Good::Low) => Significance::Better,
            (true, _, Good::Low) | (_, true, Good::High) => Significance::Worse,
            (false, false, _) => Significance::NotSignificant,
        }
    }
}
