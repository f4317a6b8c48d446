//! What is drawn from: the children of each state today with the weights of what may become of them, and the arrivals.

use super::evidence::ArrivalRate;

/// An authority's children on the day things are known, for one indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// The states with any child.
    pub states: Vec<StateToday>,
    /// How many children are looked after.
    pub looked_after: u32,
    /// How arrivals come into the numerator, and into the population only.
    pub arrivals: [ArrivalRate; 2],
}

/// The children of one state.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StateToday {
    /// How many there are.
    pub children: u32,
    /// The weights of being in the numerator, in the population only, and outside, at the outturn.
    pub weights: [f64; 3],
    /// Whether each has a score already, which counts where the child does (NI 58).
    pub scored: bool,
}
