//! The indicators: numbers, titles, units, polarity, definitions in words and in numbers, sources.

pub mod definition;

use super::file::{Mistake, SeedError, SeedFile};
use crate::timeframe::Timeframe;
use crate::timeframe::year_names::YearNames;
use crate::unit::{Good, Unit};
use definition::Definition;
use serde::Deserialize;

/// Reads the number of an indicator as people write it, `62` or `NI 62`, whether or not there is one of that number.
pub(crate) fn read_number(text: &str) -> Option<u16> {
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
    /// Whether it is of the exams of a year: then its figure is of that year, whatever the day.
    #[serde(default)]
    pub of_exams: bool,
    /// Whether it counts what happens in the window, so that before 31 March a figure since 1 April is not complete.
    #[serde(default)]
    pub accumulates: bool,
    /// Whether each child counts in the one window in which something happened, so that windows add up.
    #[serde(default, rename = "flow")]
    pub is_flow: bool,
    /// The other indicator that counts the same children, if any: their denominators are the same.
    #[serde(default)]
    pub same_children: Option<u16>,
    /// The numbers of the definition, year by year.
    #[serde(default)]
    pub definition: Vec<Definition>,
    /// The reasons it can give.
    pub reasons: Vec<String>,
    /// The tables of the return that it needs.
    pub needs: Vec<String>,
    /// Where the definition comes from.
    pub sources: Vec<String>,
}

impl IndicatorSeed {
    /// What so many of those who are counted are called: `child`, `children`.
    pub(crate) fn called(&self, number: u64) -> &str {
        if number == 1 { &self.person } else { &self.people }
    }

    /// The year of a figure: that of the exams, or that of its day.
    pub(crate) fn figure_year(&self, timeframe: &Timeframe) -> i32 {
        if self.of_exams { timeframe.school_cohort_day.year() } else { timeframe.year() }
    }

    /// What the years of its figures are called: those of exams by the year, all others by the day they are for.
    pub(crate) fn year_names(&self, timeframe: &Timeframe) -> YearNames {
        if self.of_exams { YearNames::PLAIN } else { YearNames::of(timeframe) }
    }

    /// The numbers of the definition that hold for a year; none where no entry does.
    pub(crate) fn definition_of(&self, year: i32) -> Option<&Definition> {
        self.definition.iter().find(|definition| definition.holds(year))
    }

    /// What is wrong with the entry among the others, and what to do about it.
    fn fault(&self, list: &[IndicatorSeed]) -> Option<Mistake> {
        let number = self.number;
        if list.iter().filter(|other| other.number == number).count() > 1 {
            return Some(Mistake::new(format!("NI {number} has two entries"), "keep one of them"));
        }
        let is_returned = |other: &IndicatorSeed| other.same_children == Some(number) && other.number != number;
        if let Some(twin) = self.same_children
            && !list.iter().any(|other| other.number == twin && is_returned(other))
        {
            return Some(Mistake::new(
                format!("NI {number} has same_children = {twin}"),
                format!("give NI {twin} same_children = {number}, or remove it"),
            ));
        }
        if self.definition.iter().any(Definition::is_of_no_year) {
            let problem = format!("NI {number} has a definition whose from is after its to");
            return Some(Mistake::new(problem, "swap them"));
        }
        let later = |place: usize| &self.definition[place + 1..];
        let mut pairs = self
            .definition
            .iter()
            .enumerate()
            .flat_map(|(place, one)| later(place).iter().map(move |other| (one, other)));
        let shared = pairs.find_map(|(one, other)| one.shares(other));
        shared.map(|year| {
            let problem = format!("NI {number} has two definitions for {year}");
            Mistake::new(problem, "let one end before the other begins")
        })
    }
}

/// The numbers of indicators as a message lists them: `58, 61, 62`.
pub(crate) fn listed(indicators: &[IndicatorSeed]) -> String {
    let numbers: Vec<String> = indicators.iter().map(|seed| seed.number.to_string()).collect();
    numbers.join(", ")
}

/// The indicator of a number.
pub fn find(indicators: &[IndicatorSeed], number: u16) -> Option<&IndicatorSeed> {
    indicators.iter().find(|seed| seed.number == number)
}

/// Whether the indicator of a number is of exams.
pub(crate) fn of_exams(indicators: &[IndicatorSeed], number: u16) -> bool {
    find(indicators, number).is_some_and(|seed| seed.of_exams)
}

/// The indicator that a cell of a user's file names.
///
/// # Errors
/// Where it names none.
pub(super) fn named<'seeds>(text: &str, indicators: &'seeds [IndicatorSeed]) -> Result<&'seeds IndicatorSeed, Mistake> {
    read_number(text).and_then(|number| find(indicators, number)).ok_or_else(|| {
        Mistake::new(format!("there is no indicator '{text}'"), format!("write one of {}", listed(indicators)))
    })
}

fn child() -> String {
    "child".to_owned()
}

fn children() -> String {
    "children".to_owned()
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    indicator: Vec<IndicatorSeed>,
}

/// The indicators of a seed, in order of number. That each has its code is checked where the code is.
///
/// # Errors
/// Where the seed cannot be read, or an entry contradicts itself or another.
pub(super) fn load(seed: &SeedFile) -> Result<Vec<IndicatorSeed>, SeedError> {
    let mut list = seed.toml::<File>()?.indicator;
    list.sort_by_key(|indicator| indicator.number);
    match list.iter().find_map(|indicator| indicator.fault(&list)) {
        Some(mistake) => Err(mistake.in_file(&seed.name)),
        None => Ok(list),
    }
}
