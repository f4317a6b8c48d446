//! Whether a child was old enough to take part in a review, by the code and by the dates.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rows::ReviewRow;
use crate::day::Day;

/// The age from which a child takes part in a review.
pub(crate) const TAKES_PART_FROM: i32 = 4;
/// REVIEW_CODE of a child who was too young to take part.
pub(crate) const TOO_YOUNG: &str = "PN0";

/// Reports the reviews that `wrong` holds for, of those whose date can be read.
pub(crate) fn report_reviews(child: &Child<'_>, wrong: impl Fn(&ReviewRow<'_>, Day) -> bool, found: &mut Found) {
    for row in child.rows.reviews.iter().filter(|row| row.review.day.is_some_and(|day| wrong(row, day))) {
        let cells = [("REVIEW", row.review.text), ("REVIEW_CODE", row.review_code), ("DOB", &child.birth_shown())];
        found.row(row.at, &cells);
    }
}

#[cfg(test)]
pub(crate) mod examples {
    /// A child born on 2 May 2006, with reviews: REVIEW REVIEW_CODE.
    pub(crate) fn with(reviews: &str) -> String {
        format!(
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   02/05/2006 WBRI
             2011 reviews
             CHILD REVIEW REVIEW_CODE
             {reviews}"
        )
    }

    /// A header whose births are given to the month, and other tables.
    pub(crate) fn to_the_month(tables: &str) -> String {
        format!(
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   01/05/2006 WBRI
             B     1   01/05/2000 WBRI
             C     1   01/05/2000 WBRI
             {tables}"
        )
    }

    /// Two reviews of child A, whose birth is given to the month, with the same code.
    pub(crate) fn reviews_to_the_month(first: &str, last: &str, code: &str) -> String {
        to_the_month(&format!("2011 reviews\nCHILD REVIEW REVIEW_CODE\nA {first} {code}\nA {last} {code}"))
    }
}
