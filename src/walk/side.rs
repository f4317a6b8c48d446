//! On which sides of a figure a child counts, in words.

use crate::indicators::outcome::{Counted, Decision};

/// On which sides of a figure a child counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Side {
    /// In the numerator and the denominator.
    Both,
    /// In the denominator alone.
    Denominator,
    /// In the population alone: a child who should have a score.
    Population,
    /// Considered, and in neither.
    Neither,
    /// Not considered: listed for a doubt, or because something can still happen.
    NotConsidered,
}

impl Side {
    /// Every side.
    pub(crate) const ALL: [Side; 5] =
        [Side::Both, Side::Denominator, Side::Population, Side::Neither, Side::NotConsidered];

    /// The side that a decision puts a child on; with none, the child is not considered.
    pub(crate) fn of(decision: Option<&Decision>) -> Side {
        match decision.map(|decision| decision.counted) {
            Some(Counted::Met | Counted::Scored(_)) => Side::Both,
            Some(Counted::NotMet(_)) => Side::Denominator,
            Some(Counted::Unscored) => Side::Population,
            Some(Counted::Out(_)) => Side::Neither,
            None => Side::NotConsidered,
        }
    }

    /// As people say it.
    pub(crate) fn in_words(self) -> &'static str {
        match self {
            Side::Both => "In the numerator and the denominator",
            Side::Denominator => "In the denominator only",
            Side::Population => "In the population only",
            Side::Neither => "In neither",
            Side::NotConsidered => "Not considered",
        }
    }

    /// The same in a word or two, for a cell of a long table.
    pub(crate) fn in_short(self) -> &'static str {
        match self {
            Side::Both => "both",
            Side::Denominator => "denominator",
            Side::Population => "population",
            Side::Neither => "neither",
            Side::NotConsidered => "not considered",
        }
    }
}
