//! 186, 197B: a child who should have a score has none, and no reason for it.

use super::{SCORED_FROM, SCORED_UNTIL, of_age_all_year};
use crate::check::child::Child;
use crate::check::finding::Found;
use crate::check::rule::{Returns, Rule, Severity};
use crate::returns::table::Table;

/// 186: of the questionnaire's ages all year. A child whom OC2 has not at all is 191's.
pub const RULE_186: Rule = Rule {
    number: "186",
    message: "A child aged 4 to 16 all year and looked after for twelve months has neither a score nor a reason for none",
    check: |child, found| {
        if of_age_all_year(child) {
            report(child, found);
        }
    },
    ..SHAPE
};

/// 197B: 4 or 17 in the year.
pub const RULE_197B: Rule = Rule {
    number: "197B",
    message: "A child who turned 4 or 17 and was looked after for twelve months has neither a score nor a reason for none",
    check: |child, found| {
        // The year is made of whole months: births given to the month are no less sure.
        let turned = |age| child.birth().is_some_and(|birth| child.in_year(birth.birthday(age)));
        if turned(SCORED_FROM) || turned(SCORED_UNTIL) {
            report(child, found);
        }
    },
    ..SHAPE
};

/// What the two have in common.
const SHAPE: Rule = Rule {
    number: "",
    message: "",
    remedy: "fill in SDQ_SCORE, or SDQ_REASON where there is no score",
    severity: Severity::Error,
    indicators: &[58],
    needs: &[Table::Header, Table::Episodes, Table::Oc2],
    needs_before: &[],
    needs_columns: &[],
    returns: Returns::ALL,
    check: |_, _| {},
};

fn report(child: &Child<'_>, found: &mut Found<'_>) {
    let unscored = child.rows.oc2_row().filter(|row| row.sdq_score.is_empty() && row.sdq_reason.is_empty());
    if let Some(row) = unscored.filter(|_| child.twelve_months_in_care()) {
        let [score, reason] = row.questionnaire();
        found.row(row.at, &[score, reason, ("DOB", &child.birth_told())]);
    }
}

#[cfg(test)]
mod tests {
    use super::{RULE_186, RULE_197B};
    use crate::check::example::{bad, good};

    /// A child born on the day and in care since another, with an OC2 row; and other children.
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

    fn returns(birth: &str, row: &str) -> String {
        with_others(birth, "01/04/2010", row, "")
    }

    fn to_the_month(birth: &str) -> String {
        with_others(birth, "01/04/2010", "- -", "B 1 01/05/2000 WBRI\nC 1 01/05/2000 WBRI")
    }

    #[test]
    fn from_4_on_the_first_day_to_16_on_the_last_a_score_or_a_reason_is_due() {
        for birth in ["01/04/2006", "31/03/2006", "01/04/1994"] {
            bad(&RULE_186, &returns(birth, "- -"), &[&format!("A oc2 2 SDQ_SCORE= SDQ_REASON= DOB={birth}")]);
        }
        for birth in ["02/04/2006", "31/03/1994"] {
            good(&RULE_186, &returns(birth, "- -"));
        }
    }

    #[test]
    fn a_score_or_a_reason_will_do_and_less_than_twelve_months_ask_for_neither() {
        for rule in [&RULE_186, &RULE_197B] {
            good(rule, &returns("01/04/2006", "0 -"));
            good(rule, &returns("01/04/2006", "- SDQ2"));
            good(rule, &with_others("01/04/2006", "02/04/2010", "- -", ""));
        }
    }

    #[test]
    fn turning_4_or_17_in_the_year_asks_for_a_score_or_a_reason() {
        for birth in ["01/04/2006", "31/03/2007", "01/04/1993", "31/03/1994"] {
            bad(&RULE_197B, &returns(birth, "- -"), &[&format!("A oc2 2 SDQ_SCORE= SDQ_REASON= DOB={birth}")]);
        }
        for birth in ["31/03/2006", "01/04/2007", "31/03/1993", "01/04/1994"] {
            good(&RULE_197B, &returns(birth, "- -"));
        }
    }

    #[test]
    fn where_births_are_given_to_the_month_one_in_april_may_be_after_the_first() {
        good(&RULE_186, &to_the_month("01/04/2006"));
        let found = |birth| format!("A oc2 2 SDQ_SCORE= SDQ_REASON= DOB={birth}");
        bad(&RULE_186, &to_the_month("01/03/2006"), &[&found("01/03/2006")]);
        bad(&RULE_186, &to_the_month("01/04/1994"), &[&found("01/04/1994")]);
        bad(&RULE_197B, &to_the_month("01/04/2006"), &[&found("01/04/2006")]);
    }
}
