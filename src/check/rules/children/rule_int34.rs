//! INT34: a child has more than one row in OC3.

use super::more_than_once::{KEEP_ONE_ROW, report_others};
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule =
    Rule::error("INT34", "The child is in OC3 more than once", KEEP_ONE_ROW, |child, found| {
        report_others(child.rows.oc3, "IN_TOUCH", |row| row.in_touch, found);
    })
    .touching(&[147, 148])
    .needing(&[Table::Oc3]);

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_second_row_is_found() {
        bad(
            &RULE,
            "2011 oc3
             CHILD IN_TOUCH ACTIV ACCOM
             A     YES      F1    B1
             A     NO       0     0",
            &["A oc3 3 IN_TOUCH=NO"],
        );
        good(&RULE, "2011 oc3\nCHILD IN_TOUCH ACTIV ACCOM\nA YES F1 B1\nB YES F1 B1");
    }
}
