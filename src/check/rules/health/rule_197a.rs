//! 197A: there is both a score and a reason for having none.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "197A",
    "There is a score and also a reason for having none",
    "leave SDQ_REASON blank where there is a score",
    check,
)
.touching(&[58])
.needing(&[Table::Oc2])
.needing_columns(&[(Table::Oc2, "SDQ_REASON")]);

fn check(child: &Child<'_>, found: &mut Found) {
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
