//! 376: a stay while the carer was on holiday lasted too long.

use super::temporary_stays::{CORRECT_DATES_OR_PLACE, report_too_long};
use crate::check::rule::Rule;
use crate::code::Code;
use crate::returns::table::Table;

/// A stay while the carer is on holiday.
const PLACE: Code = Code::of("T3");
/// The most days of one.
const LONGEST: i32 = 3 * 7;

pub(crate) const RULE: Rule = Rule::error(
    "376",
    "A temporary stay while the carer is on holiday (T3) lasted more than three weeks",
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
        has_a_longest(&RULE, "T3", "22/06/2010", "23/06/2010");
    }
}
