//! 188, 189: a score, or a reason for none, for a child who is too young or too old for one.

use super::{SCORED_FROM, SCORED_UNTIL};
use crate::check::child::Child;
use crate::check::finding::Found;
use crate::check::items::filled;
use crate::check::rule::{Returns, Rule, Severity};
use crate::returns::table::Table;

/// 188: under 4 on the last day of the year.
pub const RULE_188: Rule = Rule {
    number: "188",
    message: "A child under 4 at the end of the year has a score or a reason for having none",
    check: |child, found| {
        let four = child.birth().map(|birth| birth.birthday(SCORED_FROM));
        if four.is_some_and(|four| four > child.year_end()) {
            report(child, found);
        }
    },
    ..SHAPE
};

/// 189: 17 before the first day of the year.
pub const RULE_189: Rule = Rule {
    number: "189",
    message: "A child aged 17 before the year began has a score or a reason for having none",
    check: |child, found| {
        let seventeen = child.latest_birth().map(|birth| birth.birthday(SCORED_UNTIL));
        if seventeen.is_some_and(|seventeen| seventeen < child.year_start()) {
            report(child, found);
        }
    },
    ..SHAPE
};

/// What the two have in common.
const SHAPE: Rule = Rule {
    number: "",
    message: "",
    remedy: "leave SDQ_SCORE and SDQ_REASON blank, or correct DOB",
    severity: Severity::Error,
    indicators: &[58],
    needs: &[Table::Header, Table::Oc2],
    needs_before: &[],
    needs_columns: &[],
    returns: Returns::ALL,
    check: |_, _| {},
};

fn report(child: &Child<'_>, found: &mut Found<'_>) {
    let birth = child.birth_told();
    for row in child.rows.oc2 {
        let mut cells = filled(&row.questionnaire());
        if !cells.is_empty() {
            cells.push(("DOB", &birth));
            found.row(row.at, &cells);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{RULE_188, RULE_189};
    use crate::check::example::{bad, good};

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

    #[test]
    fn under_4_on_the_last_day_is_too_young() {
        for (row, said) in [("9 - 1", "SDQ_SCORE=9"), ("- SDQ1 1", "SDQ_REASON=SDQ1")] {
            let found = format!("A oc2 2 {said} DOB=01/04/2007");
            bad(&RULE_188, &returns("01/04/2007", row, ""), &[&found]);
            good(&RULE_188, &returns("31/03/2007", row, ""));
        }
        good(&RULE_188, &returns("01/04/2007", "- - 1", ""));
    }

    #[test]
    fn seventeen_the_day_before_the_first_is_too_old() {
        for (row, said) in [("9 - 1", "SDQ_SCORE=9"), ("- SDQ1 1", "SDQ_REASON=SDQ1")] {
            let found = format!("A oc2 2 {said} DOB=31/03/1993");
            bad(&RULE_189, &returns("31/03/1993", row, ""), &[&found]);
            good(&RULE_189, &returns("01/04/1993", row, ""));
        }
        good(&RULE_189, &returns("31/03/1993", "- - 1", ""));
    }

    #[test]
    fn births_given_to_the_month_are_as_sure() {
        let others = "B 1 01/05/2000 WBRI\nC 1 01/05/2000 WBRI";
        bad(&RULE_188, &returns("01/04/2007", "9 - -", others), &["A oc2 2 SDQ_SCORE=9 DOB=01/04/2007"]);
        good(&RULE_188, &returns("01/03/2007", "9 - -", others));
        bad(&RULE_189, &returns("01/03/1993", "9 - -", others), &["A oc2 2 SDQ_SCORE=9 DOB=01/03/1993"]);
        good(&RULE_189, &returns("01/04/1993", "9 - -", others));
    }
}
