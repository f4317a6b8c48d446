//! 151: AD1 is filled in part.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::items::{blank, is_partly_filled};
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "151",
    "Some items of the adoption are filled and some are blank",
    "fill in every item of AD1 for a child who was adopted, or take the row away",
    check,
)
.touching(&[61])
.needing(&[Table::Ad1]);

fn check(child: &Child<'_>, found: &mut Found) {
    for row in child.rows.ad1.iter().filter(|row| is_partly_filled(&row.items())) {
        found.row(row.at, &blank(&row.items()));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_row_with_some_items_is_found() {
        bad(
            &RULE,
            "2011 ad1
             CHILD DATE_INT   DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR
             A     01/05/2010 01/06/2010 0           2         MF         -
             B     -          -          0           -         -          -",
            &["A ad1 2 LS_ADOPTR=", "B ad1 3 DATE_INT= DATE_MATCH= NB_ADOPTR= SEX_ADOPTR= LS_ADOPTR="],
        );
    }

    #[test]
    fn a_row_with_all_items_and_one_with_none_are_not() {
        good(
            &RULE,
            "2011 ad1
             CHILD DATE_INT   DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR
             A     01/05/10   01/06/2010 0           2         MF         L11
             B     -          -          -           -         -          -",
        );
    }
}
