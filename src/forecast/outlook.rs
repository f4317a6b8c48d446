//! What is said of one place and indicator: the figure now, where it would stand if nothing further happened, and the room
//! that is left to its targets.

use super::ahead::{Ahead, exams_are_known};
use super::likely::{Likely, NoForecast};
use super::room::{Room, rooms};
use super::state::State;
use super::steady::{AuthorityStates, Steady};
use super::tally::Tally;
use crate::contract::{BETWEEN_WARNINGS, COHORT_ASSUMED, COVER_TOO_SHORT, FEW_PAST_CHILDREN};
use crate::figures::{Figure, Figures, Status};
use crate::level::Level;
use crate::rounding::{self, Tenths};
use crate::seeds::Seeds;
use crate::seeds::indicators::{IndicatorSeed, find};
use crate::unit::Unit;

/// The status of a figure whose exams are still to come.
pub(crate) const NOT_KNOWN_YET: &str = "not_known_yet";

/// What is said of one place and indicator.
#[derive(Debug)]
pub struct Outlook {
    /// The figure on the steady course, with its place. Where it is not known yet, its denominator alone means something.
    pub steady: Figure,
    /// Whether its exams lie after the day up to which things are known.
    pub not_known_yet: bool,
    /// The value of the day up to which things are known.
    pub now: Option<Tenths>,
    /// How many children are in each state; none where there is no figure.
    pub tally: Option<Tally>,
    /// The room left to each target of the outturn's year, the place's own before the nation's.
    pub rooms: Vec<Room>,
    /// Where the figure will probably end.
    pub likely: Likely,
}

impl Outlook {
    /// The value on the steady course.
    pub fn value(&self, unit: Unit) -> Option<Tenths> {
        let known = self.steady.status == Status::Ok && !self.not_known_yet;
        known.then(|| rounding::value(unit, self.steady.numerator, self.steady.denominator)).flatten()
    }

    /// Whether there is a figure on the steady course, and why not.
    pub fn status(&self) -> &'static str {
        match self.steady.status {
            Status::NotAvailable(_) => self.steady.status.name(),
            _ if self.not_known_yet => NOT_KNOWN_YET,
            _ => self.steady.status.name(),
        }
    }

    /// How many care leavers are pending, 0 for other indicators; none where that is not known.
    pub fn pending(&self) -> Option<u64> {
        self.tally.as_ref().and_then(Tally::pending)
    }

    /// Why there is no forecast, where there is a figure on the steady course.
    pub fn no_forecast(&self) -> Option<NoForecast> {
        let available = !matches!(self.steady.status, Status::NotAvailable(_));
        self.likely.no_forecast.filter(|_| available)
    }

    /// Whether of most children placed with adopters no decision is known, so that decisions seem to be recorded with the
    /// adoption alone. Past days count with every decision dated up to them, whichever return tells it, and so know more than
    /// today does: the forecast is too low.
    pub(crate) fn decisions_come_late(&self) -> bool {
        self.tally.as_ref().is_some_and(|tally| {
            let known = tally.count(State::PlacedInTime) + tally.count(State::PlacedLate);
            tally.count(State::PlacedNoDecision) > known
        })
    }

    /// The warnings, as the tables have them.
    pub fn warnings(&self) -> String {
        self.warning_names().collect::<Vec<_>>().join(BETWEEN_WARNINGS)
    }

    /// The names of the warnings.
    pub(crate) fn warning_names(&self) -> impl Iterator<Item = &'static str> {
        let warnings = [
            (self.steady.cover_too_short, COVER_TOO_SHORT),
            (self.tally.is_some_and(|tally| tally.cohort_assumed), COHORT_ASSUMED),
            (self.likely.is_of_few(), FEW_PAST_CHILDREN),
        ];
        warnings.into_iter().filter(|(set, _)| *set).map(|(_, name)| name)
    }
}

/// What is said of every place and indicator, in the order of the figures on the steady course. `now` are the figures of the
/// day up to which things are known.
pub(crate) fn outlooks(steady: &Steady, on_course: Figures, now: &Figures, ahead: &Ahead<'_>) -> Vec<Outlook> {
    let seeds = ahead.seeds;
    let tallies = Tallies::of(steady, seeds);
    let outlook = |steady: Figure| {
        let seed = find(&seeds.indicators, steady.indicator)?;
        let tally = tallies.of_figure(&steady);
        let not_known_yet = seed.of_exams && !exams_are_known(&ahead.timeframe);
        let place = (steady.code.as_str(), seed.figure_year(&ahead.timeframe));
        let rooms = rooms(seed, place, (steady.numerator, steady.denominator), &tally.unwrap_or_default(), seeds);
        let now = value_on(&steady, seed, now);
        Some(Outlook { steady, not_known_yet, now, tally, rooms, likely: Likely::default() })
    };
    on_course.list.into_iter().filter_map(outlook).collect()
}

/// The value of the same place and indicator on another day; none where it is of exams that were not known yet.
pub(super) fn value_on(steady: &Figure, seed: &IndicatorSeed, now: &Figures) -> Option<Tenths> {
    if seed.of_exams && !exams_are_known(&now.timeframe) {
        return None;
    }
    let figure = figure_on(steady, now).filter(|figure| figure.status == Status::Ok)?;
    rounding::value(seed.unit, figure.numerator, figure.denominator)
}

/// The figure of the same place and indicator on another day.
pub(super) fn figure_on<'day>(steady: &Figure, day: &'day Figures) -> Option<&'day Figure> {
    let same = |figure: &&Figure| {
        let level = figure.level.whole() == steady.level.whole();
        level && figure.code == steady.code && figure.indicator == steady.indicator
    };
    day.list.iter().find(same)
}

/// The tallies of every authority.
struct Tallies<'run> {
    /// Code, region and, for each indicator in order, the tally; none where there is no figure.
    authorities: Vec<(&'run str, &'run str, Vec<Option<Tally>>)>,
    indicators: &'run [IndicatorSeed],
}

impl<'run> Tallies<'run> {
    fn of(steady: &Steady, seeds: &'run Seeds) -> Tallies<'run> {
        let of_authority = |states: &AuthorityStates| {
            let authority = seeds.authorities.get(states.authority);
            let tallies = states.indicators.iter().map(|states| states.as_ref().ok().map(Tally::of)).collect();
            (authority.code.as_str(), authority.region_code.as_str(), tallies)
        };
        Tallies { authorities: steady.authorities.iter().map(of_authority).collect(), indicators: &seeds.indicators }
    }

    /// The tally behind a figure: of its authority, or of all its place has with a figure; none where there is none.
    fn of_figure(&self, figure: &Figure) -> Option<Tally> {
        if matches!(figure.status, Status::NotAvailable(_)) {
            return None;
        }
        let place = self.indicators.iter().position(|seed| seed.number == figure.indicator)?;
        let behind = self.authorities.iter().filter(|(code, region, _)| is_behind(figure, code, region));
        Some(Tally::sum(behind.filter_map(|(.., tallies)| tallies[place].as_ref())))
    }
}

/// Whether an authority, by its code and its region's, is one of a figure's.
pub(crate) fn is_behind(figure: &Figure, code: &str, region: &str) -> bool {
    match figure.level.whole() {
        Level::National => true,
        Level::Regional => region == figure.code,
        _ => code == figure.code,
    }
}
