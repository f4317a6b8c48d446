//! 147: DEC is filled but not with a date.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "147",
    "DEC is no date",
    "write DEC with a four-digit year, such as 01/04/2010, or leave it blank while the episode is open",
    check,
)
.needing(&[Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    for episode in child.rows.all_episodes().filter(|episode| episode.dec.is_unreadable()) {
        found.row(episode.at, &[("DEC", episode.dec.text)]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn an_invalid_date_is_found_even_where_decom_is_invalid_too() {
        bad(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/04/2010 S   C2 U1    01/05/10   E4
             B     -          S   C2 U1    31/04/2010 E4",
            &["A episodes 2 DEC=01/05/10", "B episodes 3 DEC=31/04/2010"],
        );
    }

    #[test]
    fn a_blank_is_an_open_episode() {
        good(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/04/2010 S   C2 U1    -          -
             B     01/04/2010 S   C2 U1    2010-05-01 E4",
        );
    }
}
