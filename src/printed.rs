//! Figures as they are printed, for anybody to read: hidden ones without their numbers.
//!
//! Nothing here knows an exact figure. What is written comes from [`crate::disclosure::Protected`] alone, and
//! `attack` takes it as any reader would.

pub(crate) mod breakdowns;
pub mod context;
pub mod error;
pub(crate) mod folders;
pub(crate) mod forecast;
pub(crate) mod print;
pub mod public;
pub mod published;
pub mod rule;
pub(crate) mod same;
pub(crate) mod table;
pub(crate) mod words;

use crate::contract::{BETWEEN_WARNINGS, COVER_TOO_SHORT, LEFT_OPEN};
use crate::figures::Behind;
use crate::level::Level;
use crate::timeframe::Timeframe;
use crate::unit::Unit;
use crate::verdict::{NOT_TO_BE_RELIED_UPON, Reliance, WITH_CARE};

/// A number as it is printed: a count, or in tenths a percentage, a mean or a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printed {
    /// The number.
    Number(i64),
    /// Hidden to protect children.
    Confidential,
    /// There is no such number: nobody is in the denominator, or the indicator has no such count.
    NotApplicable,
    /// It could not be calculated.
    NotAvailable,
    /// It rounds to zero but is not zero.
    RoundsToNought,
}

impl Printed {
    /// Whether a number is shown.
    pub fn is_shown(self) -> bool {
        matches!(self, Printed::Number(_) | Printed::RoundsToNought)
    }
}

/// What each symbol stands for.
pub const SYMBOLS: [(Printed, &str, &str); 4] = [
    (Printed::Confidential, "c", "confidential: hidden to protect children"),
    (Printed::NotApplicable, "z", "not applicable: there is no such number"),
    (Printed::NotAvailable, "x", "not available: it could not be calculated"),
    (Printed::RoundsToNought, "k", "rounds to zero but is not zero"),
];

/// The numbers that are printed of one figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbers {
    /// Children who meet the test; not applicable to a mean of scores.
    pub numerator: Printed,
    /// Children who count.
    pub denominator: Printed,
    /// The percentage or mean.
    pub value: Printed,
    /// The lower limit of its 95% interval.
    pub lower: Printed,
    /// The upper limit of its 95% interval.
    pub upper: Printed,
}

impl Numbers {
    /// The same symbol for all five.
    pub fn all(symbol: Printed) -> Numbers {
        Numbers { numerator: symbol, denominator: symbol, value: symbol, lower: symbol, upper: symbol }
    }

    /// Whether the value is shown.
    pub(crate) fn is_value_shown(&self) -> bool {
        self.value.is_shown()
    }

    /// In the order of the columns.
    pub fn list(&self) -> [Printed; 5] {
        [self.numerator, self.denominator, self.value, self.lower, self.upper]
    }
}

/// One figure as it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedFigure {
    /// Whether it is of an authority, a region or England.
    pub level: Level,
    /// The code of the place.
    pub code: String,
    /// The name of the place.
    pub name: String,
    /// The code of an authority's region; none for a region or England.
    pub region: Option<String>,
    /// The indicator's number.
    pub indicator: u16,
    /// The group of the place's children that it is of; none where it is of all of them.
    pub group: Option<PrintedGroup>,
    /// What it is measured in.
    pub unit: Unit,
    /// Its numbers.
    pub numbers: Numbers,
    /// The authorities behind it, for a region or England.
    pub behind: Option<Behind>,
    /// The indicator looks further back than the returns cover.
    pub cover_too_short: bool,
    /// The returns leave open on which side of a target, or of another figure, it lies: of what is nearer than its range
    /// could reach, nothing is said. Never so of a value that is hidden or missing.
    pub left_open: bool,
    /// How far its value can be relied upon, without the reasons, which hold counts; a value that is hidden or missing
    /// counts as usable, so that nothing is said about it.
    pub reliance: Reliance,
}

/// A group of the children of a place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PrintedGroup {
    /// The name of its dimension.
    pub dimension: String,
    /// Its own name.
    pub name: String,
}

/// What each warning of a figure stands for.
pub(crate) const WARNINGS: [(&str, &str); 4] = [
    (COVER_TOO_SHORT, "it needs earlier returns we do not have"),
    (LEFT_OPEN, "the returns do not settle on which side of a target, the edge of a quarter or another figure it lies"),
    (WITH_CARE, "to be used with care: there are doubts about its returns"),
    (NOT_TO_BE_RELIED_UPON, "unreliable: its returns are incomplete or in doubt"),
];

impl PrintedFigure {
    /// Whether it could be calculated.
    pub(crate) fn is_available(&self) -> bool {
        self.numbers.denominator != Printed::NotAvailable
    }

    /// The code of the region it is of or in; none for England.
    pub fn region(&self) -> Option<&str> {
        self.region.as_deref().or((self.level == Level::Regional).then_some(self.code.as_str()))
    }

    /// Whether its value is shown.
    pub fn is_shown(&self) -> bool {
        self.numbers.is_value_shown()
    }

    /// The warnings beside it, as in the tables: `cover_too_short; use_with_care`; blank where there is none.
    pub fn warnings(&self) -> String {
        let cover = self.cover_too_short.then_some(COVER_TOO_SHORT);
        let left_open = self.left_open.then_some(LEFT_OPEN);
        cover.into_iter().chain(left_open).chain(self.reliance.warning()).collect::<Vec<_>>().join(BETWEEN_WARNINGS)
    }

    /// Whether there is a figure, as in the tables.
    pub fn status(&self) -> &'static str {
        let numbers = self.numbers.list();
        if !self.is_available() {
            "not_available"
        } else if self.numbers.denominator == Printed::Number(0) {
            "no_denominator"
        } else if numbers.contains(&Printed::Confidential) {
            "confidential"
        } else {
            "ok"
        }
    }
}

/// The figures of one day as they are printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedTable {
    /// The day and the window.
    pub timeframe: Timeframe,
    /// Pairs of indicators whose denominators are the same children in every authority.
    pub same_children: Vec<[u16; 2]>,
    /// In order of level, code and indicator.
    pub figures: Vec<PrintedFigure>,
}
