//! 167: REVIEW_CODE, how the child took part in the review, is blank or not on its list.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// A row with nothing but the child has no review to take part in, and is left to 166.
pub(crate) const RULE: Rule = Rule::error(
    "167",
    "How the child took part in the review is missing or is not a code of the list",
    "write REVIEW_CODE as PN0 for a child under 4 at the review, else as PN1 to PN7",
    check,
)
.touching(&[66])
.needing(&[Table::Reviews])
.needing_columns(&[(Table::Reviews, "REVIEW_CODE")]);

fn check(child: &Child<'_>, found: &mut Found) {
    for row in child.rows.reviews {
        let (review, code) = (row.review.text, row.review_code);
        let missing = code.is_empty() && !row.review.is_blank();
        if missing || !child.listed("reviews", "REVIEW_CODE", code) {
            found.row(row.at, &[("REVIEW", review), ("REVIEW_CODE", code)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_code_that_is_missing_or_not_listed_is_found() {
        bad(
            &RULE,
            "2011 reviews
             CHILD REVIEW     REVIEW_CODE
             A     01/05/2010 -
             A     01/06/2010 PN8
             B     -          PR0",
            &[
                "A reviews 2 REVIEW=01/05/2010 REVIEW_CODE=",
                "A reviews 3 REVIEW=01/06/2010 REVIEW_CODE=PN8",
                "B reviews 4 REVIEW= REVIEW_CODE=PR0",
            ],
        );
    }

    #[test]
    fn listed_codes_are_right_in_lower_case_too_and_so_is_an_empty_row() {
        good(
            &RULE,
            "2011 reviews
             CHILD REVIEW     REVIEW_CODE
             A     01/05/2010 PN0
             A     01/06/2010 pn7
             A     -          -",
        );
    }
}
