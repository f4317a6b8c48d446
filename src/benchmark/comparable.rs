//! What can be compared: a figure of a place and an indicator, exact or as printed.

use super::standing::Standing;
use crate::figures::{Behind, Figure, Status};
use crate::level::Level;
use crate::unit::Unit;

/// A figure that can be compared. What is made from one kind stays that kind: nothing exact can come
/// from figures as printed.
pub trait Comparable: Clone + Send + Sync {
    /// The level of the place.
    fn level(&self) -> Level;

    /// The code of the place.
    fn code(&self) -> &str;

    /// The name of the place.
    fn name(&self) -> &str;

    /// The indicator's number.
    fn indicator(&self) -> u16;

    /// The figure as the standing of its place in a year, taken as usable and complete; none where it has no value, or
    /// none that is shown.
    fn standing(&self, unit: Unit, year: i32) -> Option<Standing>;

    /// Whether there is a value that is hidden.
    fn is_hidden(&self) -> bool;

    /// Whether there is no value because the denominator is zero.
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
