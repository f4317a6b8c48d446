//! How indicators and places are named.

use super::number::shown;
use crate::rounding::Tenths;
use crate::seeds::indicators::IndicatorSeed;
use crate::unit::{Good, Unit};

/// An indicator, as it is named and measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// Its number.
    pub number: u16,
    /// Its short title.
    pub title: String,
    /// The unit of its values.
    pub unit: Unit,
    /// Which way is better.
    pub good: Good,
}

impl Indicator {
    /// The indicator of a seed.
    pub fn of(seed: &IndicatorSeed) -> Indicator {
        Indicator { number: seed.number, title: seed.short_title.clone(), unit: seed.unit, good: seed.good }
    }

    /// `NI 62`.
    pub fn name(&self) -> String {
        format!("NI {}", self.number)
    }

    /// `NI 62, Three or more placements`.
    pub fn named(&self) -> String {
        format!("{}, {}", self.name(), self.title)
    }

    /// `lower is better`.
    pub(crate) fn good_in_words(&self) -> &'static str {
        self.good.in_words()
    }

    /// A value of the indicator, with its unit: `10.7%`.
    pub fn shown(&self, value: Tenths) -> String {
        shown(value, self.unit)
    }
}

/// A place: an authority, a region or England.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}
