//! 388: the reason for which an episode ended does not fit what follows.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::code::Code;
use crate::returns::table::Table;

/// An X1 that ends after the return is left to rule 385.
pub(crate) const RULE: Rule = Rule::error(
    "388",
    "REC does not fit what follows: X1, and X1 alone, is for when another episode begins that day",
    "correct REC, or the DECOM of the next episode",
    check,
)
.touching(&[58, 62, 63, 66, 99, 100, 101])
.needing(&[Table::Episodes]);

/// REC of an episode that ended because another began the same day.
const GOES_ON: Code = Code::of("X1");

fn check(child: &Child<'_>, found: &mut Found) {
    for (before, after) in child.rows.successive_care().filter(|(before, _)| before.dec.day.is_some()) {
        let follows = before.dec.day == after.decom.day;
        if !before.rec.is_empty() && GOES_ON.is_written(before.rec) != follows {
            let cells = [("DEC", before.dec.text), ("REC", before.rec), ("DECOM after", after.decom.text)];
            found.rows(before.at, after.at, &cells);
        }
    }
    let last = child.rows.care_in_order().next_back().filter(|last| GOES_ON.is_written(last.rec));
    if let Some(last) = last.filter(|last| last.dec.day.is_some_and(|end| end <= child.year_end())) {
        found.row(last.at, &[("DEC", last.dec.text), ("REC", last.rec)]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn x1_needs_an_episode_that_starts_the_same_day() {
        bad(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2010 S   C2 U1    01/06/2010 X1
             A     02/06/2010 P   C2 U4    -          -
             B     01/05/2010 S   C2 U1    02/06/2010 X1
             B     01/06/2010 P   C2 U4    -          -
             C     01/05/2010 S   C2 U1    31/03/2011 X1",
            &[
                "A episodes 2 DEC=01/06/2010 REC=X1 DECOM after=02/06/2010",
                "B episodes 4 DEC=02/06/2010 REC=X1 DECOM after=01/06/2010",
                "C episodes 6 DEC=31/03/2011 REC=X1",
            ],
        );
    }

    #[test]
    fn another_reason_needs_none() {
        bad(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2010 S   C2 U1    01/06/2010 E4
             A     01/06/2010 S   C2 U4    -          -",
            &["A episodes 2 DEC=01/06/2010 REC=E4 DECOM after=01/06/2010"],
        );
    }

    #[test]
    fn what_fits_is_right_and_so_is_what_is_not_known() {
        good(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2010 S   C2 U1    01/06/2010 X1
             A     2010-06-01 P   C2 U4    01/07/2010 E4
             A     02/07/2010 S   C2 U4    -          X1
             B     01/05/2010 S   C2 U1    01/06/2010 X1
             B     -          P   C2 U4    01/07/2010 X1
             C     01/05/2010 S   C2 U1    01/04/2011 X1
             D     01/05/2010 S   C2 U1    01/06/2010 -
             D     01/06/2010 P   C2 U4    -          -",
        );
    }

    #[test]
    fn short_breaks_in_between_are_not_care() {
        good(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2010 S   C2 U1    01/06/2010 E4
             A     01/06/2010 S   V3 U6    03/06/2010 X1
             A     01/09/2010 S   C2 U1    -          -",
        );
    }
}
