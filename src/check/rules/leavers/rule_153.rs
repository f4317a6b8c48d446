//! 153: what OC3 asks is answered in part.

use crate::check::child::Child;
use crate::check::finding::Found;
use crate::check::items::is_partly_filled;
use crate::check::rule::{Returns, Rule, Severity};
use crate::returns::table::Table;

/// The rule.
pub const RULE: Rule = Rule {
    number: "153",
    message: "Some items of the care leaver are filled and some are blank",
    remedy: "fill in IN_TOUCH, ACTIV and ACCOM, the last two with 0 where they are not known, or take the row away",
    severity: Severity::Error,
    indicators: &[147, 148],
    needs: &[Table::Oc3],
    needs_before: &[],
    needs_columns: &[],
    returns: Returns::ALL,
    check,
};

fn check(child: &Child<'_>, found: &mut Found<'_>) {
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
    fn a_nought_is_an_answer_and_an_empty_row_asks_for_none() {
        good(
            &RULE,
            "2011 oc3
             CHILD IN_TOUCH ACTIV ACCOM
             A     NO       0     0
             B     -        -     -",
        );
    }
}
