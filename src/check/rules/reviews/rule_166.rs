//! 166: REVIEW is blank or not a date.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "166",
    "The date of the review is missing or is no date",
    "write REVIEW with a four-digit year, such as 01/04/2010, or take the row away",
    check,
)
.touching(&[66])
.needing(&[Table::Reviews]);

fn check(child: &Child<'_>, found: &mut Found) {
    for row in child.rows.reviews.iter().filter(|row| row.review.day.is_none()) {
        found.row(row.at, &[("REVIEW", row.review.text)]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_date_that_is_blank_or_has_a_two_digit_year_is_found() {
        bad(
            &RULE,
            "2011 reviews
             CHILD REVIEW     REVIEW_CODE
             A     -          PN1
             A     01/05/10   PN1
             B     31/06/2010 PN1",
            &["A reviews 2 REVIEW=", "A reviews 3 REVIEW=01/05/10", "B reviews 4 REVIEW=31/06/2010"],
        );
    }

    #[test]
    fn dates_are_read_in_both_formats() {
        good(
            &RULE,
            "2011 reviews
             CHILD REVIEW     REVIEW_CODE
             A     30/6/2010  PN1
             A     2010-12-01 PN1",
        );
    }
}
