//! 180: the score is not one that the questionnaire can give.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;
use crate::returns::tables::oc2::whole_score;

pub(crate) const RULE: Rule = Rule::error(
    "180",
    "The score is not a whole number from 0 to 40",
    "write SDQ_SCORE as a whole number from 0 to 40, or leave it blank and give SDQ_REASON",
    check,
)
.touching(&[58])
.needing(&[Table::Oc2]);

fn check(child: &Child<'_>, found: &mut Found) {
    for row in child.rows.oc2.iter().filter(|row| !row.sdq_score.is_empty()) {
        if whole_score(row.sdq_score.as_bytes()).is_none() {
            found.row(row.at, &[("SDQ_SCORE", row.sdq_score)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn an_impossible_score_is_found() {
        bad(
            &RULE,
            "2011 oc2
             CHILD SDQ_SCORE
             A     41
             B     -1
             C     13.5
             D     TEN",
            &["A oc2 2 SDQ_SCORE=41", "B oc2 3 SDQ_SCORE=-1", "C oc2 4 SDQ_SCORE=13.5", "D oc2 5 SDQ_SCORE=TEN"],
        );
    }

    #[test]
    fn the_lowest_the_highest_one_with_a_spreadsheets_point_and_a_blank_are_right() {
        good(
            &RULE,
            "2011 oc2
             CHILD SDQ_SCORE SDQ_REASON
             A     0         -
             B     40        -
             C     39.0      -
             D     -         SDQ2",
        );
    }
}
