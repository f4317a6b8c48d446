//! If nothing further happens: what every indicator decides on the steady course, and the state of every child.

use super::ahead::Ahead;
use super::asked::Asked;
use super::course::Course;
use super::state::State;
use super::watch::{Watched, Watcher, watcher};
use crate::care::{AuthorityHistories, CareHistories, ChildHistory};
use crate::day::Day;
use crate::indicators::outcome::{Decision, Flags};
use crate::indicators::outside::OutsideCounts;
use crate::indicators::question::LooksBack;
use crate::indicators::unavailable::Unavailable;
use crate::indicators::{AuthorityOutcomes, IndicatorOutcomes, Outcomes};
use crate::quality::CleanReturns;
use crate::seeds::authorities::AuthorityIndex;
use rayon::prelude::*;

/// The steady course of every authority.
#[derive(Debug)]
pub struct Steady {
    /// What is decided about every child on the course. A pending care leaver is out; where exams are not known yet, all
    /// their children are in the denominator alone.
    pub outcomes: Outcomes,
    /// Where every child stands, in the order of the outcomes.
    pub authorities: Vec<AuthorityStates>,
}

/// Where the children of one authority stand.
#[derive(Debug)]
pub struct AuthorityStates {
    /// Which authority.
    pub authority: AuthorityIndex,
    /// How many children are looked after on the day up to which things are known.
    pub looked_after: u32,
    /// For each indicator in order: the children, or why there is no figure.
    pub indicators: Vec<Result<IndicatorStates, Unavailable>>,
}

/// Where the children of one authority stand for one indicator.
#[derive(Debug)]
pub struct IndicatorStates {
    /// The indicator's number.
    pub indicator: u16,
    /// The exams lie after the day up to which things are known: nobody's result is known.
    pub not_known_yet: bool,
    /// The indicator looks further back than the returns cover.
    pub cover_too_short: bool,
    /// The first day of cover, on or after which the window of a past pair of days must begin.
    pub cover: Day,
    /// A return that would tell who is in the cohort is not loaded: how many are pending is not known.
    pub cohort_assumed: bool,
    /// Every child that is followed to the outturn, in order of id; any other who counts then is an arrival.
    pub children: Vec<ChildState>,
}

/// Where a child stands for an indicator.
#[derive(Debug, Clone, Copy)]
pub struct ChildState {
    /// The child's index among the authority's clean children.
    pub child: u32,
    /// Where it stands.
    pub state: State,
    /// The day that matters, for some states of the watch list.
    pub by: Option<Day>,
    /// The score on the steady course (NI 58).
    pub score: Option<u8>,
    /// What is worth knowing besides, as in the table of children.
    pub flags: Flags,
}

impl IndicatorStates {
    /// How many children are in a state.
    pub fn count(&self, state: State) -> u64 {
        self.children.iter().filter(|child| child.state == state).count() as u64
    }
}

impl Steady {
    /// The steady course from what was known, and the ordinary outcomes of the day itself by the scores that were known.
    pub(crate) fn with_now(ahead: &Ahead<'_>, clean: &CleanReturns) -> (Steady, Outcomes) {
        let histories = CareHistories::build(clean, ahead.on_course());
        let now = Outcomes::measure_as_known(&histories, ahead.now(), clean, |child| ahead.with_known_scores(child));
        (Steady::of(&histories, ahead, clean), now)
    }

    /// Takes every authority that exists on the day of the outturn along the steady course, from what was known and nothing
    /// later. The histories are those built in the same timeframe.
    pub(crate) fn of(histories: &CareHistories<'_>, ahead: &Ahead<'_>, clean: &CleanReturns) -> Steady {
        let authorities = &ahead.seeds.authorities;
        let exists = |histories: &&AuthorityHistories<'_>| {
            authorities.get(histories.clean.authority).existed_on(ahead.timeframe.as_at)
        };
        let followed = histories.authorities.par_iter().filter(exists);
        let (outcomes, states) = followed.map(|histories| of_authority(histories, ahead, clean)).unzip();
        Steady { outcomes: Outcomes { authorities: outcomes }, authorities: states }
    }
}

