//! The standing of each place and year, from the returns or published figures.

use super::Comparable;
use super::standing::{Counts, Known, Source, Standing};
use crate::seeds::indicators::{IndicatorSeed, find, of_exams};
use crate::seeds::published::figure::PublishedFigure;
use crate::seeds::published::{Cell, Published, Symbol};
use crate::timeframe::Timeframe;
use crate::unit::Unit;
use crate::verdict::Reliance;
use std::collections::BTreeMap;

/// The figures of a day and how far each can be relied upon, by place and indicator.
type ByPlace<'run, F> = BTreeMap<(&'run str, u16), (&'run F, Reliance)>;

/// The figures of a day, and how far each can be relied upon.
#[derive(Debug)]
pub struct Judged<'run, F> {
    /// The figures.
    pub figures: &'run [F],
    /// How far each can be relied upon, in their order.
    pub reliance: Vec<Reliance>,
}

/// What is known of every place, now and in the years before.
#[derive(Debug)]
pub(crate) struct Standings<'run, F> {
    timeframe: Timeframe,
    /// The figures of the day, and of the same day one year before, two, ...
    days: Vec<ByPlace<'run, F>>,
    published: &'run Published,
    indicators: &'run [IndicatorSeed],
}

impl<'run, F: Comparable> Standings<'run, F> {
    /// From the figures of a day, those of the same day in earlier years (the year before first, without a gap), and
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

    /// The year of the indicator's figure, this many years before the day.
    pub(crate) fn year(&self, indicator: u16, years_before: usize) -> i32 {
        let year = find(self.indicators, indicator).map(|seed| seed.figure_year(&self.timeframe));
        year.unwrap_or_else(|| self.timeframe.current_year()) - years_before as i32
    }

    /// What is known of a place, this many years before the day.
    pub fn of(&self, code: &str, indicator: u16, years_before: usize) -> Known {
        let figure = self.days.get(years_before).and_then(|day| day.get(&(code, indicator)));
        // A hidden figure is not restored from elsewhere.
        if figure.is_some_and(|(figure, _)| figure.is_hidden()) {
            return Known { symbol: Some(Symbol::Confidential), ..Known::default() };
        }
        // What is known of a part of a place is not known of the place.
        let whole = figure.filter(|(figure, _)| !figure.level().is_part());
        let returns = whole.and_then(|judged| self.returned(*judged, years_before));
        let published = self
            .is_day_published(indicator)
            .then(|| self.published.find(code, indicator, self.year(indicator, years_before)))
            .flatten();
        let symbol = published.and_then(|figure| match figure.value {
            Cell::Symbol(symbol) => Some(symbol),
            Cell::Known(_) => None,
        });
        let published = published.and_then(|figure| self.published(figure));
        let has_nobody = whole.is_some_and(|(figure, _)| figure.has_nobody());
        Known { symbol, has_nobody, ..Known::of(returns, published) }
    }

    /// What is known of those authorities of a place that have the figure, this many years before the day: it is never
    /// published.
    pub fn of_part(&self, code: &str, indicator: u16, years_before: usize) -> Known {
        let figure = self.days.get(years_before).and_then(|day| day.get(&(code, indicator)));
        let has_nobody = figure.is_some_and(|(figure, _)| figure.has_nobody());
        Known { has_nobody, ..Known::of(figure.and_then(|judged| self.returned(*judged, years_before)), None) }
    }

    /// A figure of the day, as it stands by itself.
    pub(crate) fn own(&self, figure: &F, reliance: Reliance) -> Option<Standing> {
        self.returned((figure, reliance), 0)
    }

    /// What a place is compared with: what is known of the day, else the latest year published before it.
    pub(crate) fn latest(&self, code: &str, indicator: u16) -> Known {
        let now = self.of(code, indicator, 0);
        if now.used.is_some() {
            return now;
        }
        let ended = self.timeframe.school_cohort_day.year();
        let before = self.published.of(code, indicator).filter(|figure| figure.year <= ended);
        let before = before.filter(|figure| !self.hides_all(code, indicator, figure.year));
        let latest = before.filter_map(|figure| self.published(figure)).max_by_key(|standing| standing.year);
        Known { used: latest, ..now }
    }

    /// Whether the published figures of a year are for the same day of that year, or the same exams.
    fn is_day_published(&self, indicator: u16) -> bool {
        of_exams(self.indicators, indicator) || self.timeframe.as_at == self.timeframe.school_cohort_day
    }

    /// Whether the figure of all the place's authorities is hidden in the year: the published one would reveal it. One
    /// of some of them is about other children.
    fn hides_all(&self, code: &str, indicator: u16, year: i32) -> bool {
        let of_year = |years_before: &usize| self.year(indicator, *years_before) == year;
        let days = (0..self.days.len()).filter(of_year).filter(|_| self.is_day_published(indicator));
        let mut figures = days.filter_map(|years_before| self.days[years_before].get(&(code, indicator)));
        figures.any(|(figure, _)| figure.is_hidden() && !figure.level().is_part())
    }

    fn unit(&self, indicator: u16) -> Option<Unit> {
        find(self.indicators, indicator).map(|seed| seed.unit)
    }

    fn returned(&self, (figure, reliance): (&F, Reliance), years_before: usize) -> Option<Standing> {
        let indicator = figure.indicator();
        let seed = find(self.indicators, indicator)?;
        let standing = figure.standing(seed.unit, self.year(indicator, years_before))?;
        Some(Standing { accumulates: seed.accumulates && self.timeframe.is_within_a_year(), reliance, ..standing })
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
            accumulates: false,
            left_open: None,
            settled: false,
            reliance: Reliance::Usable,
        })
    }
}

#[cfg(test)]
mod tests;
