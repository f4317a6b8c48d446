//! The figure that stands for a place and a year when figures are compared: from the returns, or published.
//!
//! The two are never mixed in silence: where both are known, the one that is not used is kept beside the other,
//! and every standing names its source.

use super::Comparable;
use crate::figures::{Behind, Figure, Status};
use crate::indicators::of_exams;
use crate::rounding::value;
use crate::seeds::indicators::IndicatorSeed;
use crate::seeds::published::{Cell, Published, PublishedFigure, Symbol};
use crate::statistics::Interval;
use crate::timeframe::Timeframe;
use crate::unit::Unit;
use crate::verdict::Reliance;
use std::collections::BTreeMap;
use std::fmt;

/// Where a standing comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The returns; for a region or England, those of so many of its authorities.
    Returns(Option<Behind>),
    /// A published figure, of the publication named.
    Published(String),
}

impl Source {
    /// Whether more than one authority is behind a figure of a region or England.
    pub fn is_of_several(&self) -> bool {
        !matches!(self, Source::Returns(Some(behind)) if behind.available <= 1)
    }

    /// Whether every authority of the place is in it.
    pub fn is_whole(&self) -> bool {
        match self {
            Source::Returns(Some(behind)) => behind.available == behind.listed,
            Source::Returns(None) | Source::Published(_) => true,
        }
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
    /// Children who count; never nought.
    pub denominator: u64,
    /// The sum of the squared scores (NI 58), which no publication gives.
    pub squares: Option<u64>,
}

/// A value of a place and a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// The year: that in which the return ends, or of the exams.
    pub year: i32,
    /// The value as it was before rounding, in the indicator's unit; as printed where only that is known.
    pub value: f64,
    /// The value as tables print it.
    pub shown: String,
    /// What stands behind it, where that is known.
    pub counts: Option<Counts>,
    /// Its 95% interval as it is printed, where that is all that is known of how sure it is.
    pub printed_interval: Option<Interval>,
    /// Where it comes from.
    pub source: Source,
    /// The indicator looks further back than the returns cover.
    pub cover_too_short: bool,
    /// How far it can be relied upon; what others published is taken as it is.
    pub reliance: Reliance,
}

/// The figures of a day, and how far each can be relied upon.
#[derive(Debug)]
pub struct Judged<'run, F> {
    /// The figures.
    pub figures: &'run [F],
    /// How far each can be relied upon, in their order.
    pub reliance: Vec<Reliance>,
}

/// What is known of a place and a year.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Known {
    /// The one that is used.
    pub used: Option<Standing>,
    /// The other one, where both are known.
    pub passed_over: Option<Standing>,
    /// What the publication has in place of a value: hidden, or none.
    pub symbol: Option<Symbol>,
    /// Whether there is a figure of the returns without a value, for nobody is counted in it.
    pub has_nobody: bool,
}

impl Known {
    /// Figures from returns stand where every authority of the place is among them, else published ones, else
    /// those of part of the authorities.
    fn of(returns: Option<Standing>, published: Option<Standing>) -> Known {
        let whole = returns.as_ref().is_some_and(|standing| standing.source.is_whole());
        let (used, passed_over) =
            if whole || published.is_none() { (returns, published) } else { (published, returns) };
        Known { used, passed_over, symbol: None, has_nobody: false }
    }

    /// Whether there is a value, and it is hidden.
    pub fn is_hidden(&self) -> bool {
        self.used.is_none() && self.symbol == Some(Symbol::Confidential)
    }

    /// Both, the one that is used first.
    pub fn each(&self) -> impl Iterator<Item = &Standing> {
        self.used.iter().chain(&self.passed_over)
    }
}

/// The figures of a day and how far each can be relied upon, by place and indicator.
type ByPlace<'run, F> = BTreeMap<(&'run str, u16), (&'run F, Reliance)>;

/// What is known of every place, now and in the years before.
#[derive(Debug)]
pub struct Standings<'run, F> {
    timeframe: Timeframe,
    /// The figures of the day, and of the same day one year before, two, ...
    days: Vec<ByPlace<'run, F>>,
    published: &'run Published,
    indicators: &'run [IndicatorSeed],
}

