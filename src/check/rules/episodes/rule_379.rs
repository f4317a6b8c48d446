//! 379: a stay of seven days or less lasted longer.

use super::temporary_stays::{CORRECT_DATES_OR_PLACE, report_too_long};
use crate::check::rule::Rule;
use crate::code::Code;
use crate::returns::table::Table;

/// Any other stay of seven days or less.
const PLACE: Code = Code::of("T4");
/// The most days of one.
const LONGEST: i32 = 7;

pub(crate) const RULE: Rule = Rule::error(
    "379",
    "A temporary stay of seven days or less (T4) lasted more",
    CORRECT_DATES_OR_PLACE,
    |child, found| report_too_long(child, PLACE, LONGEST, found),
)
.touching(&[62])
.needing(&[Table::Episodes]);

#[cfg(test)]
mod tests {
    use super::super::temporary_stays::examples::has_a_longest;
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_day_over_is_found() {
        has_a_longest(&RULE, "T4", "08/06/2010", "09/06/2010");
    }

    #[test]
    fn an_open_stay_has_lasted_until_the_return_ended() {
        let with = |decom: &str| {
            format!(
                "2011 episodes
                 CHILD DECOM      RNE LS PLACE DEC        REC
                 A     01/05/2010 S   C2 K2    {decom}    X1
                 A     {decom}    P   C2 T4    -          -"
            )
        };
        good(&RULE, &with("25/03/2011"));
        bad(&RULE, &with("24/03/2011"), &["A episodes 3 PLACE=T4 DECOM=24/03/2011 DEC="]);
    }

    #[test]
    fn a_stay_goes_on_over_a_change_of_legal_status_and_is_found_once() {
        let with = |rne: &str| {
            format!(
                "2011 episodes
                 CHILD DECOM      RNE   LS PLACE DEC        REC
                 A     01/06/2010 P     C1 T4    05/06/2010 X1
                 A     05/06/2010 {rne} C2 T4    09/06/2010 X1
                 A     09/06/2010 {rne} C1 T4    10/06/2010 X1"
            )
        };
        bad(&RULE, &with("L"), &["A episodes 3 PLACE=T4 DECOM=05/06/2010 DEC=09/06/2010"]);
        good(&RULE, &with("B"));
    }
}
