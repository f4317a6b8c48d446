//! 355: an episode ends on the day it starts.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// The public rule compares the text; here the dates are compared.
pub(crate) const RULE: Rule = Rule::error(
    "355",
    "The episode ends on the day it starts, so that it covers no night",
    "correct DECOM or DEC, or take the row out",
    check,
)
.needing(&[Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    for episode in child.rows.episodes.iter().filter(|episode| episode.dec.day == episode.decom.day) {
        found.row(episode.at, &[("DECOM", episode.decom.text), ("DEC", episode.dec.text)]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn the_same_day_is_found_however_it_is_written() {
        bad(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2010 S   C2 U1    01/05/2010 E4
             B     01/05/2010 S   C2 U1    2010-05-01 E4",
            &["A episodes 2 DECOM=01/05/2010 DEC=01/05/2010", "B episodes 3 DECOM=01/05/2010 DEC=2010-05-01"],
        );
    }

    #[test]
    fn an_episode_of_one_night_is_right() {
        good(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2010 S   C2 U1    02/05/2010 E4
             B     -          S   C2 U1    -          -",
        );
    }
}
