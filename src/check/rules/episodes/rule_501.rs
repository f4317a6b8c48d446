//! 501: an episode starts before the one before it has ended, or on the same day as that one.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// The public rule overlooks a second row with the same DECOM; here it is an overlap too.
pub(crate) const RULE: Rule = Rule::error(
    "501",
    "A new episode starts before the one before it has ended",
    "correct DECOM, or DEC of the episode before; keep one row for each DECOM",
    check,
)
.touching(&[62, 63, 66])
.needing(&[Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    for (before, after) in child.rows.successive_episodes() {
        let overlaps = before.dec.day.is_some_and(|end| after.decom.day < Some(end));
        if overlaps || before.decom.day == after.decom.day {
            found.rows(after.at, before.at, &[("DECOM", after.decom.text), ("DEC before", before.dec.text)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn an_overlap_of_one_day_and_a_second_row_with_the_same_start_are_found() {
        bad(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/04/2010 S   C2 U1    02/05/2010 X1
             A     01/05/2010 P   C2 U4    -          -
             B     01/04/2010 S   C2 U1    -          -
             B     01/04/2010 S   C2 U4    -          -",
            &["A episodes 3 DECOM=01/05/2010 DEC before=02/05/2010", "B episodes 5 DECOM=01/04/2010 DEC before="],
        );
    }

    #[test]
    fn an_episode_may_start_on_the_day_the_last_ended() {
        good(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2010 P   C2 U4    -          -
             A     01/04/2010 S   C2 U1    01/05/2010 X1",
        );
    }
}
