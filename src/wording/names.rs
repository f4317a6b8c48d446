//! How indicators and places are named.

use super::number::shown;
use crate::rounding::Tenths;
use crate::seeds::indicators::IndicatorSeed;
use crate::timeframe::Timeframe;
use crate::timeframe::year_names::YearNames;
use crate::unit::{Good, Unit};
use std::borrow::Cow;

/// The grades of NI 101, which are one word to a reader.
const GRADES: &str = "5 A*-C";

/// Whether they are in a text: hardly any has a star, and one character is found sooner than six.
fn has_grades(text: &str) -> bool {
    text.contains('*') && text.contains(GRADES)
}

/// Text in which the grades stay on one line: a space that holds, and a joiner after the hyphen, where lines may break too.
pub(crate) fn unbroken(text: &str) -> Cow<'_, str> {
    match has_grades(text) {
        true => text.replace(GRADES, "5\u{a0}A*-\u{2060}C").into(),
        false => text.into(),
    }
}

/// The same for lines that break at spaces alone.
pub(crate) fn unbroken_at_spaces(text: &str) -> Cow<'_, str> {
    match has_grades(text) {
        true => text.replace(GRADES, "5\u{a0}A*-C").into(),
        false => text.into(),
    }
}

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
    /// What the years of its figures are called.
    pub years: YearNames,
}

impl Indicator {
    /// The indicator of a seed, its years called by the year alone.
    pub fn of(seed: &IndicatorSeed) -> Indicator {
        Indicator {
            number: seed.number,
            title: seed.short_title.clone(),
            unit: seed.unit,
            good: seed.good,
            years: YearNames::PLAIN,
        }
    }

    /// The indicator of a seed, its years called as those of a day are.
    pub fn on(seed: &IndicatorSeed, timeframe: &Timeframe) -> Indicator {
        Indicator { years: seed.year_names(timeframe), ..Indicator::of(seed) }
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
