//! ST03: two reviews of a child are on the same day.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// Our own rule. The same review in two returns is normal.
pub(crate) const RULE: Rule = Rule::error(
    "ST03",
    "The child has another row for a review on the same day",
    "keep one row for the day, with the right REVIEW_CODE",
    check,
)
.touching(&[66])
.needing(&[Table::Reviews]);

fn check(child: &Child<'_>, found: &mut Found) {
    for rows in child.rows.reviews.chunk_by(|one, next| one.review.day == next.review.day) {
        let Some((first, others)) = rows.split_first().filter(|(first, _)| first.review.day.is_some()) else {
            continue;
        };
        for row in others {
            let cells = [
                ("REVIEW", row.review.text),
                ("REVIEW_CODE", row.review_code),
                ("REVIEW_CODE before", first.review_code),
            ];
            found.rows(row.at, first.at, &cells);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_second_row_on_the_same_day_is_found_in_any_format() {
        bad(
            &RULE,
            "2011 reviews
             CHILD REVIEW     REVIEW_CODE
             A     01/05/2010 PN1
             A     01/11/2010 PN1
             A     2010-05-01 PN2
             A     1/5/2010   PN1",
            &[
                "A reviews 4 REVIEW=2010-05-01 REVIEW_CODE=PN2 REVIEW_CODE before=PN1",
                "A reviews 5 REVIEW=1/5/2010 REVIEW_CODE=PN1 REVIEW_CODE before=PN1",
            ],
        );
    }

    #[test]
    fn the_next_day_another_child_another_return_and_an_invalid_date_are_not_a_second_row() {
        good(
            &RULE,
            "2010 reviews
             CHILD REVIEW     REVIEW_CODE
             A     01/05/2010 PN1
             2011 reviews
             CHILD REVIEW     REVIEW_CODE
             A     01/05/2010 PN1
             A     02/05/2010 PN1
             B     01/05/2010 PN1
             B     -          PN1
             B     -          PN1
             B     01/06/10   PN1
             B     01/06/10   PN1",
        );
    }
}
