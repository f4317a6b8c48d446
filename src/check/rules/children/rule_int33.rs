//! INT33: a child has more than one row in OC2.

use super::more_than_once::{KEEP_ONE_ROW, report_others};
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule =
    Rule::error("INT33", "The child is in OC2 more than once", KEEP_ONE_ROW, |child, found| {
        report_others(child.rows.oc2, "SDQ_SCORE", |row| row.sdq_score, found);
    })
    .touching(&[58])
    .needing(&[Table::Oc2]);

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_second_row_is_found() {
        bad(
            &RULE,
            "2011 oc2
             CHILD SDQ_SCORE
             A     12
             A     -",
            &["A oc2 3 SDQ_SCORE="],
        );
        good(&RULE, "2011 oc2\nCHILD SDQ_SCORE\nA 12\nB 12");
    }
}
