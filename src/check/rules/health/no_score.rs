//! Children in care for twelve months who have neither a score nor a reason for having none.

use crate::check::child::Child;
use crate::check::found::Found;

/// The remedy.
pub(crate) const GIVE_SCORE_OR_REASON: &str = "fill in SDQ_SCORE, or SDQ_REASON where there is no score";

/// Reports the child's row of OC2 where it has neither. A child without a row is left to rule 191.
pub(crate) fn report_unscored(child: &Child<'_>, found: &mut Found) {
    let unscored = child.rows.oc2_row().filter(|row| row.sdq_score.is_empty() && row.sdq_reason.is_empty());
    if let Some(row) = unscored.filter(|_| child.twelve_months_in_care()) {
        let [score, reason] = row.questionnaire();
        found.row(row.at, &[score, reason, ("DOB", &child.birth_shown())]);
    }
}

#[cfg(test)]
pub(crate) mod examples {
    use crate::check::example::good;
    use crate::check::rule::Rule;

    /// Child A, born on one day and in care since another, with a row of OC2; and other children in the header.
    fn with_others(birth: &str, start: &str, row: &str, others: &str) -> String {
        format!(
            "2011 header
             CHILD SEX DOB ETHNIC
             A 1 {birth} WBRI
             {others}
             2011 episodes
             CHILD DECOM RNE LS PLACE DEC REC
             A {start} S C2 Q2 - -
             2011 oc2
             CHILD SDQ_SCORE SDQ_REASON
             A {row}"
        )
    }

    /// Child A, born on the day and in care all year, without a score or a reason.
    pub(crate) fn unscored(birth: &str) -> String {
        with_others(birth, "01/04/2010", "- -", "")
    }

    /// The same, where births are given to the month.
    pub(crate) fn to_the_month(birth: &str) -> String {
        with_others(birth, "01/04/2010", "- -", "B 1 01/05/2000 WBRI\nC 1 01/05/2000 WBRI")
    }

    /// What a rule finds of child A.
    pub(crate) fn found(birth: &str) -> String {
        format!("A oc2 2 SDQ_SCORE= SDQ_REASON= DOB={birth}")
    }

    /// A score is enough, so is a reason, and neither is asked after less than twelve months in care.
    pub(crate) fn asks_for_one_after_twelve_months(rule: &'static Rule) {
        good(rule, &with_others("01/04/2006", "01/04/2010", "0 -", ""));
        good(rule, &with_others("01/04/2006", "01/04/2010", "- SDQ2", ""));
        good(rule, &with_others("01/04/2006", "02/04/2010", "- -", ""));
    }
}
