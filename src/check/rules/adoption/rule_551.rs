//! 551: placed for adoption without a decision for it.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// Reports a child once, at the first episode placed for adoption.
pub(crate) const RULE: Rule = Rule::error(
    "551",
    "The child is placed for adoption, but the decision for it has no date",
    "give the child a row of PlacedAdoption with DATE_PLACED, or correct PLACE",
    check,
)
.touching(&[61])
.needing(&[Table::Episodes, Table::PlacedAdoption]);

fn check(child: &Child<'_>, found: &mut Found) {
    let decisions = child.rows.placed_adoption;
    if decisions.iter().any(|row| !row.date_placed.is_blank()) {
        return;
    }
    let Some(episode) = child.rows.all_episodes().find(|row| row.is_adoptive()) else {
        return;
    };
    let cells = [("PLACE", episode.place), ("DECOM", episode.decom.text), ("DATE_PLACED", "")];
    match decisions.first() {
        Some(decision) => found.rows(episode.at, decision.at, &cells),
        None => found.row(episode.at, &cells),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    const EPISODES: &str = "2011 episodes
                            CHILD DECOM      RNE LS PLACE DEC        REC
                            A     01/05/2009 S   C2 Q2    01/05/2010 X1
                            A     01/05/2010 B   E1 A6    01/09/2010 X1
                            A     01/09/2010 P   E1 A6    -          -
                            B     01/05/2010 S   E1 A3    -          -
                            C     01/05/2010 S   E1 Q2    -          -\n";

    #[test]
    fn a_placement_for_adoption_without_a_row_or_a_date_of_decision_is_found_once() {
        bad(
            &RULE,
            &format!(
                "{EPISODES} 2011 placed_adoption
                 CHILD DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED
                 B     -           -                  -"
            ),
            &[
                "A episodes 3 PLACE=A6 DECOM=01/05/2010 DATE_PLACED=",
                "B episodes 5 PLACE=A3 DECOM=01/05/2010 DATE_PLACED=",
            ],
        );
    }

    #[test]
    fn one_decision_is_enough_and_an_invalid_date_is_not_checked() {
        good(
            &RULE,
            &format!(
                "{EPISODES} 2011 placed_adoption
                 CHILD DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED
                 A     -           -                  -
                 A     01/03/2010  -                  -
                 B     01/03/10    -                  -"
            ),
        );
    }
}
