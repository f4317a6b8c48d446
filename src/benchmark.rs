//! Stage six: each figure in context: its uncertainty, its rank among others, how it has changed, and how
//! far it is from its targets.
//!
//! Comparisons are between standings: for each place and year one figure, from the returns or published, that names
//! its source (`standing.rs`).

pub mod across;
pub mod alike;
#[cfg(test)]
pub(crate) mod by_hand;
pub mod comparable;
pub mod comparators;
mod compared;
pub mod footing;
pub mod funnel;
pub mod groups;
pub mod indicator;
pub mod judgement;
pub mod place;
pub mod significance;
pub mod standing;
pub mod standings;
pub mod targets;
pub mod uncertainty;
pub mod years;

use crate::figures::Figure;
use crate::level::Level;
use crate::seeds::Seeds;
use crate::seeds::authorities::ENGLAND_CODE;
use crate::seeds::indicators::IndicatorSeed;
use crate::seeds::targets::Target;
use crate::statistics::trend;
use crate::timeframe::Timeframe;
use crate::verdict::{Reliance, Verdict};
use across::Across;
pub(crate) use comparable::Comparable;
use comparators::{Comparator, GroupFigures, This};
pub use compared::{ComparedFigure, Targeted};
use groups::Listed;
use indicator::AcrossPlaces;
pub(crate) use judgement::{may_be_said, may_be_told};
use rayon::prelude::*;
use standing::Standing;
use standings::{Judged, Standings};
pub(crate) use targets::Against;
use uncertainty::Uncertainty;
use years::Year;

/// How many years a figure is followed over, including its own.
pub(crate) const YEARS: usize = trend::YEARS;

/// Figures and what they are compared with.
#[derive(Debug)]
pub struct Compared<F = Figure> {
    /// The day and the window.
    pub timeframe: Timeframe,
    /// In order of level, code and indicator.
    pub list: Vec<ComparedFigure<F>>,
    /// Each indicator across the authorities of the day's list, in order of number.
    pub across: Vec<Across>,
}

impl<F: Comparable> Compared<F> {
    /// Compares each figure of a day. The verdicts are those on the figures, in their order; `earlier` are the
    /// figures of the same day one year before, two, ..., without a gap.
    pub fn of(
        timeframe: Timeframe,
        figures: &[F],
        verdicts: Vec<Verdict>,
        earlier: &[Judged<'_, F>],
        seeds: &Seeds,
    ) -> Compared<F> {
        let now = Judged { figures, reliance: verdicts.iter().map(|verdict| verdict.reliance).collect() };
        let standings = Standings::new(timeframe, &now, earlier, &seeds.published, &seeds.indicators);
        let listed = Listed::on(timeframe.as_at, seeds);
        let groups = listed.common_groups(seeds);
        let across: Vec<(&IndicatorSeed, AcrossPlaces<'_>)> = seeds
            .indicators
            .par_iter()
            .map(|seed| (seed, AcrossPlaces::of(seed, &standings, &listed, &groups, &seeds.configuration)))
            .collect();
        let comparing = Comparing { timeframe, standings: &standings, listed: &listed, seeds };
        let list = figures
            .par_iter()
            .zip(verdicts)
            .filter_map(|(figure, verdict)| {
                let (seed, across) = across.iter().find(|(seed, _)| seed.number == figure.indicator())?;
                Some(comparing.compare(figure, verdict, seed, across))
            })
            .collect();
        let all = across.iter().map(|(seed, places)| Across::of(seed, places, &standings, &listed, seeds)).collect();
        Compared { timeframe, list, across: all }
    }

    /// The figures of each authority, authority by authority in order of code.
    pub fn by_authority(&self) -> impl Iterator<Item = &[ComparedFigure<F>]> {
        self.by_place().filter(|figures| figures[0].figure.level() == Level::LocalAuthority)
    }

    /// The figures of each place, England first, then regions, then authorities, each in order of code.
    pub fn by_place(&self) -> impl Iterator<Item = &[ComparedFigure<F>]> {
        self.list.chunk_by(|one, other| {
            let (one, other) = (&one.figure, &other.figure);
            one.code() == other.code()
        })
    }
}

/// What is told, and why it is not.
fn told<T, E>(told: Option<Result<T, E>>) -> (Option<T>, Option<E>) {
    match told {
        None => (None, None),
        Some(Ok(told)) => (Some(told), None),
        Some(Err(why)) => (None, Some(why)),
    }
}

/// The figure by which a place is named, of all its figures: a whole one, else that of the most authorities.
pub(crate) fn naming<F: Comparable>(figures: &[ComparedFigure<F>]) -> Option<&F> {
    let mut named = None;
    for figure in figures.iter().map(|compared| &compared.figure) {
        let rank = |figure: &F| (!figure.level().is_part(), figure.behind().map(|behind| behind.available));
        if named.is_none_or(|held| rank(figure) > rank(held)) {
            named = Some(figure);
        }
    }
    named
}

/// What figures are compared with.
struct Comparing<'run, F> {
    timeframe: Timeframe,
    standings: &'run Standings<'run, F>,
    listed: &'run Listed,
    seeds: &'run Seeds,
}

impl<F: Comparable> Comparing<'_, F> {
    fn compare(
        &self,
        figure: &F,
        verdict: Verdict,
        seed: &IndicatorSeed,
        across: &AcrossPlaces<'_>,
    ) -> ComparedFigure<F> {
        let code = figure.code();
        let years = self.years(figure);
        let own = self.standings.own(figure, verdict.reliance);
        let standing = years.first().and_then(|year| year.known.used.clone());
        let uncertainty = standing.as_ref().and_then(|standing| self.uncertainty(standing, seed));
        let in_funnel = |standing: &Standing| {
            let is_placed = figure.level().whole() != Level::National && may_be_said(standing).is_ok();
            across.funnel.filter(|_| is_placed)?.place_figure(standing)
        };
        let this = standing.as_ref().map(|standing| This {
            code,
            standing,
            uncertainty: uncertainty.as_ref(),
            good: seed.good,
        });
        let (placed, not_placed) = told(across.placed.get(code).filter(|_| !figure.level().is_part()).copied());
        let (funnel, not_in_funnel) = told(standing.as_ref().and_then(in_funnel));
        let (trending, not_trending) = told(years::trending(&years, seed.unit));
        let is_relied_upon = verdict.reliance < Reliance::NotUsable;
        let compared = ComparedFigure {
            verdict,
            not_judged: own.as_ref().and_then(|own| may_be_said(own).err()),
            uncertainty: own.as_ref().and_then(|own| self.uncertainty(own, seed)),
            placed,
            not_placed,
            funnel_source: across.england.clone(),
            funnel,
            not_in_funnel,
            change: years::since_last(&years, seed.unit, seed.good),
            trending,
            not_trending,
            comparators: self.comparators(figure, this, across),
            national: self.beside(ENGLAND_CODE, seed, own.as_ref(), &years),
            local: (figure.level() == Level::LocalAuthority)
                .then(|| self.beside(code, seed, own.as_ref(), &years))
                .flatten(),
            targets: self.targets(figure, seed, &years),
            figure: figure.clone(),
            standing,
            years,
        };
        if is_relied_upon { compared } else { compared.untold() }
    }

