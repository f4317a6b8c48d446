//! What became of children in each state before, and the weights that follow for those of today.

use std::ops::AddAssign;

/// How many children the rate of all authorities is worth beside an authority's own.
pub const PRIOR_CHILDREN: f64 = 20.0;

/// Children of one state, by where they were at the outturn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Became {
    /// In the numerator.
    pub counted: u64,
    /// In the population, and not in the numerator.
    pub not_met: u64,
    /// Outside the population.
    pub out: u64,
}

impl Became {
    fn each(self) -> [f64; 3] {
        [self.counted, self.not_met, self.out].map(|children| children as f64)
    }

    /// How many children there are.
    pub fn children(self) -> u64 {
        self.counted + self.not_met + self.out
    }
}

impl AddAssign for Became {
    fn add_assign(&mut self, other: Became) {
        self.counted += other.counted;
        self.not_met += other.not_met;
        self.out += other.out;
    }
}

/// What can become of the children of a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Possible {
    /// They can be in the numerator.
    pub counted: bool,
    /// They can be in the population, and not in the numerator.
    pub not_met: bool,
    /// They can be outside the population.
    pub out: bool,
}

impl Possible {
    /// Anything can.
    pub const ANYTHING: Possible = Possible { counted: true, not_met: true, out: true };
}

/// The weights of the outcomes of a state, in children: in the numerator, in the population only, outside.
///
/// A Dirichlet posterior: the authority's own children, and as a prior the rates of all authorities, smoothed by one
/// child spread evenly over what is possible and worth [`PRIOR_CHILDREN`]. What is not possible has no weight unless it
/// happened.
pub fn weights(own: Became, all: Became, possible: Possible) -> [f64; 3] {
    let possible = [possible.counted, possible.not_met, possible.out];
    let ways = possible.iter().filter(|way| **way).count().max(1) as f64;
    let among = all.children() as f64 + 1.0;
    let (own, all) = (own.each(), all.each());
    std::array::from_fn(|way| {
        let smoothed = all[way] + if possible[way] { 1.0 / ways } else { 0.0 };
        PRIOR_CHILDREN * smoothed / among + own[way]
    })
}

/// Children who were not looked after when things were known, and were in the population at the outturn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Arrivals {
    /// How many pairs of days of an authority were counted.
    pub pairs: u64,
    /// Children looked after when things were known, over all pairs.
    pub looked_after: u64,
    /// Arrivals in the numerator.
    pub counted: u64,
    /// Arrivals in the population only.
    pub not_met: u64,
}

impl AddAssign for Arrivals {
    fn add_assign(&mut self, other: Arrivals) {
        self.pairs += other.pairs;
        self.looked_after += other.looked_after;
        self.counted += other.counted;
        self.not_met += other.not_met;
    }
}

/// What is known of a rate of arrivals: so many events (not whole, for a part is the prior's) among so many children
/// looked after.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ArrivalRate {
    /// Events.
    pub events: f64,
    /// Among so many children.
    pub among: f64,
}

/// The rates at which arrivals come into the numerator and into the population only.
///
/// A gamma posterior: the authority's own, and as a prior the rate of all authorities, worth one year of an authority
/// of the mean size.
pub fn arrival_rates(own: Arrivals, all: Arrivals) -> [ArrivalRate; 2] {
    let mean_size = all.looked_after as f64 / (all.pairs.max(1)) as f64;
    let rate = |own_events: u64, all_events: u64| {
        let of_all = if all.looked_after == 0 { 0.0 } else { all_events as f64 / all.looked_after as f64 };
        ArrivalRate { events: of_all * mean_size + own_events as f64, among: mean_size + own.looked_after as f64 }
    };
    [rate(own.counted, all.counted), rate(own.not_met, all.not_met)]
}

#[cfg(test)]
mod tests {
    use super::*;

    const COUNTED: Became = Became { counted: 1, not_met: 0, out: 0 };

    #[test]
    fn an_authority_that_was_never_seen_has_the_rate_of_all() {
        // Of 19 children and the one spread over two ways: 15.5, 4.5 and none of 20.
        let all = Became { counted: 15, not_met: 4, out: 0 };
        let possible = Possible { out: false, ..Possible::ANYTHING };
        assert_eq!(weights(Became::default(), all, possible), [15.5, 4.5, 0.0]);
    }

    #[test]
    fn own_children_count_one_each_beside_twenty() {
        let weights = weights(Became { counted: 8, ..COUNTED }, Became::default(), Possible::ANYTHING);
        let third = 20.0 * (1.0 / 3.0);
        assert_eq!(weights, [third + 8.0, third, third]);
    }

    #[test]
    fn what_is_not_possible_weighs_nothing_until_it_happened() {
        let never = Possible { counted: false, ..Possible::ANYTHING };
        assert_eq!(weights(Became::default(), Became::default(), never)[0], 0.0);
        assert_eq!(weights(COUNTED, COUNTED, never)[0], 11.0);
    }

    #[test]
    fn arrivals_of_all_are_worth_a_year_of_an_authority_of_the_mean_size() {
        // Two authorities in one pair: 30 arrivals among 400 children, 200 in the mean.
        let all = Arrivals { pairs: 2, looked_after: 400, counted: 30, not_met: 0 };
        let own = Arrivals { pairs: 1, looked_after: 100, counted: 3, not_met: 0 };
        let [counted, not_met] = arrival_rates(own, all);
        assert_eq!(counted, ArrivalRate { events: 18.0, among: 300.0 });
        assert_eq!(not_met, ArrivalRate { events: 0.0, among: 300.0 });
        assert_eq!(arrival_rates(Arrivals::default(), Arrivals::default())[0], ArrivalRate { events: 0.0, among: 0.0 });
    }
}
