//! 197A: a score, and a reason for having none.

use crate::check::child::Child;
use crate::check::finding::Found;
use crate::check::rule::{Returns, Rule, Severity};
use crate::returns::table::Table;

/// The rule.
pub const RULE: Rule = Rule {
    number: "197A",
    message: "There is a score and also a reason for having none",
    remedy: "leave SDQ_REASON blank where there is a score",
    severity: Severity::Error,
    indicators: &[58],
    needs: &[Table::Oc2],
    needs_before: &[],
    needs_columns: &[(Table::Oc2, "SDQ_REASON")],
    returns: Returns::ALL,
    check,
};

fn check(child: &Child<'_>, found: &mut Found<'_>) {
    for row in child.rows.oc2.iter().filter(|row| !row.sdq_score.is_empty() && !row.sdq_reason.is_empty()) {
        found.row(row.at, &row.questionnaire());
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_score_with_a_reason_for_none_is_found() {
        bad(
            &RULE,
            "2011 oc2
             CHILD SDQ_SCORE SDQ_REASON
             A     0         SDQ2",
            &["A oc2 2 SDQ_SCORE=0 SDQ_REASON=SDQ2"],
        );
    }

    #[test]
    fn one_of_the_two_or_neither_is_right() {
        good(
            &RULE,
            "2011 oc2
             CHILD SDQ_SCORE SDQ_REASON
             A     0         -
             B     -         SDQ2
             C     -         -",
        );
    }
}
