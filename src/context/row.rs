//! A number about the care population, as the tables have it.

use crate::level::Level;
use crate::rounding;
use crate::rounding::Tenths;
use crate::seeds::context::Of;

/// One number about the care population of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContextRow {
    /// The level of the place.
    pub level: Level,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The measure.
    pub measure: String,
    /// What people call it.
    pub title: String,
    /// The dimension and the group of those on the day; blank for the measure itself.
    pub group: Option<[String; 2]>,
    /// The children.
    pub numerator: u64,
    /// Of a share, the children of the whole; of a rate, the people under eighteen.
    pub denominator: Option<u64>,
    /// How it is counted.
    pub of: Of,
}

impl ContextRow {
    /// A share in percent, or a rate per 10,000; none where children are counted.
    pub(crate) fn value(&self) -> Option<Tenths> {
        self.denominator.and_then(|all| rounding::per(self.of.per(), self.numerator, all))
    }
}
