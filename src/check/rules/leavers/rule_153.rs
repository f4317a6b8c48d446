//! 153: OC3 is filled in part.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::items::is_partly_filled;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "153",
    "Some items of the care leaver are filled and some are blank",
    "fill in IN_TOUCH, ACTIV and ACCOM, the last two with 0 where they are not known, or take the row away",
    check,
)
.touching(&[147, 148])
.needing(&[Table::Oc3]);

fn check(child: &Child<'_>, found: &mut Found) {
    for row in child.rows.oc3.iter().filter(|row| is_partly_filled(&row.items())) {
        found.row(row.at, &row.items());
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn one_or_two_blank_items_are_found() {
        bad(
            &RULE,
            "2011 oc3
             CHILD IN_TOUCH ACTIV ACCOM
             A     NO       -     -
             B     -        0     B1",
            &["A oc3 2 IN_TOUCH=NO ACTIV= ACCOM=", "B oc3 3 IN_TOUCH= ACTIV=0 ACCOM=B1"],
        );
    }

    #[test]
    fn a_zero_is_an_answer_and_an_empty_row_is_right() {
        good(
            &RULE,
            "2011 oc3
             CHILD IN_TOUCH ACTIV ACCOM
             A     NO       0     0
             B     -        -     -",
        );
    }
}
