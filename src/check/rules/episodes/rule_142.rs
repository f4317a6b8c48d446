//! 142: an episode that is not the last is still open.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "142",
    "The episode is still open, though a later one follows",
    "fill in DEC and REC: a child's last episode alone may be open",
    check,
)
.needing(&[Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    for (before, after) in child.rows.successive_episodes() {
        if before.dec.is_blank() || before.rec.is_empty() {
            let cells = [("DEC", before.dec.text), ("REC", before.rec), ("DECOM after", after.decom.text)];
            found.rows(before.at, after.at, &cells);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_blank_in_either_is_found_in_order_of_decom() {
        bad(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/06/2010 P   C2 U4    -          -
             A     01/05/2010 S   C2 U1    -          -
             B     01/05/2010 S   C2 U1    01/06/2010 -
             B     01/06/2010 P   C2 U4    -          X1
             B     01/07/2010 P   C2 U4    01/08/2010 E4",
            &[
                "A episodes 3 DEC= REC= DECOM after=01/06/2010",
                "B episodes 4 DEC=01/06/2010 REC= DECOM after=01/06/2010",
                "B episodes 5 DEC= REC=X1 DECOM after=01/07/2010",
            ],
        );
    }

    #[test]
    fn the_last_may_be_open() {
        good(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2010 S   C2 U1    01/06/2010 X1
             A     01/06/2010 P   C2 U4    -          -
             B     01/05/2010 S   C2 U1    -          -
             B     01/06/10   P   C2 U4    -          -",
        );
    }
}
