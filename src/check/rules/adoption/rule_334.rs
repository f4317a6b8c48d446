//! 334: the decision for adoption came before the period of care.

use super::adopted::{adoption, place_in_care};
use crate::care::period::Period;
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// The period is the one that ended with the adoption, otherwise the latest. It is not checked where it may have
/// started earlier than the episodes show.
pub(crate) const RULE: Rule = Rule::error(
    "334",
    "The decision for adoption is older than the period of care",
    "correct DATE_INT, or the episode with which the period of care began",
    check,
)
.touching(&[61])
.needing(&[Table::Episodes, Table::Ad1]);

fn check(child: &Child<'_>, found: &mut Found) {
    let known = |period: &&Period| !period.start_truncated && child.rows.every_episode_counts();
    let Some(start) = period(child).filter(known).map(|period| period.start) else {
        return;
    };
    for row in child.rows.ad1.iter().filter(|row| row.date_int.day.is_some_and(|decided| decided < start)) {
        found.row_and_start(row.at, ("DATE_INT", row.date_int.text), child, start);
    }
}

fn period<'child>(child: &'child Child<'_>) -> Option<&'child Period> {
    let periods = child.care.as_ref()?.periods;
    let adopted = adoption(child).and_then(|adoption| place_in_care(child, adoption));
    match adopted {
        Some(place) => periods.iter().find(|period| period.episodes.contains(&place)),
        None => periods.last(),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    const EPISODES: &str = "2011 episodes
                            CHILD DECOM      RNE LS PLACE DEC        REC
                            A     01/05/2009 S   C2 Q2    01/05/2010 X1
                            A     01/05/2010 B   E1 A6    01/09/2010 E11
                            A     01/02/2011 S   C2 Q2    -          -
                            B     01/05/2009 S   C2 Q2    01/05/2010 E4
                            B     01/06/2010 S   C2 Q2    -          -
                            C     01/05/2009 P   C2 Q2    -          -
                            D     01/05/2010 S   C2 -     01/06/2010 E4
                            D     01/06/2010 S   C2 A4    -          -\n";

    #[test]
    fn a_decision_the_day_before_care_began_is_found() {
        let ad1 = "2011 ad1
                   CHILD DATE_INT   DATE_MATCH
                   A     30/04/2009 -
                   B     31/05/2010 -";
        bad(
            &RULE,
            &format!("{EPISODES} {ad1}"),
            &["A ad1 2 DATE_INT=30/04/2009 DECOM=01/05/2009", "B ad1 3 DATE_INT=31/05/2010 DECOM=01/06/2010"],
        );
    }

    #[test]
    fn a_decision_on_the_day_is_right_and_none_is_checked_where_the_start_is_not_known() {
        let ad1 = "2011 ad1
                   CHILD DATE_INT   DATE_MATCH
                   A     01/05/2009 -
                   B     01/06/2010 -
                   C     30/04/2009 -
                   D     31/05/2010 -
                   E     31/05/2010 -
                   B     31/05/10   -";
        good(&RULE, &format!("{EPISODES} {ad1}"));
    }
}
