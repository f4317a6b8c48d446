//! 354: an episode starts after the end of the return.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "354",
    "The episode starts after the 31 March that ends the return",
    "correct DECOM, or return it next year",
    check,
)
.needing(&[Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    for episode in child.rows.all_episodes().filter(|episode| episode.decom.day > Some(child.year_end())) {
        found.row(episode.at, &[("DECOM", episode.decom.text)]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn the_first_of_april_is_after_the_return() {
        bad(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/04/2011 S   C2 U1    -          -",
            &["A episodes 2 DECOM=01/04/2011"],
        );
    }

    #[test]
    fn the_31st_of_march_is_in_it_and_an_invalid_date_is_left_to_another_rule() {
        good(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     31/03/2011 S   C2 U1    -          -
             B     -          S   C2 U1    -          -",
        );
    }
}
