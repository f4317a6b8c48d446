//! 1012: other tables have rows of someone who has no episode in the return.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// Someone without episodes may have OC3 alone. Reports each table once. A missing table has no such rows, so only
/// episodes are needed.
pub(crate) const RULE: Rule = Rule::error(
    "1012",
    "The child has rows in this table but no episodes",
    "take the rows away, or give the episodes that are missing",
    check,
)
.touching(&[147, 148])
.needing(&[Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    if child.rows.first_episode().is_some() {
        return;
    }
    let rows = &child.rows;
    let firsts = [
        rows.reviews.first().map(|row| (row.at, ("REVIEW", row.review.text))),
        rows.oc2.first().map(|row| (row.at, ("SDQ_SCORE", row.sdq_score))),
        rows.ad1.first().map(|row| (row.at, ("DATE_INT", row.date_int.text))),
        rows.placed_adoption.first().map(|row| (row.at, ("DATE_PLACED", row.date_placed.text))),
    ];
    for (at, item) in firsts.into_iter().flatten() {
        found.row(at, &[item]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good, not_run};

    const OTHERS: &str = "2011 reviews
                          CHILD REVIEW
                          A     01/05/2010
                          A     01/06/2010
                          2011 oc2
                          CHILD SDQ_SCORE SDQ_REASON
                          A     9         -
                          2011 ad1
                          CHILD DATE_INT
                          A     01/06/2010
                          2011 placed_adoption
                          CHILD DATE_PLACED DATE_PLACED_CEASED
                          A     01/07/2010  -
                          2011 oc3
                          CHILD IN_TOUCH ACTIV ACCOM
                          A     NO       0     0\n";

    #[test]
    fn every_table_except_oc3_is_found_once() {
        bad(
            &RULE,
            &format!("{OTHERS} 2011 episodes\nCHILD DECOM RNE LS PLACE DEC REC\nB 01/05/2009 S C2 Q2 - -"),
            &[
                "A ad1 2 DATE_INT=01/06/2010",
                "A oc2 2 SDQ_SCORE=9",
                "A placed_adoption 2 DATE_PLACED=01/07/2010",
                "A reviews 2 REVIEW=01/05/2010",
            ],
        );
    }

    #[test]
    fn one_episode_is_enough_even_without_a_date() {
        good(&RULE, &format!("{OTHERS} 2011 episodes\nCHILD DECOM RNE LS PLACE DEC REC\nA - S C2 Q2 - -"));
        not_run(&RULE, OTHERS, 2011, "episodes 2011");
    }
}
