//! 503G: PL_POST, and so the distance, of the episode open at the end of last year's return is not what it was.

use super::changes::PL_POST;
use super::last_year::{CORRECT_THE_CELL, INDICATORS, report_difference};
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// A query: this year's return may have put last year's right.
pub(crate) const RULE: Rule = Rule::query(
    "503G",
    "PL_POST, and so the distance, of the episode open at the end of last year's return is not what it was",
    CORRECT_THE_CELL,
    |child, found| report_difference(child, &PL_POST, found),
)
.touching(INDICATORS)
.needing(&[Table::Episodes])
.needing_before(&[Table::Episodes]);

#[cfg(test)]
mod tests {
    use super::super::last_year::examples::{BEFORE, compares_its_column, years};
    use super::RULE;
    use crate::check::example::good;

    #[test]
    fn the_column_is_compared() {
        compares_its_column(&RULE, "PL_POST=IG117AB PL_POST last year=IG117AA");
    }

    #[test]
    fn a_sector_of_the_postcode_is_not_a_difference() {
        good(&RULE, &years(BEFORE, "A 01/06/2009 S C2 K2 N1 PR1 1 IG117 - -"));
    }
}
