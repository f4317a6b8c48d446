//! 435: the placement should have changed and the legal status should not, but the rows say otherwise.

use super::changes::{legal_status_changed, placement_kept, report_wrong_reason};
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::code::Code;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "435",
    "RNE says that the placement changed and the legal status did not, but the rows say otherwise",
    "correct RNE, or the cells that differ or should",
    check,
)
.touching(&[62, 63])
.needing(&[Table::Episodes]);

/// Change of placement, with the carer or without.
const CODES: &[Code] = &[Code::of("P"), Code::of("T")];

fn check(child: &Child<'_>, found: &mut Found) {
    report_wrong_reason(
        child,
        CODES,
        |before, after| legal_status_changed(before, after) || placement_kept(before, after),
        found,
    );
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_legal_status_changed_or_a_placement_kept_is_found() {
        bad(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE PL_POST PLACE_PROVIDER URN DEC        REC
             A     01/05/2010 S   C1 U1    W11AA   PR1            -   01/06/2010 X1
             A     01/06/2010 P   C2 U4    W11AB   PR1            -   01/07/2010 X1
             A     01/07/2010 T   C2 U4    W11AB   PR1            -   -          -",
            &[
                "A episodes 3 RNE=P LS=C2 LS before=C1 PLACE=U4 PLACE before=U1 PL_POST=W11AB PL_POST before=W11AA",
                "A episodes 4 RNE=T LS=C2 LS before=C2 PLACE=U4 PLACE before=U4",
            ],
        );
    }

    #[test]
    fn a_placement_is_not_known_to_be_kept_without_its_full_postcode() {
        good(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE PL_POST PLACE_PROVIDER URN DEC        REC
             A     01/05/2010 S   C1 Q2    -       -              -   01/06/2010 X1
             A     01/06/2010 P   C1 Q2    -       -              -   01/07/2010 X1
             A     01/07/2010 P   C1 Q2    W11     -              -   01/08/2010 X1
             A     01/08/2010 T   C1 Q2    W11     -              -   -          -",
        );
    }

    #[test]
    fn a_change_in_any_of_the_four_columns_is_a_change_of_placement() {
        good(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE PL_POST PLACE_PROVIDER URN DEC        REC
             A     01/05/2010 S   C1 K2    W11AA   PR1            1   01/06/2010 X1
             A     01/06/2010 P   C1 K2    W11AA   PR1            2   01/07/2010 X1
             A     01/07/2010 P   C1 K2    W11AA   PR4            2   01/08/2010 X1
             A     01/08/2010 T   C1 K2    W11AB   PR4            2   01/09/2010 X1
             A     01/09/2010 P   C1 H5    W11AB   PR4            2   01/10/2010 X1
             A     01/10/2010 P   C1 H5    W11AB   PR4            -   -          -",
        );
    }
}
