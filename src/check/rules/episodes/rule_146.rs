//! 146: PLACE is blank or not on the list of the return's year.

use crate::check::rule::Rule;
use crate::check::rules::code_lists::{Blank, USE_A_LISTED_CODE, report_unlisted};
use crate::returns::table::Table;

pub(crate) const RULE: Rule =
    Rule::error("146", "PLACE is missing or is no code of this year's return", USE_A_LISTED_CODE, |child, found| {
        report_unlisted(child, child.rows.all_episodes(), ("PLACE", |row| row.place), Blank::Wrong, found);
    })
    .needing(&[Table::Episodes]);

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};
    use crate::check::rules::code_lists::examples::episode;

    #[test]
    fn a_blank_and_an_unlisted_code_are_found() {
        bad(&RULE, &episode(2011, "S C2 N1 K9 PR1 X1"), &["A episodes 2 PLACE=K9"]);
        bad(&RULE, &episode(2011, "S C2 N1 - PR1 X1"), &["A episodes 2 PLACE="]);
    }

    #[test]
    fn codes_are_compared_without_case() {
        good(&RULE, &episode(2011, "s c2 n1 k2 pr1 x1"));
    }

    #[test]
    fn codes_are_checked_against_the_list_of_the_year() {
        bad(&RULE, &episode(2011, "S C2 N1 M1 PR1 X1"), &["A episodes 2 PLACE=M1"]);
        good(&RULE, &episode(2010, "S C2 N1 M1 PR1 X1"));
        bad(&RULE, &episode(2025, "S C2 N1 H5 PR1 X1"), &["A episodes 2 PLACE=H5"]);
        good(&RULE, &episode(2024, "S C2 N1 H5 PR1 X1"));
    }
}
