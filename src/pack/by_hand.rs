//! Made-up indicators of a place, for tests of their wording.

pub mod any;
pub mod measured;

use super::words::sentences;
use super::{Beside, Change, OfIndicator, Pack, Summary, Target};
use crate::benchmark::significance::Significance;
use crate::benchmark::targets;
use crate::level::Level;
use crate::printed::{Numbers, Printed};
use crate::rounding::Tenths;
use crate::seeds::Seeds;
use crate::seeds::indicators::IndicatorSeed;
use crate::unit::Unit;
use crate::wording::names::Place;
use std::sync::LazyLock;

static SEEDS: LazyLock<Vec<IndicatorSeed>> = LazyLock::new(|| Seeds::built_in().unwrap().indicators);

/// The built-in seeds.
pub fn seeds() -> &'static [IndicatorSeed] {
    &SEEDS
}

/// The seed of an indicator.
pub fn seed(number: u16) -> &'static IndicatorSeed {
    seeds().iter().find(|seed| seed.number == number).unwrap()
}

/// A figure of so many of so many, its value in tenths; of NI 58 the first is passed over.
pub fn of(number: u16, met: i64, all: i64, tenths: i64) -> OfIndicator {
    let seed = seed(number);
    let numerator = if seed.unit == Unit::Score { Printed::NotApplicable } else { Printed::Number(met) };
    let [denominator, value] = [all, tenths].map(Printed::Number);
    with_numbers(number, Numbers { numerator, denominator, value, lower: Printed::Number(0), upper: value })
}

/// With these numbers, and 10.0 in each of five years.
pub(crate) fn with_numbers(number: u16, numbers: Numbers) -> OfIndicator {
    OfIndicator {
        years: (2007..=2011).map(|year| (year, Printed::Number(100))).collect(),
        ..OfIndicator::alone(seed(number), numbers)
    }
}

/// Another's value in tenths, and what can be told.
pub fn beside(name: &str, tenths: i64, significance: Significance) -> Option<Beside> {
    Some(Beside {
        name: name.to_owned(),
        value: Printed::Number(tenths),
        of_year: None,
        significance: Some(significance),
        is_beyond_99_8: false,
        leaves_out_hidden: false,
        not_tested: None,
    })
}

/// A change since 2010.
pub fn change(from: i64, significance: Significance) -> Option<Change> {
    Some(Change { from_year: 2010, from: Tenths(from), points: Tenths(1), significance, not_compared: None })
}

/// A national target for 2011 and how far above it a figure lies.
pub fn target(value: &str, met: bool, above: i64, significance: Option<targets::MetAt95>) -> Target {
    Target {
        is_local: false,
        value: value.to_owned(),
        year: 2011,
        met: Some(met),
        significance,
        is_beyond_99_8: false,
        above: Some(Tenths(above)),
        children: None,
        in_words: String::new(),
    }
}

/// A pack of an authority.
pub fn pack(indicators: Vec<OfIndicator>) -> Pack {
    Pack {
        level: Level::LocalAuthority,
        place: Place { code: "301".to_owned(), name: "Barking and Dagenham".to_owned() },
        region: Some(Place { code: "E12000007".to_owned(), name: "London".to_owned() }),
        behind: None,
        summary: Summary::default(),
        indicators,
        ahead: None,
        by_group: Vec::new(),
        care: None,
        has_children: false,
    }
}

/// What is said of it.
pub fn said(of: &OfIndicator) -> Vec<String> {
    sentences(of, seed(of.indicator.number))
}

/// What is said of it after the figure itself.
pub(crate) fn said_after(of: &OfIndicator) -> Vec<String> {
    said(of).split_off(1)
}
