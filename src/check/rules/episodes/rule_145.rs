//! 145: CIN is not on the list of the return's year.

use crate::check::rule::Rule;
use crate::check::rules::code_lists::{Blank, USE_A_LISTED_CODE, report_unlisted};
use crate::returns::table::Table;

/// Older returns need not have the column.
pub(crate) const RULE: Rule =
    Rule::error("145", "CIN is no code of this year's return", USE_A_LISTED_CODE, |child, found| {
        report_unlisted(child, child.rows.all_episodes(), ("CIN", |row| row.cin), Blank::Right, found);
    })
    .needing(&[Table::Episodes])
    .needing_columns(&[(Table::Episodes, "CIN")]);

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};
    use crate::check::rules::code_lists::examples::episode;

    #[test]
    fn an_unlisted_code_is_found_and_a_blank_is_not() {
        bad(&RULE, &episode(2011, "S C2 N9 K2 PR1 X1"), &["A episodes 2 CIN=N9"]);
        good(&RULE, &episode(2011, "S C2 - K2 - -"));
    }

    #[test]
    fn codes_are_compared_without_case() {
        good(&RULE, &episode(2011, "s c2 n1 k2 pr1 x1"));
    }
}
