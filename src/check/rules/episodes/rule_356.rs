//! 356: an episode ends before it starts.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule =
    Rule::error("356", "The episode ends before it starts", "correct DECOM or DEC", check).needing(&[Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    for episode in child.rows.episodes.iter().filter(|episode| episode.dec.day.is_some()) {
        if episode.dec.day < episode.decom.day {
            found.row(episode.at, &[("DECOM", episode.decom.text), ("DEC", episode.dec.text)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn an_end_the_day_before_is_found() {
        bad(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2010 S   C2 U1    30/04/2010 E4",
            &["A episodes 2 DECOM=01/05/2010 DEC=30/04/2010"],
        );
    }

    #[test]
    fn an_end_on_the_day_and_an_open_episode_are_not() {
        good(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2010 S   C2 U1    01/05/2010 E4
             B     01/05/2010 S   C2 U1    02/05/2010 E4
             C     01/05/2010 S   C2 U1    -          -
             D     01/05/2010 S   C2 U1    30/04/10   E4",
        );
    }
}
