//! 503B: LS of the episode open at the end of last year's return is not what it was.

use super::changes::LS;
use super::last_year::{CORRECT_THE_CELL, INDICATORS, report_difference};
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// A query: this year's return may have put last year's right.
pub(crate) const RULE: Rule = Rule::query(
    "503B",
    "LS of the episode open at the end of last year's return is not what it was",
    CORRECT_THE_CELL,
    |child, found| report_difference(child, &LS, found),
)
.touching(INDICATORS)
.needing(&[Table::Episodes])
.needing_before(&[Table::Episodes]);

#[cfg(test)]
mod tests {
    use super::super::last_year::examples::compares_its_column;
    use super::RULE;

    #[test]
    fn the_column_is_compared() {
        compares_its_column(&RULE, "LS=C1 LS last year=C2");
    }
}
