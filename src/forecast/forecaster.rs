//! Where the figures will probably end: draws from the children of today, by what became of those of the past.

use super::ahead::{Ahead, exams_are_known};
use super::likely::{Likely, NoForecast};
use super::outlook::{Outlook, is_behind};
use super::pair::{Counts, Evidence};
use super::past::Past;
use super::room::Room;
use super::state::State;
use super::steady::{IndicatorStates, Steady};
use crate::draws::chance::Chance;
use crate::draws::course::{Course, StateToday};
use crate::draws::drawn::Drawn;
use crate::draws::evidence::{arrival_rates, weights};
use crate::draws::scores::Scores;
use crate::draws::spread::{Spread, chance_of_target};
use crate::draws::tested::{Tested, Trial};
use crate::rounding;
use crate::seeds::Seeds;
use crate::seeds::authorities::AuthorityIndex;
use crate::seeds::indicators::IndicatorSeed;
use crate::unit::{Good, Unit};
use rayon::prelude::*;

/// With fewer scores of its own past, an authority's new scores are drawn from those of all.
const FEWEST_SCORES: u64 = 20;

/// One authority and indicator, drawn.
struct OfAuthority {
    authority: AuthorityIndex,
    drawn: Result<Drawn, NoForecast>,
    past_children: u64,
    tested: Tested,
}

/// Adds to every outlook where it will probably end.
pub(crate) fn add(outlooks: &mut [Outlook], steady: &Steady, past: &Past, ahead: &Ahead<'_>) {
    let (seeds, exams_are_known) = (ahead.seeds, exams_are_known(&ahead.timeframe));
    for (place, seed) in seeds.indicators.iter().enumerate() {
        let forecaster = Forecaster { seed, place, past, seeds, exams_are_known, all: Forecaster::of_all(past, place) };
        let authorities = steady.authorities.par_iter().filter_map(|states| {
            let of_indicator = states.indicators[place].as_ref().ok()?;
            Some(forecaster.of_authority(states.authority, states.looked_after, of_indicator))
        });
        let authorities: Vec<OfAuthority> = authorities.collect();
        let mut tested = Tested::default();
        authorities.iter().for_each(|of| tested += of.tested);
        outlooks.par_iter_mut().filter(|outlook| outlook.steady.indicator == seed.number).for_each(|outlook| {
            let behind = authorities.iter().filter(|of| {
                let authority = seeds.authorities.get(of.authority);
                is_behind(&outlook.steady, &authority.code, &authority.region_code)
            });
            let worse_than_stays = tested.worse_than_stays();
            outlook.likely = Likely { worse_than_stays, ..likely(behind, &outlook.rooms, seed) };
        });
    }
}

/// What is said of a place: its draws added, where every authority has them.
fn likely<'of>(behind: impl Iterator<Item = &'of OfAuthority>, rooms: &[Room], seed: &IndicatorSeed) -> Likely {
    let mut likely = Likely::default();
    let (mut drawn, mut without) = (Drawn::nothing(), Vec::new());
    for of in behind {
        likely.past_children += of.past_children;
        likely.tested += of.tested;
        without.push(of.drawn.as_ref().err().copied());
        if let Ok(of_authority) = &of.drawn {
            drawn.add(of_authority);
        }
    }
    likely.no_forecast = NoForecast::of_place(&without);
    if likely.no_forecast.is_none() {
        likely.spread = Spread::of(&drawn, seed.unit);
        likely.no_forecast = likely.spread.is_none().then_some(NoForecast::NobodyExpected);
        let chance = |room: &Room| {
            chance_of_target(&drawn, |numerator, denominator| is_met(seed, (numerator, denominator), room))
        };
        likely.chances = rooms.iter().map(chance).collect();
    }
    likely
}

/// Whether the rounded value meets a target.
fn is_met(seed: &IndicatorSeed, (numerator, denominator): Counts, room: &Room) -> bool {
    let value = rounding::value(seed.unit, numerator, denominator).map(|value| 100 * value.0);
    let goal = room.target.value.thousandths();
    value.is_some_and(|value| match seed.good {
        Good::High => value >= goal,
        Good::Low => value <= goal,
    })
}

