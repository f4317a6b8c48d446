//! How many children of a place are in each state.

use super::state::State;
use super::steady::IndicatorStates;

/// How many children of an authority, or of several, stand where for one indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// How many are in each state, in the order of [`State::ALL`].
    states: [u64; State::ALL.len()],
    /// A return that would tell who is in the cohort of one of them is not loaded.
    pub cohort_assumed: bool,
}

impl Tally {
    /// Of one authority.
    pub(crate) fn of(states: &IndicatorStates) -> Tally {
        let mut tally = Tally { cohort_assumed: states.cohort_assumed, ..Tally::default() };
        states.children.iter().for_each(|child| tally.states[child.state as usize] += 1);
        tally
    }

    /// Of several, from those of each.
    pub(crate) fn sum<'tallies>(tallies: impl Iterator<Item = &'tallies Tally>) -> Tally {
        tallies.fold(Tally::default(), |mut sum, tally| {
            sum.states.iter_mut().zip(tally.states).for_each(|(sum, count)| *sum += count);
            sum.cohort_assumed |= tally.cohort_assumed;
            sum
        })
    }

    /// How many are in a state.
    pub fn count(&self, state: State) -> u64 {
        self.states[state as usize]
    }

    /// How many are in the states of a kind.
    pub(crate) fn count_where(&self, kind: impl Fn(State) -> bool) -> u64 {
        State::ALL.into_iter().filter(|state| kind(*state)).map(|state| self.count(state)).sum()
    }

    /// How many care leavers are pending; none where that is not known.
    pub fn pending(&self) -> Option<u64> {
        (!self.cohort_assumed).then(|| self.count(State::Nineteen))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_state_is_counted_in_its_own_place() {
        for (place, state) in State::ALL.into_iter().enumerate() {
            assert_eq!(state as usize, place, "{}", state.name());
        }
    }
}
