//! 143: RNE is blank or not on the list of the return's year.

use crate::check::rule::Rule;
use crate::check::rules::code_lists::{Blank, USE_A_LISTED_CODE, report_unlisted};
use crate::returns::table::Table;

/// A row without RNE is not used, so a blank is found too; so it is in LS (144) and PLACE (146).
pub(crate) const RULE: Rule =
    Rule::error("143", "RNE is missing or is no code of this year's return", USE_A_LISTED_CODE, |child, found| {
        report_unlisted(child, child.rows.all_episodes(), ("RNE", |row| row.rne), Blank::Wrong, found);
    })
    .needing(&[Table::Episodes]);

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};
    use crate::check::rules::code_lists::examples::episode;

    #[test]
    fn a_blank_and_an_unlisted_code_are_found() {
        bad(&RULE, &episode(2011, "X C2 N1 K2 PR1 X1"), &["A episodes 2 RNE=X"]);
        bad(&RULE, &episode(2011, "- C2 N1 K2 PR1 X1"), &["A episodes 2 RNE="]);
    }

    #[test]
    fn codes_are_compared_without_case() {
        good(&RULE, &episode(2011, "s c2 n1 k2 pr1 x1"));
    }

    #[test]
    fn a_code_of_the_year_is_right() {
        good(&RULE, &episode(2011, "U C2 N1 K2 PR1 X1"));
    }
}
