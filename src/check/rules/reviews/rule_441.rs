//! 441: the code says that the child was old enough to take part in the review, the dates say too young.

use super::age_at_review::{TAKES_PART_FROM, TOO_YOUNG, report_reviews};
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "441",
    "The code says that the child was 4 or over at the review, the dates say under 4",
    "write REVIEW_CODE as PN0, or correct REVIEW or DOB",
    check,
)
.touching(&[66])
.needing(&[Table::Header, Table::Reviews])
.needing_columns(&[(Table::Reviews, "REVIEW_CODE")]);

fn check(child: &Child<'_>, found: &mut Found) {
    let takes_part =
        |code: &str| !code.is_empty() && code != TOO_YOUNG && child.listed(Table::Reviews.name(), "REVIEW_CODE", code);
    if let Some(from) = child.birth().map(|birth| birth.birthday(TAKES_PART_FROM)) {
        report_reviews(child, |row, day| takes_part(row.review_code) && day < from, found);
    }
}

#[cfg(test)]
mod tests {
    use super::super::age_at_review::examples::{reviews_to_the_month, with};
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn taking_part_before_the_fourth_birthday_is_found() {
        bad(
            &RULE,
            &with("A 01/05/2010 PN1\nA 30/04/2010 PN7"),
            &[
                "A reviews 2 REVIEW=01/05/2010 REVIEW_CODE=PN1 DOB=02/05/2006",
                "A reviews 3 REVIEW=30/04/2010 REVIEW_CODE=PN7 DOB=02/05/2006",
            ],
        );
        good(&RULE, &with("A 02/05/2010 PN1\nA 01/05/2010 PN0\nA 01/05/2010 PN9\nA 01/05/2010 -"));
    }

    #[test]
    fn a_birth_given_to_the_month_may_be_on_its_first_day() {
        good(&RULE, &reviews_to_the_month("01/05/2010", "31/05/2010", "PN1"));
        bad(
            &RULE,
            &reviews_to_the_month("30/04/2010", "01/05/2010", "PN1"),
            &["A reviews 2 REVIEW=30/04/2010 REVIEW_CODE=PN1 DOB=01/05/2006"],
        );
    }
}
