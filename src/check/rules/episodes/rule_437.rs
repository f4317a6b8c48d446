//! 437: an episode follows one that must be the last.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rows::is_any_of;
use crate::check::rule::Rule;
use crate::code::Code;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "437",
    "The child died or was found to be 18 or over, but a later episode follows",
    "correct REC, or take the later episode out",
    check,
)
.needing(&[Table::Episodes]);

/// REC of a child who died, or whom an age assessment found to be 18 or over.
const NOTHING_FOLLOWS: [Code; 2] = [Code::of("E2"), Code::of("E15")];

fn check(child: &Child<'_>, found: &mut Found) {
    for (before, after) in child.rows.successive_episodes().filter(|(before, _)| before.dec.day.is_some()) {
        if is_any_of(before.rec, &NOTHING_FOLLOWS) {
            found.rows(before.at, after.at, &[("REC", before.rec), ("DECOM after", after.decom.text)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn even_a_short_break_cannot_follow() {
        bad(
            &RULE,
            "2014 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2013 S   C2 U1    01/06/2013 E2
             A     01/08/2013 S   V3 U6    03/08/2013 E8
             B     01/05/2013 S   C2 U1    01/06/2013 E15
             B     02/06/2013 S   C2 U6    -          -",
            &["A episodes 2 REC=E2 DECOM after=01/08/2013", "B episodes 4 REC=E15 DECOM after=02/06/2013"],
        );
    }

    #[test]
    fn on_the_last_episode_it_is_right() {
        good(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2010 S   C2 U1    01/06/2010 X1
             A     01/06/2010 P   C2 U1    01/07/2010 E2
             B     01/05/2010 S   C2 U1    01/06/2010 E3
             B     02/06/2010 S   C2 U6    -          -",
        );
    }
}
