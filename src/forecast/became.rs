//! What became of children at an outturn, by the returns of today.

use super::ahead::Ahead;
use super::steady::IndicatorStates;
use crate::care::CareHistories;
use crate::indicators::{IndicatorOutcomes, Outcomes};
use crate::quality::CleanReturns;

/// What became of a child for an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum End {
    /// In numerator and denominator; for NI 58, scored.
    In,
    /// In the denominator alone.
    NotMet,
    /// In neither.
    Out,
}

/// What became of every child at the outturn of a look ahead, by all that the returns hold: the ordinary figures of that day.
pub fn became(ahead: &Ahead<'_>, clean: &CleanReturns) -> Outcomes {
    let afterwards = ahead.afterwards();
    Outcomes::measure(&CareHistories::build(clean, afterwards), afterwards, clean)
}

/// What became of a child, by its index.
pub fn end_of(outcomes: &IndicatorOutcomes, child: u32) -> End {
    let place = outcomes.decisions.binary_search_by_key(&child, |(child, _)| *child);
    match place.ok().map(|place| &outcomes.decisions[place].1) {
        Some(decision) if decision.in_numerator() => End::In,
        Some(decision) if decision.in_denominator() => End::NotMet,
        _ => End::Out,
    }
}

/// How many children who were not followed counted at the outturn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Arrivals {
    /// In numerator and denominator.
    pub met: u32,
    /// In the denominator alone.
    pub not_met: u32,
}

/// Counts those of an authority and indicator.
pub fn arrivals(states: &IndicatorStates, outcomes: &IndicatorOutcomes) -> Arrivals {
    let followed = |child: &u32| states.children.binary_search_by_key(child, |followed| followed.child).is_ok();
    let mut arrivals = Arrivals::default();
    for (_, decision) in outcomes.decisions.iter().filter(|(child, _)| !followed(child)) {
        arrivals.met += u32::from(decision.in_numerator());
        arrivals.not_met += u32::from(decision.in_denominator() && !decision.in_numerator());
    }
    arrivals
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::Day;
    use crate::forecast::state::State;
    use crate::forecast::steady::ChildState;
    use crate::indicators::outcome::{Counted, Decision, Flags, Reason};
    use crate::indicators::outside::OutsideCounts;

    #[test]
    fn whoever_counts_and_was_not_followed_is_an_arrival() {
        let child = |child| ChildState { child, state: State::Out, by: None, score: None, flags: Flags::NONE };
        let states = IndicatorStates {
            indicator: 62,
            not_known_yet: false,
            cover_too_short: false,
            cover: Day::first_of_april(2010),
            cohort_assumed: false,
            children: vec![child(1), child(3)],
        };
        let not_met = Counted::NotMet(Reason::FewerThanThreePlacements);
        let decided =
            [(0, Counted::Met), (1, Counted::Met), (2, not_met), (3, not_met), (4, Counted::Out(Reason::Rhom))];
        let decisions = decided.map(|(child, counted)| (child, Decision::new(counted, Flags::NONE))).to_vec();
        let outside = OutsideCounts::default();
        let outcomes = IndicatorOutcomes { indicator: 62, cover_too_short: false, decisions, outside };
        let ends = [0, 1, 2, 3, 4, 5].map(|child| end_of(&outcomes, child));
        assert_eq!(ends, [End::In, End::In, End::NotMet, End::NotMet, End::Out, End::Out]);
        assert_eq!(arrivals(&states, &outcomes), Arrivals { met: 1, not_met: 1 });
    }
}