/// An indicator, what it has decided and where children stand so far.
struct Following<'run> {
    asked: Asked<'run>,
    watcher: Watcher,
    decisions: Vec<(u32, Decision)>,
    children: Vec<ChildState>,
}

fn of_authority(
    histories: &AuthorityHistories<'_>,
    ahead: &Ahead<'_>,
    clean: &CleanReturns,
) -> (AuthorityOutcomes, AuthorityStates) {
    let begin = |seed| {
        let asked = Asked::of(seed, histories, ahead, clean)?;
        let watcher = watcher(seed.number).ok_or(Unavailable::NotDefined(ahead.timeframe.year()))?;
        Ok(Following { asked, watcher, decisions: Vec::new(), children: Vec::new() })
    };
    let mut all: Vec<Result<Following<'_>, Unavailable>> = ahead.seeds.indicators.iter().map(begin).collect();
    let of_reviews = all.iter().flatten().find(|of| of.asked.indicator.looks_back() == LooksBack::ToReviews);
    let of_reviews = of_reviews.map(|of| of.asked.question.clone());
    let mut looked_after = 0;
    for child in 0..histories.children() {
        let known = ahead.as_known(histories.child(child, ahead.timeframe.known));
        let course = Course::of(known, of_reviews.as_ref());
        looked_after += u32::from(known.period_on(ahead.timeframe.known).is_some());
        for following in all.iter_mut().flatten() {
            following.follow(child as u32, &known, &course.history());
        }
    }
    let (outcomes, states) = all.into_iter().map(Following::ended).unzip();
    let authority = histories.clean.authority;
    (
        AuthorityOutcomes { authority, indicators: outcomes },
        AuthorityStates { authority, looked_after, indicators: states },
    )
}

impl Following<'_> {
    fn follow(&mut self, child: u32, known: &ChildHistory<'_>, course: &ChildHistory<'_>) {
        let decision = self.asked.decide(course);
        let watched = Watched { known, asked: &self.asked, decision: decision.as_ref() };
        let counted = decision.is_some_and(|decision| decision.in_denominator());
        let watch = (self.watcher.watch)(&watched);
        if watch.is_some() || counted || (self.watcher.follows)(&watched) {
            let score = decision.and_then(|decision| decision.score());
            let on_course = || (state_of(decision), None, watched.flags());
            let (state, by, flags) = watch.map_or_else(on_course, |watch| (watch.state, watch.by, watch.flags));
            self.children.push(ChildState { child, state, by, score, flags });
        }
        self.decisions.extend(decision.map(|decision| (child, decision)));
    }

    fn ended(
        following: Result<Self, Unavailable>,
    ) -> (Result<IndicatorOutcomes, Unavailable>, Result<IndicatorStates, Unavailable>) {
        match following {
            Err(why) => (Err(why.clone()), Err(why)),
            Ok(Following { asked, decisions, children, .. }) => {
                let (indicator, cover_too_short) = (asked.indicator.number(), asked.cover_too_short());
                let states = IndicatorStates {
                    indicator,
                    not_known_yet: asked.not_known_yet,
                    cover_too_short,
                    cover: asked.question.cover,
                    cohort_assumed: asked.cohort_assumed(),
                    children,
                };
                let outside = OutsideCounts::default();
                (Ok(IndicatorOutcomes { indicator, cover_too_short, decisions, outside }), Ok(states))
            }
        }
    }
}

/// Where a decision on the steady course puts a child.
fn state_of(decision: Option<Decision>) -> State {
    match decision {
        Some(decision) if decision.in_numerator() => State::In,
        Some(decision) if decision.in_denominator() => State::NotMet,
        _ => State::Out,
    }
}

#[cfg(test)]
mod tests;
