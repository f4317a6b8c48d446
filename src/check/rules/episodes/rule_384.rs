//! 384: a short break is recorded in a long-term foster placement.

use super::short_breaks::{INDICATORS, report_misplaced};
use crate::check::rows::is_any_of;
use crate::check::rule::Rule;
use crate::code::Code;
use crate::returns::table::Table;

/// Long-term foster placements.
const LONG_TERM: [Code; 2] = [Code::of("U1"), Code::of("U4")];

pub(crate) const RULE: Rule = Rule::error(
    "384",
    "A short break is recorded in a long-term foster placement",
    "correct PLACE, or LS if the child was looked after",
    |child, found| report_misplaced(child, |episode| is_any_of(episode.place, &LONG_TERM), found),
)
.touching(INDICATORS)
.needing(&[Table::Episodes]);

#[cfg(test)]
mod tests {
    use super::super::short_breaks::examples::with;
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_break_or_an_agreement_in_a_long_term_placement_is_found() {
        bad(
            &RULE,
            &with("A 01/05/2010 S V3 U1 - -\nB 01/05/2010 S V4 U4 - -"),
            &["A episodes 2 LS=V3 PLACE=U1", "B episodes 3 LS=V4 PLACE=U4"],
        );
        good(&RULE, &with("A 01/05/2010 S V3 U6 - -\nB 01/05/2010 P C2 U1 - -"));
    }
}
