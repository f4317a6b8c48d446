//! 562: the first episode began before the year but is not in last year's return.

use super::last_year::{has_start, not_returned};
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "562",
    "The first episode began before the return's year but is not in last year's return",
    "correct DECOM in the return that has it wrong",
    check,
)
.touching(&[63])
.needing(&[Table::Episodes])
.needing_before(&[Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    let (Some(first), Some(before)) = (child.rows.episodes.first(), child.before.episodes.last()) else {
        return;
    };
    let unsure = !child.before.undated_episodes.is_empty() || not_returned(child).is_some();
    if first.decom.day < Some(child.year_start()) && !unsure && !has_start(&child.before, first.decom.day) {
        let cells = [("DECOM", first.decom.text), ("DECOM last year", before.decom.text)];
        found.rows(first.at, before.at, &cells);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn an_episode_from_31_march_should_be_in_last_years_return() {
        bad(
            &RULE,
            "2010 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2009 S   C2 U1    31/03/2010 X1
             2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     31/03/2010 P   C2 U4    -          -",
            &["A episodes 2 DECOM=31/03/2010 DECOM last year=01/05/2009"],
        );
    }

    #[test]
    fn an_episode_from_1_april_should_not_and_any_row_of_last_year_is_enough() {
        good(
            &RULE,
            "2010 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2009 S   C2 U1    31/03/2010 E4
             B     01/05/2009 S   C2 U1    01/06/2009 X1
             B     01/06/2009 P   C2 U1    31/03/2010 E4
             C     01/05/09   S   C2 U1    31/03/2010 E4
             C     01/04/2009 S   C2 U1    02/04/2009 E4
             2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/04/2010 S   C2 U4    -          -
             B     2009-05-01 S   C2 U1    01/06/2009 X1
             C     01/05/2009 S   C2 U1    31/03/2010 E4",
        );
    }

    #[test]
    fn a_child_without_a_row_last_year_is_left_to_rule_noe_and_another_start_to_rule_502() {
        good(
            &RULE,
            "2010 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             B     01/05/2009 S   C2 U1    -          -
             2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     31/03/2010 P   C2 U4    -          -
             B     02/05/2009 S   C2 U1    -          -",
        );
    }
}
