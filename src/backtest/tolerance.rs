//! How far a figure may lie from what was published.

use crate::decimal::Decimal;

/// How far a figure may lie from the published one, in points: from 0, with at most three decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tolerance(pub(super) Decimal);

impl Tolerance {
    /// Reads a number from 0 with at most three decimals.
    pub fn read(text: &str) -> Option<Tolerance> {
        Decimal::read(text).filter(|number| number.decimals() <= 3).map(Tolerance)
    }
}
