//! 103: ETHNIC is blank or not on the list of the return's year.

use crate::check::rule::Rule;
use crate::check::rules::code_lists::{Blank, USE_A_LISTED_CODE, report_unlisted};
use crate::returns::table::Table;

pub(crate) const RULE: Rule =
    Rule::error("103", "ETHNIC is missing or is no code of this year's return", USE_A_LISTED_CODE, |child, found| {
        report_unlisted(child, child.rows.header, ("ETHNIC", |row| row.ethnic), Blank::Wrong, found)
    })
    .needing(&[Table::Header]);

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_blank_or_made_up_ethnic_group_is_found() {
        bad(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   02/05/2000 WBR
             B     1   02/05/2000 -",
            &["A header 2 ETHNIC=WBR", "B header 3 ETHNIC="],
        );
        good(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   02/05/2000 wbri
             B     1   02/05/2000 NOBT",
        );
    }
}
