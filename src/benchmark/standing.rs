//! The figure that stands for a place and a year when figures are compared: from the returns, or published.
//!
//! The two are never mixed silently: where both are known, the one that is not used is kept beside the other,
//! and every standing names its source.

use crate::doubt::range;
use crate::figures::{Behind, Figure, Status};
use crate::rounding::value;
use crate::seeds::published::Symbol;
use crate::statistics::Interval;
use crate::statistics::difference::Fraction;
use crate::unit::Unit;
use crate::verdict::Reliance;
use std::fmt;

/// Where a standing comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The returns; for a region or England, with how many of its authorities they cover.
    Returns(Option<Behind>),
    /// A published figure, from the publication named.
    Published(String),
}

impl Source {
    /// Whether more than one authority is behind a figure of a region or England.
    pub(crate) fn is_of_several(&self) -> bool {
        !matches!(self, Source::Returns(Some(behind)) if behind.available <= 1)
    }

    /// Whether it covers every authority of the place.
    pub(crate) fn is_whole(&self) -> bool {
        match self {
            Source::Returns(Some(behind)) => behind.is_whole(),
            Source::Returns(None) | Source::Published(_) => true,
        }
    }

    /// Whether it is published.
    pub(crate) fn is_published(&self) -> bool {
        matches!(self, Source::Published(_))
    }
}

/// As the tables have it: `returns`, `returns (3 of 33)`, `published (SFR21/2011)`.
impl fmt::Display for Source {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Source::Returns(None) => formatter.write_str("returns"),
            Source::Returns(Some(behind)) => write!(formatter, "returns ({} of {})", behind.available, behind.listed),
            Source::Published(publication) if publication.is_empty() => formatter.write_str("published"),
            Source::Published(publication) => write!(formatter, "published ({publication})"),
        }
    }
}

/// The whole numbers behind a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Children who meet the test; for NI 58 the sum of scores.
    pub numerator: u64,
    /// Children in the denominator; never zero.
    pub denominator: u64,
    /// The sum of the squared scores (NI 58), which no publication gives.
    pub squares: Option<u64>,
}

impl Counts {
    /// So many children of so many.
    pub(crate) fn fraction(&self) -> Fraction {
        Fraction { count: self.numerator, of: self.denominator }
    }
}

/// The value of a place in a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// The year: that in which the return ends, or of the exams.
    pub year: i32,
    /// The value as it was before rounding, in the indicator's unit; as printed where only that is known.
    pub value: f64,
    /// The value as tables print it.
    pub shown: String,
    /// The counts behind it, where they are known.
    pub counts: Option<Counts>,
    /// Its 95% interval as printed, where no other is known.
    pub printed_interval: Option<Interval>,
    /// Where it comes from.
    pub source: Source,
    /// The indicator looks further back than the returns cover.
    pub cover_too_short: bool,
    /// It counts what has happened since 1 April, and it is not yet 31 March.
    pub accumulates: bool,
    /// How far it can be relied upon; published figures are taken as they are.
    pub reliance: Reliance,
    /// The smallest and the largest value that the files leave, or that the figure's reliance allows where no more is
    /// told; none where nothing is doubtful.
    pub left_open: Option<[f64; 2]>,
    /// Whether it is known, without its range, that whatever is said of it holds at both ends.
    pub settled: bool,
}

/// What is known of a place in a year.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Known {
    /// The one that is used.
    pub used: Option<Standing>,
    /// The other one, where both are known.
    pub passed_over: Option<Standing>,
    /// The symbol that the publication has in place of a value.
    pub symbol: Option<Symbol>,
    /// Whether the returns give no value because the denominator is zero.
    pub has_nobody: bool,
}

impl Known {
    /// Figures from the returns are used where there are any, else published ones.
    pub(super) fn of(returns: Option<Standing>, published: Option<Standing>) -> Known {
        let (used, passed_over) = if returns.is_some() { (returns, published) } else { (published, None) };
        Known { used, passed_over, symbol: None, has_nobody: false }
    }

    /// Whether there is a value that is hidden.
    pub(crate) fn is_hidden(&self) -> bool {
        self.used.is_none() && self.symbol == Some(Symbol::Confidential)
    }

    /// Both, the used one first.
    pub fn each(&self) -> impl Iterator<Item = &Standing> {
        self.used.iter().chain(&self.passed_over)
    }
}

impl Standing {
    /// Whether it is compared at all.
    pub(crate) fn is_relied_upon(&self) -> bool {
        self.reliance < Reliance::NotUsable
    }

    /// A figure of the returns, taken as usable and complete; none where it has no value.
    pub(crate) fn of_figure(figure: &Figure, unit: Unit, year: i32) -> Option<Standing> {
        if figure.status != Status::Ok {
            return None;
        }
        let shown = value(unit, figure.numerator, figure.denominator)?;
        let counts =
            Counts { numerator: figure.numerator, denominator: figure.denominator, squares: Some(figure.squares) };
        let value_of = |end: range::Fraction| unit.times() as f64 * end.numerator as f64 / end.denominator as f64;
        let range = figure.range().filter(|range| range.low != range.high);
        Some(Standing {
            year,
            value: value_of(range::Fraction { numerator: figure.numerator, denominator: figure.denominator }),
            left_open: range.map(|range| [range.low, range.high].map(value_of)),
            settled: false,
            shown: shown.to_string(),
            counts: Some(counts),
            printed_interval: None,
            source: Source::Returns(figure.behind),
            cover_too_short: figure.cover_too_short,
            accumulates: false,
            reliance: Reliance::Usable,
        })
    }
}
