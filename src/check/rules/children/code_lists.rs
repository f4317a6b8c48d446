//! 101, 103: codes of the header that are on no list of the return's year.

use crate::check::child::Child;
use crate::check::finding::Found;
use crate::check::rows::HeaderRow;
use crate::check::rule::{EVERY_INDICATOR, Returns, Rule, Severity};
use crate::returns::table::Table;

/// 101: SEX.
pub const RULE_101: Rule = rule("101", "SEX is missing or is no code of this year's return", |child, found| {
    unlisted(child, "SEX", |row| row.sex, found);
});

/// 103: ETHNIC.
pub const RULE_103: Rule = rule("103", "ETHNIC is missing or is no code of this year's return", |child, found| {
    unlisted(child, "ETHNIC", |row| row.ethnic, found);
});

const fn rule(number: &'static str, message: &'static str, check: fn(&Child<'_>, &mut Found<'_>)) -> Rule {
    Rule {
        number,
        message,
        remedy: "use a code of the list for the year of the return",
        severity: Severity::Error,
        indicators: EVERY_INDICATOR,
        needs: &[Table::Header],
        needs_before: &[],
        needs_columns: &[],
        returns: Returns::ALL,
        check,
    }
}

fn unlisted(
    child: &Child<'_>,
    column: &'static str,
    code: impl for<'row> Fn(&HeaderRow<'row>) -> &'row str,
    found: &mut Found<'_>,
) {
    for row in child.rows.header {
        let code = code(row);
        if code.is_empty() || !child.listed("header", column, code) {
            found.row(row.at, &[(column, code)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{RULE_101, RULE_103};
    use crate::check::example::{bad, good};

    #[test]
    fn sex_has_other_codes_from_2025() {
        bad(
            &RULE_101,
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
            &RULE_101,
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

    #[test]
    fn a_blank_or_made_up_ethnic_group_is_found() {
        bad(
            &RULE_103,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   02/05/2000 WBR
             B     1   02/05/2000 -",
            &["A header 2 ETHNIC=WBR", "B header 3 ETHNIC="],
        );
        good(
            &RULE_103,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   02/05/2000 wbri
             B     1   02/05/2000 NOBT",
        );
    }
}
