//! Made-up packs: what all of them are made of, and each kind in a file of its own.

pub mod crowded;
pub mod drawn;
pub mod every_kind;
pub mod in_words;
#[cfg(feature = "pdf")]
pub mod printed;

use crate::charts::by_hand::{WHEN, place};
use stocktake::benchmark::significance::Significance;
use stocktake::benchmark::targets;
use stocktake::day::Day;
use stocktake::level::Level;
use stocktake::pack::{About, Audience, Beside, Change, Note, OfIndicator, Pack, Summary, Target};
use stocktake::printed::{Numbers, Printed};
use stocktake::rounding::Tenths;
use stocktake::seeds::Seeds;
use stocktake::seeds::indicators::IndicatorSeed;
use stocktake::timeframe::{Basis, Timeframe};

/// The facts of the ten indicators.
pub fn indicators() -> Vec<IndicatorSeed> {
    Seeds::built_in().unwrap().indicators
}

/// With nothing beside it.
pub fn alone(number: u16, numbers: Numbers) -> OfIndicator {
    OfIndicator::alone(indicators().iter().find(|seed| seed.number == number).unwrap(), numbers)
}

/// In the order in which the tables have them.
pub fn numbers([numerator, denominator, value, lower, upper]: [Printed; 5]) -> Numbers {
    Numbers { numerator, denominator, value, lower, upper }
}

/// A figure of the same year.
pub fn beside(name: &str, value: i64, significance: Significance) -> Beside {
    Beside {
        name: name.to_owned(),
        value: Printed::Number(value),
        of_year: None,
        significance: Some(significance),
        is_beyond_99_8: false,
        leaves_out_hidden: false,
        not_tested: None,
    }
}

/// A change since 2010.
pub fn change(from: i64, points: i64, significance: Significance) -> Change {
    Change { from_year: 2010, from: Tenths(from), points: Tenths(points), significance, not_compared: None }
}

/// The nation's for 2011, so many tenths below the figure, without words.
pub fn target(value: &str, met: bool, above: i64, significance: targets::MetAt95) -> Target {
    Target {
        is_local: false,
        value: value.to_owned(),
        year: 2011,
        met: Some(met),
        significance: Some(significance),
        is_beyond_99_8: false,
        above: Some(Tenths(above)),
        children: None,
        in_words: String::new(),
    }
}

/// Of an authority of this code and name.
pub fn pack(code: &str, name: &str, indicators: Vec<OfIndicator>) -> Pack {
    Pack {
        level: Level::LocalAuthority,
        place: place(code, name),
        region: None,
        behind: None,
        summary: Summary::default(),
        indicators,
        ahead: None,
        by_group: Vec::new(),
        care: None,
        has_children: false,
    }
}

/// What all packs have in common, with these notes.
pub fn about(audience: Audience, notes: &[(&str, &[&str])]) -> About {
    let note = |(heading, paragraphs): &(&str, &[&str])| Note {
        heading: (*heading).to_owned(),
        paragraphs: sentences(paragraphs),
    };
    About {
        audience,
        timeframe: Timeframe::new(Day::thirty_first_of_march(2011), Basis::Rolling).unwrap(),
        when: WHEN.to_owned(),
        branding: Default::default(),
        notes: notes.iter().map(note).collect(),
    }
}

/// Sentences as a pack has them.
pub fn sentences(sentences: &[&str]) -> Vec<String> {
    sentences.iter().map(|&sentence| sentence.to_owned()).collect()
}
