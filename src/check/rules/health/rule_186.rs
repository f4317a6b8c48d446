//! 186: a child of the ages for a score all year has neither a score nor a reason for having none.

use super::ages::of_age_all_year;
use super::no_score::{GIVE_SCORE_OR_REASON, report_unscored};
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "186",
    "A child aged 4 to 16 all year and looked after for twelve months has neither a score nor a reason for none",
    GIVE_SCORE_OR_REASON,
    check,
)
.touching(&[58])
.needing(&[Table::Header, Table::Episodes, Table::Oc2]);

fn check(child: &Child<'_>, found: &mut Found) {
    if of_age_all_year(child) {
        report_unscored(child, found);
    }
}

#[cfg(test)]
mod tests {
    use super::super::no_score::examples::{asks_for_one_after_twelve_months, found, to_the_month, unscored};
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn from_4_on_the_first_day_to_16_on_the_last_a_score_or_a_reason_is_due() {
        for birth in ["01/04/2006", "31/03/2006", "01/04/1994"] {
            bad(&RULE, &unscored(birth), &[&found(birth)]);
        }
        for birth in ["02/04/2006", "31/03/1994"] {
            good(&RULE, &unscored(birth));
        }
    }

    #[test]
    fn a_score_or_a_reason_is_asked_for_after_twelve_months() {
        asks_for_one_after_twelve_months(&RULE);
    }

    #[test]
    fn a_birth_given_as_april_may_be_after_the_first() {
        good(&RULE, &to_the_month("01/04/2006"));
        for birth in ["01/03/2006", "01/04/1994"] {
            bad(&RULE, &to_the_month(birth), &[&found(birth)]);
        }
    }
}