impl<'run, F: Comparable> Standings<'run, F> {
    /// Of the figures of a day, those of the same day in earlier years (the year before first, without a gap), and
    /// published ones.
    pub fn new(
        timeframe: Timeframe,
        now: &Judged<'run, F>,
        earlier: &[Judged<'run, F>],
        published: &'run Published,
        indicators: &'run [IndicatorSeed],
    ) -> Standings<'run, F> {
        let by_place = |Judged { figures, reliance }: &Judged<'run, F>| {
            let judged = figures.iter().zip(reliance);
            judged.map(|(figure, reliance)| ((figure.code(), figure.indicator()), (figure, *reliance))).collect()
        };
        let days = std::iter::once(now).chain(earlier).map(by_place).collect();
        Standings { timeframe, days, published, indicators }
    }

    /// The year of the indicator's figure, so many years before the day.
    pub fn year(&self, indicator: u16, years_before: usize) -> i32 {
        figure_year(indicator, &self.timeframe) - years_before as i32
    }

    /// What is known of a place so many years before the day.
    pub fn of(&self, code: &str, indicator: u16, years_before: usize) -> Known {
        let figure = self.days.get(years_before).and_then(|day| day.get(&(code, indicator)));
        // What is hidden is not put back from elsewhere.
        if figure.is_some_and(|(figure, _)| figure.is_hidden()) {
            return Known { symbol: Some(Symbol::Confidential), ..Known::default() };
        }
        let returns = figure.and_then(|judged| self.returned(*judged, years_before));
        let published = self
            .is_day_published(indicator)
            .then(|| self.published.find(code, indicator, self.year(indicator, years_before)))
            .flatten();
        let symbol = published.and_then(|figure| match figure.value {
            Cell::Symbol(symbol) => Some(symbol),
            Cell::Known(_) => None,
        });
        let published = published.and_then(|figure| self.published(figure));
        let has_nobody = figure.is_some_and(|(figure, _)| figure.has_nobody());
        Known { symbol, has_nobody, ..Known::of(returns, published) }
    }

    /// What a place is compared with: what is known of the day, else the latest year published before it.
    pub fn latest(&self, code: &str, indicator: u16) -> Known {
        let now = self.of(code, indicator, 0);
        let is_whole = now.used.as_ref().is_some_and(|standing| standing.source.is_whole());
        if is_whole {
            return now;
        }
        let ended = self.timeframe.school_cohort_day.year();
        let before = self.published.of(code, indicator).filter(|figure| figure.year <= ended);
        let before = before.filter(|figure| !self.hides_all(code, indicator, figure.year));
        let latest = before.filter_map(|figure| self.published(figure)).max_by_key(|standing| standing.year);
        Known { symbol: now.symbol, has_nobody: now.has_nobody, ..Known::of(now.used, latest) }
    }

    /// Whether what is published of a year is of the same day of it, or of the same exams.
    fn is_day_published(&self, indicator: u16) -> bool {
        of_exams(indicator) || self.timeframe.as_at == self.timeframe.school_cohort_day
    }

    /// Whether the figure of all the place's authorities is hidden in the year: the published one would put it back. One
    /// of a part of them is of other children.
    fn hides_all(&self, code: &str, indicator: u16, year: i32) -> bool {
        let of_year = |years_before: &usize| self.year(indicator, *years_before) == year;
        let days = (0..self.days.len()).filter(of_year).filter(|_| self.is_day_published(indicator));
        let mut figures = days.filter_map(|years_before| self.days[years_before].get(&(code, indicator)));
        figures.any(|(figure, _)| figure.is_hidden() && figure.behind().is_none_or(|of| of.available == of.listed))
    }

    fn unit(&self, indicator: u16) -> Option<Unit> {
        self.indicators.iter().find(|seed| seed.number == indicator).map(|seed| seed.unit)
    }

    fn returned(&self, (figure, reliance): (&F, Reliance), years_before: usize) -> Option<Standing> {
        let indicator = figure.indicator();
        let standing = figure.standing(self.unit(indicator)?, self.year(indicator, years_before))?;
        Some(Standing { reliance, ..standing })
    }

    fn published(&self, figure: &PublishedFigure) -> Option<Standing> {
        let unit = self.unit(figure.indicator)?;
        let counts = figure.counts().map(|(numerator, denominator)| Counts { numerator, denominator, squares: None });
        Some(Standing {
            year: figure.year,
            value: figure.unrounded(unit)?,
            shown: figure.value.known()?.to_string(),
            counts,
            printed_interval: None,
            source: Source::Published(figure.source.clone()),
            cover_too_short: false,
            reliance: Reliance::Usable,
        })
    }
}

impl Standing {
    /// Whether anything is told of it.
    pub fn is_relied_upon(&self) -> bool {
        self.reliance < Reliance::NotUsable
    }

    /// A figure of the returns, as if nothing spoke against it; none where it has no value.
    pub fn of_figure(figure: &Figure, unit: Unit, year: i32) -> Option<Standing> {
        if figure.status != Status::Ok {
            return None;
        }
        let shown = value(unit, figure.numerator, figure.denominator)?;
        let counts =
            Counts { numerator: figure.numerator, denominator: figure.denominator, squares: Some(figure.squares) };
        Some(Standing {
            year,
            value: unit.times() as f64 * figure.numerator as f64 / figure.denominator as f64,
            shown: shown.to_string(),
            counts: Some(counts),
            printed_interval: None,
            source: Source::Returns(figure.behind),
            cover_too_short: figure.cover_too_short,
            reliance: Reliance::Usable,
        })
    }
}

/// The year of a figure: that of the exams, or that in which the return ends.
pub fn figure_year(indicator: u16, timeframe: &Timeframe) -> i32 {
    if of_exams(indicator) { timeframe.school_cohort_day.year() } else { timeframe.current_year() }
}

#[cfg(test)]
mod tests;
