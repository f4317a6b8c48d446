//! 215: a care leaver has items that are asked only of children in care.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::items::filled;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "215",
    "OC3 is filled for a care leaver, and so are items of OC2 for children looked after for twelve months",
    "take away the row of OC3 if the child is in care, else that of OC2",
    check,
)
.touching(&[58, 147, 148])
.needing(&[Table::Oc2, Table::Oc3]);

fn check(child: &Child<'_>, found: &mut Found) {
    let Some((oc2, oc3)) = child.rows.oc2_row().zip(child.rows.oc3_row()) else {
        return;
    };
    let mut cells = filled(&oc2.health());
    if !cells.is_empty() {
        cells.extend(filled(&oc3.items()));
        found.rows(oc2.at, oc3.at, &cells);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn items_of_both_tables_are_found() {
        bad(
            &RULE,
            "2011 oc2
             CHILD SDQ_SCORE CONVICTED HEALTH_CHECK
             A     9         0         -
             2011 oc3
             CHILD IN_TOUCH ACTIV ACCOM
             A     NO       0     -",
            &["A oc2 2 CONVICTED=0 IN_TOUCH=NO ACTIV=0"],
        );
    }

    #[test]
    fn one_of_the_two_or_an_empty_row_is_right() {
        good(
            &RULE,
            "2011 oc2
             CHILD SDQ_SCORE CONVICTED HEALTH_CHECK
             A     9         0         -
             B     9         -         -
             C     9         0         1
             2011 oc3
             CHILD IN_TOUCH ACTIV ACCOM
             A     -        -     -
             B     NO       0     0
             D     NO       0     0",
        );
    }
}
