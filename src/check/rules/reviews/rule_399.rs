//! 399: reviews, or MOTHER, are filled for a child who only had short breaks.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// With one episode of care besides the short breaks, the child may have reviews.
pub(crate) const RULE: Rule = Rule::error(
    "399",
    "Reviews or MOTHER are filled for a child whose every episode is a short break",
    "take the review away and leave MOTHER blank, or correct LS if the child was looked after",
    check,
)
.touching(&[66])
.needing(&[Table::Header, Table::Episodes, Table::Reviews]);

fn check(child: &Child<'_>, found: &mut Found) {
    let Some(episode) = child.rows.all_episodes().next().filter(|_| child.has_only_short_breaks()) else {
        return;
    };
    for row in child.rows.header.iter().filter(|row| !row.mother.is_empty()) {
        found.rows(row.at, episode.at, &[("MOTHER", row.mother), ("LS", episode.ls)]);
    }
    for row in child.rows.reviews {
        let cells = [("REVIEW", row.review.text), ("REVIEW_CODE", row.review_code), ("LS", episode.ls)];
        found.rows(row.at, episode.at, &cells);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn reviews_and_mother_of_a_child_with_only_short_breaks_are_found() {
        bad(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC MOTHER
             A     2   02/05/1996 WBRI   0
             2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2010 S   V3 Q2    08/05/2010 E8
             A     01/06/2010 S   V4 Q2    -          -
             2011 reviews
             CHILD REVIEW     REVIEW_CODE
             A     01/07/2010 PN1",
            &["A header 2 MOTHER=0 LS=V3", "A reviews 2 REVIEW=01/07/2010 REVIEW_CODE=PN1 LS=V3"],
        );
    }

    #[test]
    fn a_child_who_was_also_looked_after_may_have_reviews() {
        good(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC MOTHER
             A     2   02/05/1996 WBRI   1
             B     2   02/05/1996 WBRI   1
             C     2   02/05/1996 WBRI   -
             2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2010 S   V3 Q2    08/05/2010 E8
             A     -          S   C2 Q2    -          -
             C     01/05/2010 S   V3 Q2    08/05/2010 E8
             2011 reviews
             CHILD REVIEW     REVIEW_CODE
             A     01/07/2010 PN1
             B     01/07/2010 PN1",
        );
    }
}
