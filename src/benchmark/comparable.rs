//! What can be set beside others: a figure of a place and an indicator, exact or as it is printed.

use super::standing::Standing;
use crate::figures::{Behind, Figure, Status};
use crate::level::Level;
use crate::unit::Unit;

/// A figure that can be given its place. What is made of one kind is of that kind: from figures as they are printed
/// nothing exact can come.
pub trait Comparable: Clone + Send + Sync {
    /// What it is of.
    fn level(&self) -> Level;

    /// The code of the place.
    fn code(&self) -> &str;

    /// The name of the place.
    fn name(&self) -> &str;

    /// The indicator's number.
    fn indicator(&self) -> u16;

    /// The figure as it stands for its place in a year, as if nothing spoke against it; none where it has no value, or
    /// none that is shown.
    fn standing(&self, unit: Unit, year: i32) -> Option<Standing>;

    /// Whether there is a value, and it is hidden.
    fn is_hidden(&self) -> bool;

    /// Whether there is no value because nobody is in the denominator.
    fn has_nobody(&self) -> bool;

    /// The authorities behind it, for a region or England.
    fn behind(&self) -> Option<Behind>;
}

impl Comparable for Figure {
    fn level(&self) -> Level {
        self.level
    }

    fn code(&self) -> &str {
        &self.code
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn indicator(&self) -> u16 {
        self.indicator
    }

    fn standing(&self, unit: Unit, year: i32) -> Option<Standing> {
        Standing::of_figure(self, unit, year)
    }

    fn is_hidden(&self) -> bool {
        false
    }

    fn has_nobody(&self) -> bool {
        self.status == Status::NoDenominator
    }

    fn behind(&self) -> Option<Behind> {
        self.behind
    }
}
