//! 434: the legal status alone should have changed, but it did not or something else did.

use super::changes::{legal_status_kept, placement_changed, report_wrong_reason};
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::code::Code;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "434",
    "RNE says that the legal status alone changed, but the rows say otherwise",
    "correct RNE, or the cells that differ or should",
    check,
)
.touching(&[62, 63])
.needing(&[Table::Episodes]);

/// Change of legal status only.
const CODES: &[Code] = &[Code::of("L")];

fn check(child: &Child<'_>, found: &mut Found) {
    report_wrong_reason(
        child,
        CODES,
        |before, after| legal_status_kept(before, after) || placement_changed(before, after),
        found,
    );
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_legal_status_kept_or_a_placement_changed_is_found() {
        bad(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE PL_POST PLACE_PROVIDER URN DEC        REC
             A     01/05/2010 S   C1 U1    -       -              -   01/06/2010 X1
             A     01/06/2010 L   C1 U1    -       -              -   01/07/2010 X1
             A     01/07/2010 L   C2 U4    -       -              -   -          -
             B     01/05/2010 S   C1 K2    W11AA   PR1            1   01/06/2010 X1
             B     01/06/2010 L   C2 K2    W11AB   PR1            1   01/07/2010 X1
             B     01/07/2010 L   C1 K2    W11AB   PR1            2   01/08/2010 X1
             B     01/08/2010 L   C2 K2    W11AB   PR4            2   -          -",
            &[
                "A episodes 3 RNE=L LS=C1 LS before=C1 PLACE=U1 PLACE before=U1",
                "A episodes 4 RNE=L LS=C2 LS before=C1 PLACE=U4 PLACE before=U1",
                "B episodes 6 RNE=L LS=C2 LS before=C1 PLACE=K2 PLACE before=K2 PL_POST=W11AB PL_POST before=W11AA",
                "B episodes 7 RNE=L LS=C1 LS before=C2 PLACE=K2 PLACE before=K2 URN=2 URN before=1",
                "B episodes 8 RNE=L LS=C2 LS before=C1 PLACE=K2 PLACE before=K2 \
                 PLACE_PROVIDER=PR4 PLACE_PROVIDER before=PR1",
            ],
        );
    }

    #[test]
    fn a_column_filled_in_one_row_alone_and_a_sector_of_the_postcode_are_not_changes() {
        good(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE PL_POST PLACE_PROVIDER URN DEC        REC
             A     01/05/2010 S   C1 K2    -       -              -   01/06/2010 X1
             A     01/06/2010 L   C2 K2    W11AA   PR1            1   01/07/2010 X1
             A     01/07/2010 L   C1 K2    W11     -              -   01/08/2010 X1
             A     01/08/2010 L   -  K2    W11     -              -   -          -",
        );
    }

    #[test]
    fn returns_without_the_columns_are_compared_by_the_others() {
        good(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2010 S   C1 K2    01/06/2010 X1
             A     01/06/2010 L   C2 K2    -          -",
        );
    }
}
