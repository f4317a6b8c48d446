//! 196: the reason for having no score is not on the list.

use crate::check::child::Child;
use crate::check::finding::Found;
use crate::check::rule::{Returns, Rule, Severity};
use crate::returns::table::Table;

/// The rule.
pub const RULE: Rule = Rule {
    number: "196",
    message: "The reason for having no score is not a code of the list",
    remedy: "write SDQ_REASON as SDQ1 to SDQ5, or leave it blank where there is a score",
    severity: Severity::Error,
    indicators: &[58],
    needs: &[Table::Oc2],
    needs_before: &[],
    needs_columns: &[(Table::Oc2, "SDQ_REASON")],
    returns: Returns::ALL,
    check,
};

fn check(child: &Child<'_>, found: &mut Found<'_>) {
    for row in child.rows.oc2.iter().filter(|row| !child.listed("oc2", "SDQ_REASON", row.sdq_reason)) {
        found.row(row.at, &[("SDQ_REASON", row.sdq_reason)]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_code_that_is_not_listed_is_found() {
        bad(
            &RULE,
            "2011 oc2
             CHILD SDQ_SCORE SDQ_REASON
             A     -         SDQ6
             B     -         1",
            &["A oc2 2 SDQ_REASON=SDQ6", "B oc2 3 SDQ_REASON=1"],
        );
    }

    #[test]
    fn the_codes_of_the_list_and_a_blank_are_right() {
        good(
            &RULE,
            "2011 oc2
             CHILD SDQ_SCORE SDQ_REASON
             A     -         SDQ1
             B     -         sdq5
             C     12        -
             D     -         -",
        );
    }
}
