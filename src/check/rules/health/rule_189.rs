//! 189: a score, or a reason for none, of someone who turned 17 before the year began.

use super::ages::SCORED_UNTIL;
use super::other_ages::{LEAVE_BLANK_OR_CORRECT_DOB, report_scored};
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "189",
    "A child aged 17 before the year began has a score or a reason for having none",
    LEAVE_BLANK_OR_CORRECT_DOB,
    check,
)
.touching(&[58])
.needing(&[Table::Header, Table::Oc2]);

fn check(child: &Child<'_>, found: &mut Found) {
    let seventeen = child.latest_birth().map(|birth| birth.birthday(SCORED_UNTIL));
    if seventeen.is_some_and(|seventeen| seventeen < child.year_start()) {
        report_scored(child, found);
    }
}

#[cfg(test)]
mod tests {
    use super::super::other_ages::examples::{finds_a_score_or_a_reason, is_as_sure_to_the_month};
    use super::RULE;

    #[test]
    fn seventeen_before_the_first_day_is_too_old() {
        finds_a_score_or_a_reason(&RULE, "31/03/1993", "01/04/1993");
    }

    #[test]
    fn births_given_to_the_month_are_as_sure() {
        is_as_sure_to_the_month(&RULE, "01/03/1993", "01/04/1993");
    }
}
