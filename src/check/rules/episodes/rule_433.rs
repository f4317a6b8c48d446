//! 433: care goes on, but not from the day the episode before ended.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// The public rule compares the text; here the dates are compared.
pub(crate) const RULE: Rule = Rule::error(
    "433",
    "RNE says that care goes on, but the episode before ended on another day",
    "correct DECOM, or DEC of the episode before; if care had ended, RNE is S",
    check,
)
.touching(&[58, 62, 99, 100, 101])
.needing(&[Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    for (before, after) in child.rows.successive_care().filter(|(before, _)| before.dec.day.is_some()) {
        if after.goes_on() && before.dec.day != after.decom.day {
            let cells = [("RNE", after.rne), ("DECOM", after.decom.text), ("DEC before", before.dec.text)];
            found.rows(after.at, before.at, &cells);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_day_too_late_or_too_early_is_found() {
        bad(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2010 S   C2 U1    01/06/2010 X1
             A     02/06/2010 P   C2 U4    01/07/2010 X1
             A     30/06/2010 L   C1 U4    -          -",
            &[
                "A episodes 3 RNE=P DECOM=02/06/2010 DEC before=01/06/2010",
                "A episodes 4 RNE=L DECOM=30/06/2010 DEC before=01/07/2010",
            ],
        );
    }

    #[test]
    fn the_day_itself_in_any_format_a_start_and_what_is_not_known_are_right() {
        good(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2010 S   C2 U1    01/06/2010 X1
             A     2010-06-01 P   C2 U4    01/07/2010 E4
             A     02/08/2010 S   C1 U4    -          -
             A     02/09/2010 P   C1 U4    -          -
             B     01/05/2010 S   C2 U1    01/06/2010 X1
             B     -          P   C2 U4    01/07/2010 X1
             B     01/07/2010 P   C2 U4    -          -",
        );
    }

    #[test]
    fn an_episode_without_one_before_is_left_to_rule_357() {
        good(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     02/06/2010 P   C2 U4    -          -",
        );
    }
}
