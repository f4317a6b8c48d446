//! Printed figures as an attacker reads them: as ranges of whole numbers.

use super::range::Range;
use crate::day::Day;
use crate::level::Level;
use crate::printed::{Printed, PrintedFigure};
use crate::seeds::disclosure::Profile;
use std::collections::BTreeSet;
use std::path::Path;

/// The highest score of one child.
pub(crate) const HIGHEST_SCORE: i64 = crate::unit::HIGHEST_SCORE as i64;

/// A number of a figure that can be hidden, in the order in which they are when nothing else decides between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// A percentage or mean, with its limits. Of these only a mean is attacked, through the sum of its scores: a
    /// percentage follows from its counts.
    Value,
    /// Children who meet the test, and with them the percentage.
    Numerator,
    /// Children who count, and with them the percentage; for indicators of the same children, of both.
    Denominator,
}

impl Part {
    /// Each of them.
    pub const ALL: [Part; 3] = [Part::Value, Part::Numerator, Part::Denominator];

    /// Its name in the tables.
    pub fn name(self) -> &'static str {
        match self {
            Part::Numerator => "numerator",
            Part::Denominator => "denominator",
            Part::Value => "value",
        }
    }
}

/// Hidden numbers that are taken to be hidden for their own sake, as the rule has it: by position of the figure and part.
pub(crate) type Ruled = BTreeSet<(usize, Part)>;

/// From one day to another, both included.
pub(crate) type Window = [Day; 2];

/// Some figures of one day that share no number with any other figure.
#[derive(Debug, Clone)]
pub(crate) struct Figures<'a> {
    /// The figures.
    pub list: Vec<&'a PrintedFigure>,
    /// Pairs of indicators among them whose denominators are the same children.
    pub same_children: &'a [[u16; 2]],
    /// How they are protected.
    pub profile: &'a Profile,
    /// Which of their hidden numbers are taken to be those that the rule hides.
    pub ruled: Ruled,
    /// Their window.
    pub window: Window,
}

/// More children than any authority looks after, any region, or England.
pub(crate) fn most_children(level: Level) -> i64 {
    match level {
        Level::LocalAuthority => 100_000,
        Level::Regional | Level::PartOfRegional => 10_000_000,
        Level::National | Level::PartOfNational => 100_000_000,
    }
}

/// The counts that the rule hides.
pub(crate) fn by_rule(profile: &Profile) -> Range {
    Range { least: profile.hidden_from, most: profile.hidden_to }
}

/// The denominators that would be printed so.
pub(crate) fn children(figure: &PrintedFigure, profile: &Profile) -> Range {
    match figure.numbers.denominator {
        // A denominator of 0 is never hidden: the status would give it away.
        Printed::Confidential => Range { least: 1, most: most_children(figure.level) },
        denominator => counts(denominator, profile.base(figure.level), profile),
    }
}

/// The counts that would be printed so, and not hidden.
pub(crate) fn counts(printed: Printed, base: i64, profile: &Profile) -> Range {
    let range = match printed {
        Printed::Number(0) => return Range::only(0),
        Printed::Number(number) => Range { least: number - base / 2, most: number + (base - 1) / 2 },
        Printed::RoundsToNought => Range { least: 1, most: (base - 1) / 2 },
        Printed::Confidential | Printed::NotApplicable | Printed::NotAvailable => return Range::ANY,
    };
    let mut range = range.and(Range::ANY);
    while range.integers() > 1 && profile.hides(range.least) {
        range.least += 1;
    }
    while range.integers() > 1 && profile.hides(range.most) {
        range.most -= 1;
    }
    range
}

/// A value in tenths, where it is shown.
pub(crate) fn tenths(printed: Printed) -> Option<i64> {
    match printed {
        Printed::Number(tenths) => Some(tenths),
        Printed::RoundsToNought => Some(0),
        Printed::Confidential | Printed::NotApplicable | Printed::NotAvailable => None,
    }
}

/// What was published already of some figures of a table.
#[derive(Debug, Clone)]
pub(crate) struct EarlierFigures<'a> {
    /// The earlier figures.
    pub figures: Figures<'a>,
    /// Where they were published.
    pub folder: &'a Path,
    /// Which have the same numbers: the position among the figures of the table, and among the earlier ones.
    pub same: Vec<[usize; 2]>,
    /// The indicators whose windows add up with that of the table.
    pub flows: &'a [u16],
    /// Whether it was published, so that it cannot be undone; else it is published together with the table.
    pub is_done: bool,
}
