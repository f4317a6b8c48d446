//! One pair of days of the past: how children stood as was known then, and what became of them by the returns of today.

use super::ahead::{Ahead, exams_are_known, known_from};
use super::became::{End, arrivals, became, end_of};
use super::state::State;
use super::steady::{AuthorityStates, IndicatorStates, Steady};
use crate::day::Day;
use crate::draws::evidence::{Arrivals, Became};
use crate::indicators::{AuthorityOutcomes, IndicatorOutcomes, Outcomes};
use crate::quality::CleanReturns;
use crate::seeds::authorities::AuthorityIndex;
use crate::seeds::indicators::IndicatorSeed;
use crate::unit::HIGHEST_SCORE;
use std::collections::BTreeMap;
use std::ops::AddAssign;

/// What the past tells of an indicator: counts over pairs of days, of one authority or of all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Evidence {
    /// Children in each state, in the order of [`State::ALL`], by what became of them.
    pub states: [Became; State::ALL.len()],
    /// Those who were not looked after, or not followed, and counted at the outturn.
    pub arrivals: Arrivals,
    /// Children who were scored at the outturn, by score (NI 58).
    pub scores: Vec<u64>,
}

impl Evidence {
    fn of(looked_after: u32, states: &IndicatorStates, outcomes: &IndicatorOutcomes) -> Evidence {
        let mut evidence = Evidence { scores: vec![0; usize::from(HIGHEST_SCORE) + 1], ..Evidence::default() };
        for child in &states.children {
            let became = &mut evidence.states[child.state as usize];
            match end_of(outcomes, child.child) {
                End::In => became.counted += 1,
                End::NotMet => became.not_met += 1,
                End::Out => became.out += 1,
            }
        }
        for score in outcomes.decisions.iter().filter_map(|(_, decision)| decision.score()) {
            if let Some(children) = evidence.scores.get_mut(usize::from(score)) {
                *children += 1;
            }
        }
        let arrived = arrivals(states, outcomes);
        let (counted, not_met) = (arrived.met.into(), arrived.not_met.into());
        evidence.arrivals = Arrivals { pairs: 1, looked_after: looked_after.into(), counted, not_met };
        evidence
    }

    /// How many children were followed.
    pub(crate) fn children(&self) -> u64 {
        self.states.iter().map(|became| became.children()).sum()
    }
}

impl AddAssign<&Evidence> for Evidence {
    fn add_assign(&mut self, other: &Evidence) {
        self.states.iter_mut().zip(&other.states).for_each(|(sum, became)| *sum += *became);
        self.arrivals += other.arrivals;
        self.scores.resize(self.scores.len().max(other.scores.len()), 0);
        self.scores.iter_mut().zip(&other.scores).for_each(|(sum, children)| *sum += children);
    }
}

/// Numerator and denominator.
pub(crate) type Counts = (u64, u64);

/// One authority and indicator in a pair of days.
#[derive(Debug)]
pub(crate) struct OfPair {
    /// How children stood, and what became of them.
    pub evidence: Evidence,
    /// The figure at the outturn, by the returns of today.
    pub came: Counts,
    /// The day from which that is known.
    pub known_from: Day,
    /// The figure of the day up to which things were known, as it was known then; none where its exams were not.
    pub stays: Option<Counts>,
    /// The figure on the steady course, where its exams were known.
    pub steady: Option<Counts>,
    /// The scores that were known of children who counted on the steady course (NI 58).
    pub known_scores: Vec<u8>,
}

/// The day on which is looked back.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Today<'run> {
    /// The day up to which things are known.
    pub known: Day,
    /// Where children stand then.
    pub steady: &'run Steady,
}

/// A pair of days.
#[derive(Debug)]
pub(crate) struct Pair {
    /// The day up to which things were known.
    pub known: Day,
    authorities: BTreeMap<AuthorityIndex, Vec<Option<OfPair>>>,
}

impl Pair {
    /// Looks ahead as it would have been done then, and at what came. There is nothing for an authority and indicator
    /// without a figure on either side, where the window does not lie within the cover of today, or where the exams of the
    /// outturn are not known today.
    pub(crate) fn of(ahead: &Ahead<'_>, clean: &CleanReturns, today: Today<'_>) -> Pair {
        let (steady, now) = Steady::with_now(ahead, clean);
        let (now, came) = (by_authority(now), by_authority(became(ahead, clean)));
        let of_authority = |(states, on_course): (&AuthorityStates, &AuthorityOutcomes)| {
            let came = came.get(&states.authority)?;
            let now = now.get(&states.authority);
            let of_today = today.steady.authorities.iter().find(|of| of.authority == states.authority)?;
            let of_indicator = |(place, seed): (usize, &IndicatorSeed)| {
                let states_of = states.indicators[place].as_ref().ok()?;
                if ahead.timeframe.window_start < of_today.indicators[place].as_ref().ok()?.cover {
                    return None;
                }
                let came = came.indicators[place].as_ref().ok()?;
                let known_from = known_from(seed, &ahead.timeframe);
                if seed.of_exams && known_from > today.known {
                    return None;
                }
                let counted = |outcomes: &AuthorityOutcomes| outcomes.indicators[place].as_ref().ok().map(counts);
                let scored = states_of.children.iter().filter(|child| child.state == State::In);
                let was_known = !seed.of_exams || exams_are_known(&ahead.timeframe.now());
                Some(OfPair {
                    known_scores: scored.filter_map(|child| child.score).collect(),
                    evidence: Evidence::of(states.looked_after, states_of, came),
                    came: counts(came),
                    known_from,
                    stays: now.filter(|_| was_known).and_then(counted),
                    steady: Some(on_course).filter(|_| !states_of.not_known_yet).and_then(counted),
                })
            };
            Some((states.authority, ahead.seeds.indicators.iter().enumerate().map(of_indicator).collect()))
        };
        let authorities =
            steady.authorities.iter().zip(&steady.outcomes.authorities).filter_map(of_authority).collect();
        Pair { known: ahead.timeframe.known, authorities }
    }

    /// Of an authority and the indicator at a place among all.
    pub(crate) fn of_authority(&self, authority: AuthorityIndex, place: usize) -> Option<&OfPair> {
        self.authorities.get(&authority)?.get(place)?.as_ref()
    }

    /// Of every authority, for the indicator at a place among all.
    pub(crate) fn of_indicator(&self, place: usize) -> impl Iterator<Item = &OfPair> {
        self.authorities.values().filter_map(move |indicators| indicators.get(place)?.as_ref())
    }
}

fn by_authority(outcomes: Outcomes) -> BTreeMap<AuthorityIndex, AuthorityOutcomes> {
    outcomes.authorities.into_iter().map(|outcomes| (outcomes.authority, outcomes)).collect()
}

/// The numerator, for NI 58 the sum of the scores, and the denominator.
fn counts(outcomes: &IndicatorOutcomes) -> Counts {
    let in_denominator = outcomes.decisions.iter().map(|(_, decision)| decision).filter(|one| one.in_denominator());
    in_denominator.fold((0, 0), |(numerator, denominator), decision| {
        let counted = decision.score().map_or(u64::from(decision.in_numerator()), u64::from);
        (numerator + counted, denominator + 1)
    })
}
