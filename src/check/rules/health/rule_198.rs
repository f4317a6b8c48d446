//! 198: a reason for having no score for a child not looked after for twelve months.

use super::not_twelve_months::report_filled;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "198",
    "The child has a reason for having no score but was not looked after for twelve months on 31 March",
    "leave SDQ_REASON blank, or correct the episodes",
    |child, found| report_filled(child, |row| [row.reason()], found),
)
.touching(&[58])
.needing(&[Table::Episodes, Table::Oc2]);

#[cfg(test)]
mod tests {
    use super::super::not_twelve_months::examples::reports_its_item_after_less_than_twelve_months;
    use super::RULE;

    #[test]
    fn less_than_twelve_months_in_care_is_found() {
        reports_its_item_after_less_than_twelve_months(&RULE, "SDQ_REASON=SDQ1");
    }
}
