//! 133: ACCOM is blank or not on its list.

use crate::check::rule::Rule;
use crate::check::rules::code_lists::{Blank, report_unlisted};
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "133",
    "The care leaver's accommodation is missing or is not a code of the list",
    "write ACCOM as a code of the list, with 1 for suitable or 2 for unsuitable, 0 where it is not known",
    |child, found| report_unlisted(child, child.rows.oc3, ("ACCOM", |row| row.accom), Blank::Wrong, found),
)
.touching(&[147])
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
             A     MAYBE    F4    S1
             B     -        -     -
             C     yes      f3    b1
             D     DIED     0     0.0
             E     NO       0     01",
            &["A oc3 2 ACCOM=S1", "B oc3 3 ACCOM=", "E oc3 6 ACCOM=01"],
        );
        good(&RULE, "2011 oc3\nCHILD IN_TOUCH ACTIV ACCOM\nA - - S2\nB - - x2\nC - - 0");
    }
}
