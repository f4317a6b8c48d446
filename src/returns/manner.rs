//! How a file is read where its rows together decide it.

use crate::day::order::DateOrder;

/// How a file is read as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Manner {
    /// The order of the dates of each column, as far as it is known to be another than day first.
    pub orders: Vec<DateOrder>,
    /// Whether every line is as long as every other, and longer than the heading by blank cells alone.
    pub blank_surplus: bool,
    /// Whether a workbook counts its days from 1904 on.
    pub from_1904: bool,
}

impl Manner {
    /// The order of the dates in the column of that place.
    pub(crate) fn order(&self, place: usize) -> DateOrder {
        self.orders.get(place).copied().unwrap_or_default()
    }
}
