//! A score, or a reason for having none, of a child who is too young or too old for one.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::items::filled;

/// The remedy.
pub(crate) const LEAVE_BLANK_OR_CORRECT_DOB: &str = "leave SDQ_SCORE and SDQ_REASON blank, or correct DOB";

/// Reports the child's rows with a score or a reason.
pub(crate) fn report_scored(child: &Child<'_>, found: &mut Found) {
    let birth = child.birth_shown();
    for row in child.rows.oc2 {
        let mut cells = filled(&row.questionnaire());
        if !cells.is_empty() {
            cells.push(("DOB", &birth));
            found.row(row.at, &cells);
        }
    }
}

#[cfg(test)]
pub(crate) mod examples {
    use crate::check::example::{bad, good};
    use crate::check::rule::Rule;

    fn returns(birth: &str, row: &str, others: &str) -> String {
        format!(
            "2011 header
             CHILD SEX DOB ETHNIC
             A 1 {birth} WBRI
             {others}
             2011 oc2
             CHILD SDQ_SCORE SDQ_REASON HEALTH_CHECK
             A {row}"
        )
    }

    /// A score or a reason is found of a child born on one day and not on another.
    pub(crate) fn finds_a_score_or_a_reason(rule: &'static Rule, wrong: &str, right: &str) {
        for (row, shown) in [("9 - 1", "SDQ_SCORE=9"), ("- SDQ1 1", "SDQ_REASON=SDQ1")] {
            bad(rule, &returns(wrong, row, ""), &[&format!("A oc2 2 {shown} DOB={wrong}")]);
            good(rule, &returns(right, row, ""));
        }
        good(rule, &returns(wrong, "- - 1", ""));
    }

    /// So is a score where births are given to the month.
    pub(crate) fn is_as_sure_to_the_month(rule: &'static Rule, wrong: &str, right: &str) {
        let others = "B 1 01/05/2000 WBRI\nC 1 01/05/2000 WBRI";
        bad(rule, &returns(wrong, "9 - -", others), &[&format!("A oc2 2 SDQ_SCORE=9 DOB={wrong}")]);
        good(rule, &returns(right, "9 - -", others));
    }
}
