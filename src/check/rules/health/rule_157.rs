//! 157: no score because of age, for a child of the ages for one.

use super::ages::of_age_all_year;
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// SDQ_REASON of a child under 4 or over 16 at the assessment.
const OTHER_AGE: &str = "SDQ1";

/// Goes up to the day before the 17th birthday, where the public rule stops at the 16th.
pub(crate) const RULE: Rule = Rule::error(
    "157",
    "A child aged 4 to 16 all year is said to have no score because of age",
    "give SDQ_SCORE, or the true reason in SDQ_REASON, or correct DOB",
    check,
)
.touching(&[58])
.needing(&[Table::Header, Table::Episodes, Table::Oc2])
.needing_columns(&[(Table::Oc2, "SDQ_REASON")]);

fn check(child: &Child<'_>, found: &mut Found) {
    let unscored = child.rows.oc2_row().filter(|row| row.sdq_score.is_empty() && row.sdq_reason == OTHER_AGE);
    if let Some(row) = unscored.filter(|_| of_age_all_year(child) && child.twelve_months_in_care()) {
        found.row(row.at, &[("SDQ_REASON", row.sdq_reason), ("DOB", &child.birth_shown())]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    const OTHERS: &str = "B 1 01/05/2000 WBRI\nC 1 01/05/2000 WBRI";

    fn returns(birth: &str, start: &str, row: &str, others: &str) -> String {
        format!(
            "2011 episodes
             CHILD DECOM RNE LS PLACE DEC REC
             A {start} S C2 Q2 - -
             2011 oc2
             CHILD SDQ_SCORE SDQ_REASON
             A {row}
             2011 header
             CHILD SEX DOB ETHNIC
             A 1 {birth} WBRI
             {others}"
        )
    }

    #[test]
    fn from_4_on_the_first_day_to_16_on_the_last_age_is_no_reason() {
        for birth in ["01/04/2006", "01/04/1994", "31/03/1995"] {
            let found = format!("A oc2 2 SDQ_REASON=SDQ1 DOB={birth}");
            bad(&RULE, &returns(birth, "01/04/2010", "- SDQ1", ""), &[&found]);
        }
    }

    #[test]
    fn a_date_of_birth_from_another_table_is_enough() {
        let elsewhere = returns("01/04/2000", "01/04/2010", "- SDQ1", "").replace("A 1 01/04/2000", "B 1 01/04/2000");
        let elsewhere = format!("{elsewhere}\n2011 reviews\nCHILD DOB REVIEW\nA 15/04/2000 01/05/2010");
        bad(&RULE, &elsewhere, &["A oc2 2 SDQ_REASON=SDQ1 DOB=15/04/2000"]);
    }

    #[test]
    fn age_may_be_the_reason_for_a_child_a_day_younger_or_older() {
        for birth in ["02/04/2006", "31/03/1994"] {
            good(&RULE, &returns(birth, "01/04/2010", "- SDQ1", ""));
        }
        good(&RULE, &returns("01/04/2000", "02/04/2010", "- SDQ1", ""));
        good(&RULE, &returns("01/04/2000", "01/04/2010", "- SDQ2", ""));
        good(&RULE, &returns("01/04/2000", "01/04/2010", "9 SDQ1", ""));
    }

    #[test]
    fn a_birth_given_as_april_may_be_after_the_first() {
        good(&RULE, &returns("01/04/2006", "01/04/2010", "- SDQ1", OTHERS));
        let found = "A oc2 2 SDQ_REASON=SDQ1 DOB=01/03/2006";
        bad(&RULE, &returns("01/03/2006", "01/04/2010", "- SDQ1", OTHERS), &[found]);
    }
}
