//! 144: LS is blank or not on the list of the return's year.

use crate::check::rule::Rule;
use crate::check::rules::code_lists::{Blank, USE_A_LISTED_CODE, report_unlisted};
use crate::returns::table::Table;

pub(crate) const RULE: Rule =
    Rule::error("144", "LS is missing or is no code of this year's return", USE_A_LISTED_CODE, |child, found| {
        report_unlisted(child, child.rows.all_episodes(), ("LS", |row| row.ls), Blank::Wrong, found);
    })
    .needing(&[Table::Episodes]);

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};
    use crate::check::rules::code_lists::examples::episode;

    #[test]
    fn a_blank_and_an_unlisted_code_are_found() {
        bad(&RULE, &episode(2011, "S C9 N1 K2 PR1 X1"), &["A episodes 2 LS=C9"]);
        bad(&RULE, &episode(2011, "S - N1 K2 PR1 X1"), &["A episodes 2 LS="]);
    }

    #[test]
    fn codes_are_compared_without_case() {
        good(&RULE, &episode(2011, "s c2 n1 k2 pr1 x1"));
    }

    #[test]
    fn a_row_without_a_date_is_checked_too() {
        bad(
            &RULE,
            "2011 episodes
             CHILD DECOM RNE LS PLACE DEC REC
             A     -     S   C9 K2    -   -",
            &["A episodes 2 LS=C9"],
        );
    }

    #[test]
    fn codes_are_checked_against_the_list_of_the_year() {
        bad(&RULE, &episode(2005, "S E1 N1 K2 PR1 X1"), &["A episodes 2 LS=E1"]);
        good(&RULE, &episode(2006, "S E1 N1 K2 PR1 X1"));
    }
}
