//! 503D: PLACE of the episode open at the end of last year's return is not what it was.

use super::changes::PLACE;
use super::last_year::{CORRECT_THE_CELL, INDICATORS, report_difference};
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// A query: this year's return may have put last year's right.
pub(crate) const RULE: Rule = Rule::query(
    "503D",
    "PLACE of the episode open at the end of last year's return is not what it was",
    CORRECT_THE_CELL,
    |child, found| report_difference(child, &PLACE, found),
)
.touching(INDICATORS)
.needing(&[Table::Episodes])
.needing_before(&[Table::Episodes]);

#[cfg(test)]
mod tests {
    use super::super::last_year::examples::compares_its_column;
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn the_column_is_compared() {
        compares_its_column(&RULE, "PLACE=K1 PLACE last year=K2");
    }

    #[test]
    fn a_code_that_the_lists_dropped_or_added_had_to_be_changed() {
        let years = |year: i32, before: &str, after: &str| {
            let heading = "CHILD DECOM RNE LS PLACE DEC REC";
            let row = |place: &str| format!("{heading}\nA 01/06/2009 S C2 {place} - -");
            format!("{} episodes\n{}\n{year} episodes\n{}", year - 1, row(before), row(after))
        };
        good(&RULE, &years(2015, "Q2", "U4"));
        good(&RULE, &years(2015, "Q2", "K2"));
        good(&RULE, &years(2024, "H5", "K3"));
        good(&RULE, &years(2026, "Z1", "Z11"));
        bad(&RULE, &years(2014, "Q2", "Q1"), &["A episodes 2 PLACE=Q1 PLACE last year=Q2"]);
        bad(&RULE, &years(2016, "U6", "U4"), &["A episodes 2 PLACE=U4 PLACE last year=U6"]);
    }
}
