//! 148: one of DEC and REC is filled without the other.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// Other rules treat a row with REC and no DEC as open.
pub(crate) const RULE: Rule = Rule::error(
    "148",
    "One of DEC and REC is filled and the other is blank",
    "fill both when the episode has ended, neither while it is open",
    check,
)
.touching(&[61, 62, 63])
.needing(&[Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    for episode in child.rows.all_episodes().filter(|episode| episode.dec.is_blank() != episode.rec.is_empty()) {
        found.row(episode.at, &[("DEC", episode.dec.text), ("REC", episode.rec)]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn either_without_the_other_is_found() {
        bad(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2010 S   C2 U1    -          X1
             B     01/05/2010 S   C2 U1    01/06/2010 -",
            &["A episodes 2 DEC= REC=X1", "B episodes 3 DEC=01/06/2010 REC="],
        );
    }

    #[test]
    fn both_and_neither_are_right_and_an_invalid_date_is_filled() {
        good(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2010 S   C2 U1    -          -
             B     01/05/2010 S   C2 U1    01/06/2010 E4
             C     01/05/2010 S   C2 U1    01/06/10   E4",
        );
    }
}
