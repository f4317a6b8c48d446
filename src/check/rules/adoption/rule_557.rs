//! 557: a child left care without being adopted, but the decision for adoption is still in force.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rows::EpisodeRow;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// LS of a child for whom adoption was decided: freed for adoption, or under a placement order.
const ORDERS: [&str; 2] = ["D1", "E1"];

/// Checks the last time in the return that the child left care.
pub(crate) const RULE: Rule = Rule::error(
    "557",
    "The child left care without being adopted, but the decision for adoption has not been ended",
    "fill in DATE_PLACED_CEASED and REASON_PLACED_CEASED, or correct REC if the child was adopted",
    check,
)
.touching(&[61])
.needing(&[Table::Episodes, Table::PlacedAdoption]);

fn check(child: &Child<'_>, found: &mut Found) {
    let left = child.rows.all_episodes().filter(|row| row.leaves_care() && !row.dec.is_blank()).last();
    let Some(episode) = left.filter(|row| adoption_was_decided(row) && !row.is_adoption()) else {
        return;
    };
    let of_episode = [("PLACE", episode.place), ("LS", episode.ls), ("REC", episode.rec)];
    if child.rows.placed_adoption.is_empty() {
        found.row(episode.at, &of_episode);
    }
    for row in child.rows.placed_adoption {
        if row.date_placed_ceased.is_blank() || row.reason_placed_ceased.is_empty() {
            let of_decision = [
                ("DATE_PLACED_CEASED", row.date_placed_ceased.text),
                ("REASON_PLACED_CEASED", row.reason_placed_ceased),
            ];
            found.rows(row.at, episode.at, &[&of_decision[..], &of_episode].concat());
        }
    }
}

fn adoption_was_decided(row: &EpisodeRow<'_>) -> bool {
    row.is_adoptive() || ORDERS.contains(&row.ls)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    const EPISODES: &str = "2011 episodes
                            CHILD DECOM      RNE LS PLACE DEC        REC
                            A     01/05/2009 S   E1 Q2    01/05/2010 E4
                            B     01/05/2009 S   C2 A3    01/05/2010 E41\n";

    #[test]
    fn a_decision_that_is_missing_or_not_ended_is_found() {
        bad(
            &RULE,
            &format!(
                "{EPISODES} 2011 placed_adoption
                 CHILD DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED
                 B     01/03/2009  01/04/2009         RD1
                 B     01/05/2009  01/05/2010         -
                 B     01/06/2009  -                  RD1"
            ),
            &[
                "A episodes 2 PLACE=Q2 LS=E1 REC=E4",
                "B placed_adoption 3 DATE_PLACED_CEASED=01/05/2010 REASON_PLACED_CEASED= PLACE=A3 LS=C2 REC=E41",
                "B placed_adoption 4 DATE_PLACED_CEASED= REASON_PLACED_CEASED=RD1 PLACE=A3 LS=C2 REC=E41",
            ],
        );
    }

    #[test]
    fn an_ended_decision_an_adoption_and_a_child_still_in_care_are_right() {
        good(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2009 S   E1 A6    01/05/2010 E41
             B     01/05/2009 S   E1 A6    01/05/2010 E12
             C     01/05/2009 S   E1 A6    01/05/2010 X1
             C     01/05/2010 P   E1 A6    -          -
             D     01/05/2009 S   C2 Q2    01/05/2010 E4
             E     01/05/2009 S   E1 A6    -          E4
             2011 placed_adoption
             CHILD DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED
             A     01/03/2009  01/05/2010         RD1
             B     01/03/2009  -                  -
             C     01/03/2009  -                  -
             E     01/03/2009  -                  -",
        );
    }
}
