//! 188: a score, or a reason for none, of a child under 4 on the last day of the year.

use super::ages::SCORED_FROM;
use super::other_ages::{LEAVE_BLANK_OR_CORRECT_DOB, report_scored};
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "188",
    "A child under 4 at the end of the year has a score or a reason for having none",
    LEAVE_BLANK_OR_CORRECT_DOB,
    check,
)
.touching(&[58])
.needing(&[Table::Header, Table::Oc2]);

fn check(child: &Child<'_>, found: &mut Found) {
    let four = child.birth().map(|birth| birth.birthday(SCORED_FROM));
    if four.is_some_and(|four| four > child.year_end()) {
        report_scored(child, found);
    }
}

#[cfg(test)]
mod tests {
    use super::super::other_ages::examples::{finds_a_score_or_a_reason, is_as_sure_to_the_month};
    use super::RULE;

    #[test]
    fn under_4_on_the_last_day_is_too_young() {
        finds_a_score_or_a_reason(&RULE, "01/04/2007", "31/03/2007");
    }

    #[test]
    fn births_given_to_the_month_are_as_sure() {
        is_as_sure_to_the_month(&RULE, "01/04/2007", "01/03/2007");
    }
}
