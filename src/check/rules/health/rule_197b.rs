//! 197B: a child who turned 4 or 17 in the year has neither a score nor a reason for having none.

use super::ages::{SCORED_FROM, SCORED_UNTIL};
use super::no_score::{GIVE_SCORE_OR_REASON, report_unscored};
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "197B",
    "A child who turned 4 or 17 and was looked after for twelve months has neither a score nor a reason for none",
    GIVE_SCORE_OR_REASON,
    check,
)
.touching(&[58])
.needing(&[Table::Header, Table::Episodes, Table::Oc2]);

fn check(child: &Child<'_>, found: &mut Found) {
    // Births given to the month are as sure: the year is made of whole months.
    let turned = |age| child.birth().is_some_and(|birth| child.in_year(birth.birthday(age)));
    if turned(SCORED_FROM) || turned(SCORED_UNTIL) {
        report_unscored(child, found);
    }
}

#[cfg(test)]
mod tests {
    use super::super::no_score::examples::{asks_for_one_after_twelve_months, found, to_the_month, unscored};
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn turning_4_or_17_in_the_year_asks_for_a_score_or_a_reason() {
        for birth in ["01/04/2006", "31/03/2007", "01/04/1993", "31/03/1994"] {
            bad(&RULE, &unscored(birth), &[&found(birth)]);
        }
        for birth in ["31/03/2006", "01/04/2007", "31/03/1993", "01/04/1994"] {
            good(&RULE, &unscored(birth));
        }
    }

    #[test]
    fn a_score_or_a_reason_is_asked_for_after_twelve_months() {
        asks_for_one_after_twelve_months(&RULE);
    }

    #[test]
    fn births_given_to_the_month_are_as_sure() {
        bad(&RULE, &to_the_month("01/04/2006"), &[&found("01/04/2006")]);
    }
}