    fn years(&self, figure: &F) -> Vec<Year> {
        let (code, indicator) = (figure.code(), figure.indicator());
        let known = |before| match figure.level().is_part() {
            true => self.standings.of_part(code, indicator, before),
            false => self.standings.of(code, indicator, before),
        };
        (0..YEARS).map(|before| Year { year: self.standings.year(indicator, before), known: known(before) }).collect()
    }

    fn uncertainty(&self, standing: &Standing, seed: &IndicatorSeed) -> Option<Uncertainty> {
        Uncertainty::of(standing, seed.unit, self.seeds.configuration.interval)
    }

    fn comparators(&self, figure: &F, this: Option<This<'_>>, across: &AcrossPlaces<'_>) -> Vec<Comparator> {
        let neighbours = || {
            let group = self.listed.neighbours(figure.code(), self.seeds.neighbours.as_ref()?);
            Some(GroupFigures::of(&group, figure.indicator(), self.standings, &across.authorities))
        };
        match figure.level() {
            Level::National | Level::PartOfNational => Vec::new(),
            Level::Regional | Level::PartOfRegional => across.england_and_region(this, None),
            Level::LocalAuthority => {
                let mut all = across.england_and_region(this, self.listed.region_of(figure.code()));
                all.extend(neighbours().iter().flat_map(|group| group.beside(this)));
                all.extend(across.own_groups(this));
                all
            }
        }
    }

    /// The target beside a figure: the next due, else the last.
    fn beside(&self, code: &str, seed: &IndicatorSeed, own: Option<&Standing>, years: &[Year]) -> Option<Against> {
        let year = seed.figure_year(&self.timeframe);
        let target = self.seeds.targets.beside(seed.number, code, year)?;
        Some(self.against(target, seed, own, years))
    }

    fn against(&self, target: &Target, seed: &IndicatorSeed, standing: Option<&Standing>, years: &[Year]) -> Against {
        let uncertainty = standing.and_then(|standing| self.uncertainty(standing, seed));
        let years: Vec<&Standing> = years.iter().flat_map(|year| year.known.each()).collect();
        Against::of(target, seed, standing, uncertainty.as_ref(), &years)
    }

    /// Every target of the place and of the nation, beside every value known for the place and its year.
    fn targets(&self, figure: &F, seed: &IndicatorSeed, years: &[Year]) -> Vec<Targeted> {
        let of_place = |target: &&Target| target.code == ENGLAND_CODE || target.code == figure.code();
        let known: Vec<Option<&Standing>> = match years.first() {
            Some(year) if year.known.used.is_some() => year.known.each().map(Some).collect(),
            _ => vec![None],
        };
        let targets = self.seeds.targets.of_indicator(seed.number).filter(of_place);
        let beside = |target: &Target| -> Vec<Targeted> {
            let targeted = |(at, standing): (usize, &Option<&Standing>)| Targeted {
                standing: standing.cloned(),
                used: at == 0,
                against: self.against(target, seed, *standing, years),
            };
            known.iter().enumerate().map(targeted).collect()
        };
        targets.flat_map(beside).collect()
    }
}
