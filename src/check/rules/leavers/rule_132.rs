//! 132: ACTIV is blank or not on its list.

use crate::check::rule::Rule;
use crate::check::rules::code_lists::{Blank, report_unlisted};
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "132",
    "The care leaver's activity is missing or is not a code of that year's list",
    "write ACTIV as a code of the year's list, 0 where it is not known",
    |child, found| report_unlisted(child, child.rows.oc3, ("ACTIV", |row| row.activ), Blank::Wrong, found),
)
.touching(&[148])
.needing(&[Table::Oc3]);

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_blank_and_an_unlisted_code_are_found() {
        bad(
            &RULE,
            "2011 oc3
             CHILD IN_TOUCH ACTIV ACCOM
             A     YES      F4    B1
             B     -        -     -
             C     yes      f3    b1
             D     DIED     0     0",
            &["A oc3 2 ACTIV=F4", "B oc3 3 ACTIV="],
        );
    }

    #[test]
    fn codes_are_checked_against_the_list_of_the_year() {
        let row = |year: i32, code: &str| format!("{year} oc3\nCHILD IN_TOUCH ACTIV ACCOM\nA YES {code} B1\n");
        good(&RULE, &row(2021, "F3"));
        good(&RULE, &row(2022, "F4"));
        bad(&RULE, &row(2021, "F4"), &["A oc3 2 ACTIV=F4"]);
        bad(&RULE, &row(2022, "F3"), &["A oc3 2 ACTIV=F3"]);
    }
}
