//! ST02: a review later than the 31 March that ends the return.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// Our own rule. The second cell is the year of the return that the review belongs in.
pub(crate) const RULE: Rule = Rule::error(
    "ST02",
    "The review is later than the 31 March that ends the return",
    "correct REVIEW, or give the review in the return of its own year",
    check,
)
.touching(&[66])
.needing(&[Table::Reviews]);

fn check(child: &Child<'_>, found: &mut Found) {
    for row in child.rows.reviews {
        if let Some(day) = row.review.day.filter(|day| *day > child.year_end()) {
            found.row(row.at, &[("REVIEW", row.review.text), ("YEAR due", &day.return_year().to_string())]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_review_on_the_first_day_after_the_year_belongs_in_the_next_return() {
        bad(
            &RULE,
            "2011 reviews
             CHILD REVIEW     REVIEW_CODE
             A     01/04/2011 PN1
             A     2013-04-01 PN1",
            &["A reviews 2 REVIEW=01/04/2011 YEAR due=2012", "A reviews 3 REVIEW=2013-04-01 YEAR due=2014"],
        );
    }

    #[test]
    fn the_last_day_of_the_year_is_in_the_return() {
        good(
            &RULE,
            "2011 reviews
             CHILD REVIEW     REVIEW_CODE
             A     31/03/2011 PN1
             A     01/04/11   PN1",
        );
    }
}
