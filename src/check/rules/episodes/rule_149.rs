//! 149: REC is not on the list of the return's year.

use crate::check::rule::Rule;
use crate::check::rules::code_lists::{Blank, USE_A_LISTED_CODE, report_unlisted};
use crate::returns::table::Table;

/// REC is blank while the episode is open.
pub(crate) const RULE: Rule =
    Rule::error("149", "REC is no code of this year's return", USE_A_LISTED_CODE, |child, found| {
        report_unlisted(child, child.rows.all_episodes(), ("REC", |row| row.rec), Blank::Right, found);
    })
    .needing(&[Table::Episodes]);

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};
    use crate::check::rules::code_lists::examples::episode;

    #[test]
    fn an_unlisted_code_is_found_and_a_blank_is_not() {
        bad(&RULE, &episode(2011, "S C2 N1 K2 PR1 E99"), &["A episodes 2 REC=E99"]);
        good(&RULE, &episode(2011, "S C2 - K2 - -"));
    }

    #[test]
    fn codes_are_compared_without_case() {
        good(&RULE, &episode(2011, "s c2 n1 k2 pr1 x1"));
    }

    #[test]
    fn codes_are_checked_against_the_list_of_the_year() {
        bad(&RULE, &episode(2019, "S C2 N1 K2 PR1 E43"), &["A episodes 2 REC=E43"]);
        good(&RULE, &episode(2018, "S C2 N1 K2 PR1 E43"));
    }
}
