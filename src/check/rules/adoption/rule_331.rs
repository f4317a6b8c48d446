//! 331: the child was matched with the adopters after being placed with them.

use super::adopted::{adoption, place_in_care};
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::day::Day;
use crate::returns::table::Table;

/// The public rule compares with the start of the last episode; here it is the day on which the placement became
/// adoptive, because a new legal status starts an episode but not a placement. A child who was not in an adoptive
/// placement is left to 390.
pub(crate) const RULE: Rule = Rule::error(
    "331",
    "The child was matched with the adopters after the placement for adoption began",
    "correct DATE_MATCH, or DECOM of the first episode placed for adoption",
    check,
)
.touching(&[61])
.needing(&[Table::Episodes, Table::Ad1])
.needing_columns(&[(Table::Ad1, "DATE_MATCH")]);

fn check(child: &Child<'_>, found: &mut Found) {
    let Some(placed) = placed_for_adoption(child) else {
        return;
    };
    for row in child.rows.ad1.iter().filter(|row| row.date_match.day > Some(placed)) {
        found.row_and_start(row.at, ("DATE_MATCH", row.date_match.text), child, placed);
    }
}

/// The day on which the placement that ended with the adoption became adoptive.
fn placed_for_adoption(child: &Child<'_>) -> Option<Day> {
    let place = place_in_care(child, adoption(child)?)?;
    let mut placements = child.care.as_ref()?.placements.iter();
    let ended = placements.find(|placement| placement.episodes.contains(&place))?;
    ended.adoptive_from.filter(|_| ended.adoptive)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    const EPISODES: &str = "2011 episodes
                            CHILD DECOM      RNE LS PLACE DEC        REC
                            A     01/05/2009 S   C2 Q2    01/05/2010 X1
                            A     01/05/2010 B   E1 A6    01/09/2010 X1
                            A     01/09/2010 L   C2 A6    01/12/2010 E11\n";

    #[test]
    fn a_match_on_the_day_after_the_placement_began_is_found() {
        let ad1 = "2011 ad1
                   CHILD DATE_INT   DATE_MATCH
                   A     01/03/2010 02/05/2010
                   A     01/03/2010 02/05/10";
        bad(&RULE, &format!("{EPISODES} {ad1}"), &["A ad1 2 DATE_MATCH=02/05/2010 DECOM=01/05/2010"]);
    }

    #[test]
    fn a_match_on_the_day_itself_or_the_day_before_is_right() {
        let ad1 = "2011 ad1
                   CHILD DATE_INT   DATE_MATCH
                   A     01/03/2010 01/05/2010
                   A     01/03/2010 30/04/2010
                   A     01/03/2010 -";
        good(&RULE, &format!("{EPISODES} {ad1}"));
    }

    #[test]
    fn the_placement_may_have_become_adoptive_in_an_earlier_return() {
        bad(
            &RULE,
            "2009 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2008 S   E1 A6    01/09/2008 X1
             A     01/09/2008 L   C2 A6    -          -
             2010 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/09/2008 L   C2 A6    -          -
             2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/09/2008 L   C2 A6    01/12/2010 E12
             2011 ad1
             CHILD DATE_INT   DATE_MATCH
             A     01/03/2008 02/05/2008",
            &["A ad1 2 DATE_MATCH=02/05/2008 DECOM=01/05/2008"],
        );
    }

    #[test]
    fn a_child_not_adopted_from_an_adoptive_placement_or_not_this_year_is_not_checked() {
        good(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2010 S   C2 Q2    01/12/2010 E11
             B     01/05/2010 S   C2 A4    -          -
             2011 ad1
             CHILD DATE_INT   DATE_MATCH
             A     01/03/2010 02/05/2010
             B     01/03/2010 02/05/2010",
        );
    }
}
