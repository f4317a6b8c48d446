//! What is worth saying of the returns as a whole.

use super::finding::{Rule, rules};

/// A line about files or returns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What kind it is: of several of one kind the first is an example.
    pub kind: &'static str,
    /// What it bears on.
    pub bearing: Bearing,
    /// The line.
    pub words: String,
}

/// What a notice bears on: which are said in full by every command, and which once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bearing {
    /// A figure may be another because of it.
    Figures,
    /// How files were read, where that is sure, or what stands beside figures: no figure is another because of it.
    Reading,
}

/// Rules of whole columns and of lines that are no rows, by which no figure can be another.
const OF_READING: [&Rule; 7] = [
    &rules::HEADINGS_REPEATED,
    &rules::CONTROL_CHARACTERS,
    &rules::TOTAL_ROW,
    &rules::TITLES,
    &rules::OLDER_ENCODING,
    &rules::CODE_WITH_LABEL,
    &rules::CODE_MAPPED,
];

impl Bearing {
    /// What the findings of a rule bear on.
    pub(crate) fn of(rule: &Rule) -> Bearing {
        if OF_READING.contains(&rule) { Bearing::Reading } else { Bearing::Figures }
    }
}
