//! NI 63: who leaves the population by age, who comes into it, and whose placement counts, or would.

use super::{Watch, Watched};
use crate::forecast::state::State;
use crate::indicators::ni063::Placed;
use crate::indicators::outcome::Decision;
use crate::indicators::question::Question;
use crate::indicators::witness::Witness;
use crate::timeframe::first_day_lasting;

pub(super) fn watch(child: &Watched<'_>) -> Option<Watch> {
    let timeframe = child.timeframe();
    let period = child.period()?;
    let placed = Placed::on(child.known, period, timeframe.known)?;
    let [age_under, months_in_care, months_in_placement] = child.question().numbers();
    let now = decided_now(child);
    let in_population_now = now.is_some_and(|decision| decision.in_denominator());
    let turns = child.known.birth.map(|birth| birth.birthday(age_under));
    if let (true, Some(birthday), Some(now)) = (in_population_now, turns.filter(|day| *day <= timeframe.as_at), now) {
        return Some(Watch { state: State::TurnsSixteen, by: Some(birthday), flags: now.flags });
    }
    let decision = child.decision.filter(|decision| decision.in_denominator())?;
    let lasting = placed.first_day_lasting(months_in_placement);
    let before_is_long = || {
        let before = placed.before?;
        (first_day_lasting(months_in_placement, before.start) <= timeframe.as_at).then_some(())
    };
    let (state, by) = match decision.in_numerator() {
        true if lasting > timeframe.known => (State::ReachesTwoYears, lasting),
        true => (State::Holds, timeframe.as_at),
        false if !in_population_now => (State::Joins, first_day_lasting(months_in_care, period.start)),
        false => before_is_long().map(|()| (State::AdoptiveWouldCount, timeframe.as_at))?,
    };
    Some(Watch { state, by: Some(by), flags: decision.flags })
}

/// What the indicator decides of the day up to which things are known.
fn decided_now(child: &Watched<'_>) -> Option<Decision> {
    let question = Question { timeframe: child.timeframe().now(), ..child.question().clone() };
    child.asked.indicator.decide(child.known, &question, &mut Witness::silent()).ok()
}
