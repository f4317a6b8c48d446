//! 552: placed for adoption before the decision for it.

use crate::care::placement::Placement;
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rows::PlacedAdoptionRow;
use crate::check::rule::Rule;
use crate::day::Day;
use crate::returns::table::Table;

/// The public rule compares the latest decision with the first placement, and so finds a child who is placed again on
/// a second decision. Here each placement for adoption of the year is compared with the decisions that had not ceased
/// when it became adoptive.
pub(crate) const RULE: Rule = Rule::error(
    "552",
    "The child was placed for adoption before the decision for it",
    "correct DATE_PLACED, or DECOM of the first episode placed for adoption",
    check,
)
.touching(&[61])
.needing(&[Table::Episodes, Table::PlacedAdoption]);

fn check(child: &Child<'_>, found: &mut Found) {
    let placements = child.care.as_ref().map_or(&[][..], |care| care.placements);
    let of_year = |placement: &&Placement| placement.overlaps(child.year_start(), child.year_end());
    for placed in placements.iter().filter(of_year).filter_map(|placement| placement.adoptive_from) {
        let mut decisions = child.rows.placed_adoption.iter().filter(|row| may_have_been_in_force(row, placed));
        if let Some(decision) = decisions.next().filter(|first| first.date_placed.day > Some(placed)) {
            found.row_and_start(decision.at, ("DATE_PLACED", decision.date_placed.text), child, placed);
        }
    }
}

/// Whether a decision had not ceased before a day.
fn may_have_been_in_force(row: &PlacedAdoptionRow<'_>, day: Day) -> bool {
    row.date_placed.day.is_some() && row.date_placed_ceased.day.is_none_or(|ceased| ceased >= day)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    const EPISODES: &str = "2011 episodes
                            CHILD DECOM      RNE LS PLACE DEC        REC
                            A     01/05/2009 S   C2 Q2    01/05/2010 X1
                            A     01/05/2010 B   E1 A6    01/09/2010 X1
                            A     01/09/2010 P   E1 Q2    01/12/2010 X1
                            A     01/12/2010 P   E1 A6    -          -\n";

    #[test]
    fn a_decision_the_day_after_the_placement_began_is_found() {
        bad(
            &RULE,
            &format!(
                "{EPISODES} 2011 placed_adoption
                 CHILD DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED
                 A     02/05/2010  -                  -"
            ),
            &["A placed_adoption 2 DATE_PLACED=02/05/2010 DECOM=01/05/2010"],
        );
    }

    #[test]
    fn a_second_placement_before_its_own_decision_is_found() {
        bad(
            &RULE,
            &format!(
                "{EPISODES} 2011 placed_adoption
                 CHILD DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED
                 A     01/05/2010  30/11/2010         RD1
                 A     02/12/2010  -                  -"
            ),
            &["A placed_adoption 3 DATE_PLACED=02/12/2010 DECOM=01/12/2010"],
        );
    }

    #[test]
    fn a_decision_on_the_day_is_right_and_so_is_a_second_for_the_second_placement() {
        for (first, ceased, second) in [
            ("01/05/2010", "-", "-"),
            ("01/05/2010", "30/11/2010", "01/12/2010"),
            ("01/05/2010", "01/12/2010", "02/12/2010"),
            ("02/05/10", "-", "-"),
            ("-", "-", "-"),
        ] {
            good(
                &RULE,
                &format!(
                    "{EPISODES} 2011 placed_adoption
                     CHILD DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED
                     A     {first}     {ceased}           -
                     A     {second}    -                  -"
                ),
            );
        }
    }

    #[test]
    fn a_placement_of_an_earlier_year_is_not_compared_with_the_decisions_of_this_one() {
        good(
            &RULE,
            "2010 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2009 S   E1 A6    01/04/2010 X1
             A     01/04/2010 P   E1 Q2    -          -
             2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/04/2010 P   E1 Q2    -          -
             2011 placed_adoption
             CHILD DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED
             A     02/05/2010  -                  -",
        );
    }
}
