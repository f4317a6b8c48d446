//! How far a figure may differ from the published one.

use crate::decimal::Decimal;

/// How far a figure may differ from the published one, in points: 0 or more, with at most three decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tolerance(pub(super) Decimal);

impl Tolerance {
    /// Reads a number of 0 or more with at most three decimals.
    pub(crate) fn read(text: &str) -> Option<Tolerance> {
        Decimal::read(text).filter(|number| number.decimals() <= 3).map(Tolerance)
    }
}
