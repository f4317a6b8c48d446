//! The ten indicators: numbers, titles, units, polarity, definitions in words, sources.

use super::file::{Mistake, SeedError, SeedFile};
use crate::unit::{Good, Unit};
use serde::Deserialize;

/// The numbers of the ten indicators, in order.
pub const NUMBERS: [u16; 10] = [58, 61, 62, 63, 66, 99, 100, 101, 147, 148];

/// Reads the number of an indicator as people write it, `62` or `NI 62`; whether it is one of the ten is not asked.
pub fn read_number(text: &str) -> Option<u16> {
    let text = text.trim();
    let number = match text.get(..2) {
        Some(letters) if letters.eq_ignore_ascii_case("NI") => text[2..].trim_start(),
        _ => text,
    };
    number.bytes().all(|byte| byte.is_ascii_digit()).then(|| number.parse().ok()).flatten()
}

pub(super) const TEXT: &[u8] = include_bytes!("../../seeds/indicators.toml");

/// The facts of one indicator.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct IndicatorSeed {
    /// The National Indicator's number: 62.
    pub number: u16,
    /// Its official title.
    pub title: String,
    /// A title that fits beside a chart.
    pub short_title: String,
    /// What it is measured in.
    pub unit: Unit,
    /// Which way is better.
    pub good: Good,
    /// The public service agreement it belongs to or links to; blank for none.
    pub psa: String,
    /// Which edition of the definition is followed.
    pub definition_version: String,
    /// Who is in it, in words.
    pub population: String,
    /// What is asked of each, in words.
    pub test: String,
    /// What the children who meet it are, in a few words after `children`; blank for a mean score, and where a seed
    /// of the user's does not say.
    #[serde(default)]
    pub met_by: String,
    /// What one of those who are counted is called: `care leaver`.
    #[serde(default = "child")]
    pub person: String,
    /// What several of them are called: `care leavers`.
    #[serde(default = "children")]
    pub people: String,
    /// Which of them are counted, in a few words after that; blank where nothing is to be added.
    #[serde(default)]
    pub who: String,
    /// What those who meet the test did, in a few words after that, of several: `were in suitable accommodation`; blank
    /// for a mean score, and where a seed of the user's does not say.
    #[serde(default)]
    pub did: String,
    /// The reasons it can give.
    pub reasons: Vec<String>,
    /// The tables of the return that it needs.
    pub needs: Vec<String>,
    /// Where the definition comes from.
    pub sources: Vec<String>,
}

impl IndicatorSeed {
    /// What so many of those who are counted are called: `child`, `children`.
    pub fn called(&self, number: u64) -> &str {
        if number == 1 { &self.person } else { &self.people }
    }
}

fn child() -> String {
    "child".to_owned()
}

fn children() -> String {
    "children".to_owned()
}

#[derive(Deserialize)]
struct File {
    indicator: Vec<IndicatorSeed>,
}

/// The indicators of a seed, in order of number.
///
/// # Errors
/// Where the seed cannot be read, or does not hold just the ten.
pub(super) fn load(seed: &SeedFile) -> Result<Vec<IndicatorSeed>, SeedError> {
    let mut list = seed.toml::<File>()?.indicator;
    list.sort_by_key(|indicator| indicator.number);
    if list.iter().map(|indicator| indicator.number).ne(NUMBERS) {
        return Err(Mistake::new(
            "does not hold the ten indicators, each once",
            "start from seeds/indicators.toml of the program's source",
        )
        .in_file(&seed.name));
    }
    Ok(list)
}
