//! 101: SEX is blank or not on the list of the return's year.

use crate::check::rule::Rule;
use crate::check::rules::code_lists::{Blank, USE_A_LISTED_CODE, report_unlisted};
use crate::returns::table::Table;

pub(crate) const RULE: Rule =
    Rule::error("101", "SEX is missing or is no code of this year's return", USE_A_LISTED_CODE, |child, found| {
        report_unlisted(child, child.rows.header, ("SEX", |row| row.sex), Blank::Wrong, found)
    })
    .needing(&[Table::Header]);

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn sex_has_other_codes_from_2025() {
        bad(
            &RULE,
            "2024 header
             CHILD SEX DOB        ETHNIC
             A     M   02/05/2000 WBRI
             B     -   02/05/2000 WBRI
             2025 header
             CHILD SEX DOB        ETHNIC
             A     1   02/05/2000 WBRI",
            &["A header 2 SEX=M", "B header 3 SEX=", "A header 2 SEX=1"],
        );
        good(
            &RULE,
            "2024 header
             CHILD SEX DOB        ETHNIC
             A     1   02/05/2000 WBRI
             B     2.0 02/05/2000 WBRI
             2025 header
             CHILD SEX DOB        ETHNIC
             A     m   02/05/2000 WBRI
             B     U   02/05/2000 WBRI",
        );
    }
}
