//! 196: the reason for having no score is not on the list.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::check::rules::code_lists::{Blank, report_unlisted};
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "196",
    "The reason for having no score is not a code of the list",
    "write SDQ_REASON as SDQ1 to SDQ5, or leave it blank where there is a score",
    check,
)
.touching(&[58])
.needing(&[Table::Oc2])
.needing_columns(&[(Table::Oc2, "SDQ_REASON")]);

fn check(child: &Child<'_>, found: &mut Found) {
    report_unlisted(child, child.rows.oc2, ("SDQ_REASON", |row| row.sdq_reason), Blank::Right, found);
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_code_that_is_not_listed_is_found() {
        bad(
            &RULE,
            "2011 oc2
             CHILD SDQ_SCORE SDQ_REASON
             A     -         SDQ6
             B     -         1",
            &["A oc2 2 SDQ_REASON=SDQ6", "B oc2 3 SDQ_REASON=1"],
        );
    }

    #[test]
    fn listed_codes_and_a_blank_are_right() {
        good(
            &RULE,
            "2011 oc2
             CHILD SDQ_SCORE SDQ_REASON
             A     -         SDQ1
             B     -         sdq5
             C     12        -
             D     -         -",
        );
    }
}
