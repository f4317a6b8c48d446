//! 131: IN_TOUCH is blank or not on its list.

use crate::check::rule::Rule;
use crate::check::rules::code_lists::{Blank, report_unlisted};
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "131",
    "Whether the authority is in touch with the care leaver is missing or is not a code of the list",
    "write IN_TOUCH as YES, NO, DIED, REFU, NREQ or RHOM",
    |child, found| report_unlisted(child, child.rows.oc3, ("IN_TOUCH", |row| row.in_touch), Blank::Wrong, found),
)
.touching(&[147, 148])
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
            &["A oc3 2 IN_TOUCH=MAYBE", "B oc3 3 IN_TOUCH="],
        );
        good(&RULE, "2011 oc3\nCHILD IN_TOUCH ACTIV ACCOM\nA REFU F4 S1\nB NREQ - -\nC RHOM 0 0");
    }
}
