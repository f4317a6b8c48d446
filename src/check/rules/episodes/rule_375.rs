//! 375: a stay in hospital lasted too long.

use super::temporary_stays::{CORRECT_DATES_OR_PLACE, report_too_long};
use crate::check::rule::Rule;
use crate::code::Code;
use crate::returns::table::Table;

/// A stay in hospital.
const PLACE: Code = Code::of("T1");
/// The most days of one.
const LONGEST: i32 = 6 * 7;

pub(crate) const RULE: Rule = Rule::error(
    "375",
    "A temporary stay in hospital (T1) lasted more than six weeks",
    CORRECT_DATES_OR_PLACE,
    |child, found| report_too_long(child, PLACE, LONGEST, found),
)
.touching(&[62])
.needing(&[Table::Episodes]);

#[cfg(test)]
mod tests {
    use super::super::temporary_stays::examples::has_a_longest;
    use super::RULE;

    #[test]
    fn a_day_over_is_found() {
        has_a_longest(&RULE, "T1", "13/07/2010", "14/07/2010");
    }
}
