//! 440: the code says that the child was too young to take part in the review, the dates say old enough.

use super::age_at_review::{TAKES_PART_FROM, TOO_YOUNG, report_reviews};
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// Counts the fourth birthday itself, which the public rule overlooks.
pub(crate) const RULE: Rule = Rule::error(
    "440",
    "The code says that the child was under 4 at the review, the dates say 4 or over",
    "write REVIEW_CODE as PN1 to PN7, or correct REVIEW or DOB",
    check,
)
.touching(&[66])
.needing(&[Table::Header, Table::Reviews])
.needing_columns(&[(Table::Reviews, "REVIEW_CODE")]);

fn check(child: &Child<'_>, found: &mut Found) {
    if let Some(from) = child.latest_birth().map(|birth| birth.birthday(TAKES_PART_FROM)) {
        report_reviews(child, |row, day| row.review_code == TOO_YOUNG && from <= day, found);
    }
}

#[cfg(test)]
mod tests {
    use super::super::age_at_review::examples::{reviews_to_the_month, to_the_month, with};
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn too_young_on_the_fourth_birthday_is_found() {
        bad(
            &RULE,
            &with("A 02/05/2010 PN0\nA 03/05/2010 PN0"),
            &[
                "A reviews 2 REVIEW=02/05/2010 REVIEW_CODE=PN0 DOB=02/05/2006",
                "A reviews 3 REVIEW=03/05/2010 REVIEW_CODE=PN0 DOB=02/05/2006",
            ],
        );
        good(&RULE, &with("A 01/05/2010 PN0\nA 02/05/2010 PN1\nA - PN0"));
    }

    #[test]
    fn a_birth_given_to_the_month_may_be_on_its_last_day() {
        good(&RULE, &reviews_to_the_month("01/05/2010", "30/05/2010", "PN0"));
        bad(
            &RULE,
            &reviews_to_the_month("30/05/2010", "31/05/2010", "PN0"),
            &["A reviews 3 REVIEW=31/05/2010 REVIEW_CODE=PN0 DOB=01/05/2006"],
        );
    }

    #[test]
    fn a_date_of_birth_from_another_table_has_its_day() {
        let others = "2011 episodes\nCHILD DECOM RNE LS PLACE DEC REC\nD 01/05/2009 S C2 Q2 - -
                      2011 reviews\nCHILD DOB REVIEW REVIEW_CODE\nD 15/05/2006 15/05/2010 PN0";
        let found = "D reviews 2 REVIEW=15/05/2010 REVIEW_CODE=PN0 DOB=15/05/2006";
        bad(&RULE, &to_the_month(others), &[found]);
    }
}
