//! 357: a child's first episode of the year does not start care.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "357",
    "The child's first episode began in the return's year, but RNE does not say that care starts",
    "correct RNE, or return the episodes before it",
    check,
)
.touching(&[58, 99, 100, 101])
.needing(&[Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    let first = child.rows.care_in_order().next();
    if let Some(first) = first.filter(|first| first.goes_on() && first.decom.day >= Some(child.year_start())) {
        found.row(first.at, &[("RNE", first.rne), ("DECOM", first.decom.text)]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn from_1_april_on_it_is_found() {
        bad(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/04/2010 P   C2 U1    01/06/2010 X1
             A     01/06/2010 P   C2 U4    -          -",
            &["A episodes 2 RNE=P DECOM=01/04/2010"],
        );
    }

    #[test]
    fn an_earlier_episode_goes_on_from_last_year_and_a_start_is_right() {
        good(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     31/03/2010 P   C2 U1    -          -
             B     01/04/2010 S   C2 U1    -          -
             C     01/05/2010 P   C2 U1    -          -
             C     01/04/10   S   C2 U1    01/05/2010 X1",
        );
    }

    #[test]
    fn a_short_break_before_it_is_not_care() {
        bad(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/04/2010 S   V3 U6    03/04/2010 E8
             A     01/06/2010 P   C2 U4    -          -",
            &["A episodes 3 RNE=P DECOM=01/06/2010"],
        );
    }
}
