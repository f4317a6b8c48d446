//! Printed figures as an attacker reads them: ranges of whole numbers.

use crate::attack::system::Range;
use crate::level::Level;
use crate::printed::Printed;
use crate::printed::PrintedFigure;
use crate::seeds::disclosure::Profile;

/// The highest score of one child.
pub const HIGHEST_SCORE: i64 = crate::unit::HIGHEST_SCORE as i64;

/// A number of a figure that can be hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Children who meet the test.
    Numerator,
    /// Children who count.
    Denominator,
    /// The mean of scores, through their sum; of a percentage never, for it follows from its counts.
    Value,
}

impl Part {
    /// As the tables have it.
    pub fn name(self) -> &'static str {
        match self {
            Part::Numerator => "numerator",
            Part::Denominator => "denominator",
            Part::Value => "value",
        }
    }
}

/// Some figures of one day, which share no number with any other.
#[derive(Debug, Clone)]
pub struct Figures<'a> {
    /// The figures.
    pub list: Vec<&'a PrintedFigure>,
    /// Indicators among them whose denominators are the same children.
    pub same_children: &'a [[u16; 2]],
    /// The rule.
    pub profile: &'a Profile,
}

/// No authority looks after so many children, and no whole so many as all its parts.
pub fn most_children(level: Level) -> i64 {
    match level {
        Level::LocalAuthority => 100_000,
        Level::Regional => 10_000_000,
        Level::National => 100_000_000,
    }
}

/// The denominators that are printed so.
pub fn children(figure: &PrintedFigure, profile: &Profile) -> Range {
    match figure.numbers.denominator {
        // Nobody is never hidden: the status would tell.
        Printed::Confidential => Range { least: 1, most: most_children(figure.level) },
        denominator => counts(denominator, profile.base(figure.level), profile),
    }
}

/// The counts that are printed so, and not hidden.
pub fn counts(printed: Printed, base: i64, profile: &Profile) -> Range {
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

pub(super) fn tenths(printed: Printed) -> Option<i64> {
    match printed {
        Printed::Number(tenths) => Some(tenths),
        Printed::RoundsToNought => Some(0),
        Printed::Confidential | Printed::NotApplicable | Printed::NotAvailable => None,
    }
}

/// Earlier figures beside some of a table.
#[derive(Debug, Clone)]
pub struct Beside<'a> {
    /// The earlier figures.
    pub figures: Figures<'a>,
    /// Where they were published.
    pub folder: &'a str,
    /// Which are of the same numbers: the place among those of now, and among those of then.
    pub same: Vec<[usize; 2]>,
}
