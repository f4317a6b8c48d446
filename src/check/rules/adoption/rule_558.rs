//! 558: a child was adopted although every decision for adoption had been ended.

use super::adopted::adoption;
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// Passes over a child with one decision, as the public rule does.
pub(crate) const RULE: Rule = Rule::error(
    "558",
    "The child was adopted, but every decision for adoption has been ended",
    "leave DATE_PLACED_CEASED blank for the decision that led to the adoption",
    check,
)
.touching(&[61])
.needing(&[Table::Episodes, Table::PlacedAdoption]);

fn check(child: &Child<'_>, found: &mut Found) {
    let Some(episode) = adoption(child) else {
        return;
    };
    let all_ended = child.rows.placed_adoption.iter().all(|row| !row.date_placed_ceased.is_blank());
    if let [_, .., last] = child.rows.placed_adoption
        && all_ended
    {
        let cells = [("DATE_PLACED_CEASED", last.date_placed_ceased.text), ("REC", episode.rec)];
        found.rows(last.at, episode.at, &cells);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    const EPISODES: &str = "2011 episodes
                            CHILD DECOM      RNE LS PLACE DEC        REC
                            A     01/05/2009 S   E1 A6    01/05/2010 E12
                            B     01/05/2009 S   E1 A6    01/05/2010 E12
                            C     01/05/2009 S   E1 A6    01/05/2010 E4\n";

    #[test]
    fn two_decisions_that_have_both_ended_are_found_at_the_later() {
        bad(
            &RULE,
            &format!(
                "{EPISODES} 2011 placed_adoption
                 CHILD DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED
                 A     01/03/2009  01/05/2010         RD1
                 A     01/03/2008  01/05/2008         RD1"
            ),
            &["A placed_adoption 2 DATE_PLACED_CEASED=01/05/2010 REC=E12"],
        );
    }

    #[test]
    fn a_decision_in_force_a_single_one_and_a_child_not_adopted_are_right() {
        good(
            &RULE,
            &format!(
                "{EPISODES} 2011 placed_adoption
                 CHILD DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED
                 A     01/03/2008  01/05/2008         RD1
                 A     01/03/2009  -                  -
                 B     01/03/2009  01/05/2010         RD1
                 C     01/03/2008  01/05/2008         RD1
                 C     01/03/2009  01/05/2010         RD1"
            ),
        );
    }
}
