//! Reviews held in the window, and how children took part in them.

use super::population;
use super::rule::Child;
use crate::code::Code;
use crate::returns::table::Table;
use crate::seeds::breakdowns::Dimension;

/// Looked after in the window, in an authority whose returns of all its years have the table.
pub(super) fn in_table(child: &Child<'_>) -> bool {
    population::in_window(child) && child.returns_have(Table::Reviews)
}

/// Reviews held in the window on a day on which the child was looked after.
pub(super) fn held(child: &Child<'_>) -> u64 {
    codes(child).count() as u64
}

/// The same, counted by the group of the code of each.
pub(super) fn by_participation(child: &Child<'_>, dimension: &Dimension, counts: &mut [u64]) {
    for code in codes(child) {
        counts[usize::from(dimension.of_code(code).unwrap_or(dimension.not_known()))] += 1;
    }
}

/// How the child took part in each of them; blank where no row says.
fn codes(child: &Child<'_>) -> impl Iterator<Item = Code> {
    let of_child = child.history.reviews.iter().zip(child.participation);
    let of_child = of_child.filter(|_| child.returns_have(Table::Reviews));
    let counted = of_child.filter(|(day, _)| child.timeframe.holds(**day) && child.history.period_on(**day).is_some());
    counted.map(|(_, code)| *code)
}
