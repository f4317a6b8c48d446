//! 382: a short break is recorded as a temporary stay.

use super::short_breaks::{INDICATORS, report_misplaced};
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "382",
    "A short break is recorded as a temporary stay",
    "correct PLACE: a break has a placement of its own",
    |child, found| report_misplaced(child, |episode| episode.is_temporary(), found),
)
.touching(INDICATORS)
.needing(&[Table::Episodes]);

#[cfg(test)]
mod tests {
    use super::super::short_breaks::examples::with;
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_break_or_an_agreement_in_a_temporary_stay_is_found() {
        bad(
            &RULE,
            &with("A 01/05/2010 S V3 T0 - -\nB 01/05/2010 S V4 T4 - -"),
            &["A episodes 2 LS=V3 PLACE=T0", "B episodes 3 LS=V4 PLACE=T4"],
        );
        good(&RULE, &with("A 01/05/2010 S V3 U6 - -\nB 01/05/2010 P C2 T4 - -"));
    }
}