/// Forecasts of one indicator.
struct Forecaster<'run> {
    seed: &'run IndicatorSeed,
    /// The indicator's place among all.
    place: usize,
    past: &'run Past,
    seeds: &'run Seeds,
    /// Whether the exams of the outturn are known; in every past pair they were where they are today, for each lies whole
    /// years back.
    exams_are_known: bool,
    /// What the pairs from each one on tell of all authorities.
    all: Vec<Evidence>,
}

impl Forecaster<'_> {
    fn of_all(past: &Past, place: usize) -> Vec<Evidence> {
        (0..=past.pairs()).map(|from| past.all(from, place)).collect()
    }

    fn of_authority(&self, authority: AuthorityIndex, looked_after: u32, states: &IndicatorStates) -> OfAuthority {
        let own = self.past.own(0, authority, self.place);
        let children: [u32; State::ALL.len()] = State::ALL.map(|state| states.count(state) as u32);
        let known = states.children.iter().filter(|child| child.state == State::In).filter_map(|child| child.score);
        let drawn = own.as_ref().ok_or(NoForecast::NoEarlierYear);
        let drawn = drawn.and_then(|own| self.draw(0, authority, own, &children, looked_after, known.collect()));
        let past_children = own.as_ref().map_or(0, Evidence::children);
        OfAuthority { authority, drawn, past_children, tested: self.tested(authority) }
    }

    /// Draws from children in their states, by the pairs from one on.
    ///
    /// # Errors
    /// Where nobody was scored in them.
    fn draw(
        &self,
        from: usize,
        authority: AuthorityIndex,
        own: &Evidence,
        children: &[u32; State::ALL.len()],
        looked_after: u32,
        known_scores: Vec<u8>,
    ) -> Result<Drawn, NoForecast> {
        let all = &self.all[from];
        let of_scores = self.seed.unit == Unit::Score;
        let states = State::ALL.into_iter().zip(children).enumerate().filter(|(_, (_, children))| **children > 0);
        let states = states.map(|(place, (state, &children))| StateToday {
            children,
            weights: weights(
                own.states[place],
                all.states[place],
                state.possible(self.seed.number, self.exams_are_known),
            ),
            scored: of_scores && state == State::In,
        });
        let arrivals = arrival_rates(own.arrivals, all.arrivals);
        let course = Course { states: states.collect(), looked_after, arrivals };
        let mut chance = Chance::of(&self.seeds.authorities.get(authority).code, self.seed.number);
        if !of_scores {
            return Ok(Drawn::of_share(&course, &mut chance));
        }
        let enough = own.scores.iter().sum::<u64>() >= FEWEST_SCORES;
        let scores = Scores::of(known_scores, if enough { &own.scores } else { &all.scores });
        let scores = scores.ok_or(NoForecast::NoPastScores)?;
        Ok(Drawn::of_mean(&course, &scores, &mut chance))
    }

    /// How the forecasts that could have been made at past pairs turned out.
    fn tested(&self, authority: AuthorityIndex) -> Tested {
        let mut tested = Tested::default();
        for pair in 0..self.past.pairs() {
            if let Some(trial) = self.trial(pair, authority) {
                tested.add(&trial);
            }
        }
        tested
    }

    /// The forecast at a past pair by the pairs before it, and what came. None where there was no earlier one, no forecast or no
    /// figure.
    fn trial(&self, pair: usize, authority: AuthorityIndex) -> Option<Trial> {
        let then = self.past.of_pair(pair, authority, self.place)?;
        let own = self.past.own(pair + 1, authority, self.place)?;
        let value = |counts: Counts| value(self.seed.unit, counts);
        let (came, stays) = (value(then.came)?, then.stays.and_then(value)?);
        let children = then.evidence.states.map(|became| became.children() as u32);
        let looked_after = then.evidence.arrivals.looked_after as u32;
        let drawn = self.draw(pair + 1, authority, &own, &children, looked_after, then.known_scores.clone()).ok()?;
        let forecast = Spread::of(&drawn, self.seed.unit)?;
        Some(Trial { forecast, came, stays, steady: then.steady.and_then(value) })
    }
}

/// The value, not rounded.
fn value(unit: Unit, (numerator, denominator): Counts) -> Option<f64> {
    (denominator > 0).then(|| unit.times() as f64 * numerator as f64 / denominator as f64)
}
