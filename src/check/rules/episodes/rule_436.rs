//! 436: both the placement and the legal status should have changed, but one did not.

use super::changes::{legal_status_kept, placement_kept, report_wrong_reason};
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::code::Code;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "436",
    "RNE says that both the placement and the legal status changed, but the rows say otherwise",
    "correct RNE, or the cells that should differ",
    check,
)
.touching(&[62, 63])
.needing(&[Table::Episodes]);

/// Change of placement and legal status, with the carer or without.
const CODES: &[Code] = &[Code::of("B"), Code::of("U")];

fn check(child: &Child<'_>, found: &mut Found) {
    report_wrong_reason(
        child,
        CODES,
        |before, after| legal_status_kept(before, after) || placement_kept(before, after),
        found,
    );
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn either_of_the_two_kept_is_found() {
        bad(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE PL_POST PLACE_PROVIDER URN DEC        REC
             A     01/05/2010 S   C1 U1    W11AA   PR1            -   01/06/2010 X1
             A     01/06/2010 B   C1 U4    W11AB   PR1            -   01/07/2010 X1
             A     01/07/2010 U   C2 U4    W11AB   PR1            -   -          -",
            &[
                "A episodes 3 RNE=B LS=C1 LS before=C1 PLACE=U4 PLACE before=U1 PL_POST=W11AB PL_POST before=W11AA",
                "A episodes 4 RNE=U LS=C2 LS before=C1 PLACE=U4 PLACE before=U4",
            ],
        );
    }

    #[test]
    fn both_changed_or_not_known_to_be_kept_is_right() {
        good(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE PL_POST PLACE_PROVIDER URN DEC        REC
             A     01/05/2010 S   C1 U1    W11AA   PR1            -   01/06/2010 X1
             A     01/06/2010 B   C2 U4    W11AA   PR1            -   01/07/2010 X1
             A     01/07/2010 U   C1 U4    -       PR1            -   01/08/2010 X1
             A     01/08/2010 U   C2 U4    -       PR1            -   -          -",
        );
    }
}
