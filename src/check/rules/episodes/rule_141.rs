//! 141: DECOM is blank or not a date.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "141",
    "DECOM is missing or is no date",
    "write DECOM with a four-digit year, such as 01/04/2010",
    check,
)
.needing(&[Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    for episode in child.rows.undated_episodes {
        found.row(episode.at, &[("DECOM", episode.decom.text)]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn blanks_and_two_digit_years_are_found() {
        bad(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     -          S   C2 U1    -          -
             B     01/04/10   S   C2 U1    -          -
             C     31/02/2010 S   C2 U1    -          -",
            &["A episodes 2 DECOM=", "B episodes 3 DECOM=01/04/10", "C episodes 4 DECOM=31/02/2010"],
        );
    }

    #[test]
    fn dates_are_read_in_both_formats() {
        good(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     1/4/2010   S   C2 U1    -          -
             B     2010-04-01 S   C2 U1    -          -",
        );
    }
}
