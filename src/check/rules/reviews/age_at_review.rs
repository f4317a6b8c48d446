//! 440, 441: how the child took part in a review does not go with the age on that day.

use crate::check::child::Child;
use crate::check::finding::Found;
use crate::check::rows::ReviewRow;
use crate::check::rule::{Returns, Rule, Severity};
use crate::day::Day;
use crate::returns::table::Table;

/// The age from which a child takes part in the review.
const TAKES_PART_FROM: i32 = 4;
/// The child was too young to take part.
const TOO_YOUNG: &str = "PN0";

/// 440: too young by the code, old enough by the dates; from the fourth birthday on, which the public rule overlooks.
pub const RULE_440: Rule = Rule {
    number: "440",
    message: "The code says that the child was under 4 at the review, the dates say 4 or over",
    remedy: "write REVIEW_CODE as PN1 to PN7, or correct REVIEW or DOB",
    check: |child, found| {
        let from = child.latest_birth().map(|birth| birth.birthday(TAKES_PART_FROM));
        report(child, found, |row, day| row.review_code == TOO_YOUNG && from.is_some_and(|from| from <= day));
    },
    ..SHAPE
};

/// 441: old enough by the code, too young by the dates.
pub const RULE_441: Rule = Rule {
    number: "441",
    message: "The code says that the child was 4 or over at the review, the dates say under 4",
    remedy: "write REVIEW_CODE as PN0, or correct REVIEW or DOB",
    check: |child, found| {
        let from = child.birth().map(|birth| birth.birthday(TAKES_PART_FROM));
        let takes_part = |code: &str| !code.is_empty() && code != TOO_YOUNG;
        let listed = |code: &str| takes_part(code) && child.listed("reviews", "REVIEW_CODE", code);
        report(child, found, |row, day| listed(row.review_code) && from.is_some_and(|from| day < from));
    },
    ..SHAPE
};

/// What the two have in common.
const SHAPE: Rule = Rule {
    number: "",
    message: "",
    remedy: "",
    severity: Severity::Error,
    indicators: &[66],
    needs: &[Table::Header, Table::Reviews],
    needs_before: &[],
    needs_columns: &[(Table::Reviews, "REVIEW_CODE")],
    returns: Returns::ALL,
    check: |_, _| {},
};

/// Reports the reviews whose day can be read and of which `wrong` is true.
fn report(child: &Child<'_>, found: &mut Found<'_>, wrong: impl Fn(&ReviewRow<'_>, Day) -> bool) {
    for row in child.rows.reviews.iter().filter(|row| row.review.day.is_some_and(|day| wrong(row, day))) {
        let cells = [("REVIEW", row.review.text), ("REVIEW_CODE", row.review_code), ("DOB", &child.birth_told())];
        found.row(row.at, &cells);
    }
}

#[cfg(test)]
mod tests {
    use super::{RULE_440, RULE_441};
    use crate::check::example::{bad, good};

    const HEADER: &str = "2011 header
                          CHILD SEX DOB        ETHNIC
                          A     1   02/05/2006 WBRI\n";
    const TO_THE_MONTH: &str = "2011 header
                                CHILD SEX DOB        ETHNIC
                                A     1   01/05/2006 WBRI
                                B     1   01/05/2000 WBRI
                                C     1   01/05/2000 WBRI\n";

    #[test]
    fn too_young_to_take_part_on_the_fourth_birthday_is_found() {
        bad(
            &RULE_440,
            &format!(
                "{HEADER} 2011 reviews
                 CHILD REVIEW     REVIEW_CODE
                 A     02/05/2010 PN0
                 A     03/05/2010 PN0"
            ),
            &[
                "A reviews 2 REVIEW=02/05/2010 REVIEW_CODE=PN0 DOB=02/05/2006",
                "A reviews 3 REVIEW=03/05/2010 REVIEW_CODE=PN0 DOB=02/05/2006",
            ],
        );
        good(
            &RULE_440,
            &format!(
                "{HEADER} 2011 reviews
                 CHILD REVIEW     REVIEW_CODE
                 A     01/05/2010 PN0
                 A     02/05/2010 PN1
                 A     -          PN0"
            ),
        );
    }

    #[test]
    fn taking_part_before_the_fourth_birthday_is_found() {
        bad(
            &RULE_441,
            &format!(
                "{HEADER} 2011 reviews
                 CHILD REVIEW     REVIEW_CODE
                 A     01/05/2010 PN1
                 A     30/04/2010 PN7"
            ),
            &[
                "A reviews 2 REVIEW=01/05/2010 REVIEW_CODE=PN1 DOB=02/05/2006",
                "A reviews 3 REVIEW=30/04/2010 REVIEW_CODE=PN7 DOB=02/05/2006",
            ],
        );
        good(
            &RULE_441,
            &format!(
                "{HEADER} 2011 reviews
                 CHILD REVIEW     REVIEW_CODE
                 A     02/05/2010 PN1
                 A     01/05/2010 PN0
                 A     01/05/2010 PN9
                 A     01/05/2010 -"
            ),
        );
    }

    #[test]
    fn where_births_are_given_to_the_month_the_whole_month_is_open() {
        let reviews = |first: &str, last: &str, code: &str| {
            format!(
                "{TO_THE_MONTH} 2011 reviews
                 CHILD REVIEW REVIEW_CODE
                 A     {first} {code}
                 A     {last}  {code}"
            )
        };
        good(&RULE_440, &reviews("01/05/2010", "30/05/2010", "PN0"));
        bad(
            &RULE_440,
            &reviews("30/05/2010", "31/05/2010", "PN0"),
            &["A reviews 3 REVIEW=31/05/2010 REVIEW_CODE=PN0 DOB=01/05/2006"],
        );
        // A date of birth from another table, which gives the day.
        let of_another = "2011 episodes\nCHILD DECOM RNE LS PLACE DEC REC\nD 01/05/2009 S C2 Q2 - -
                          2011 reviews\nCHILD DOB REVIEW REVIEW_CODE\nD 15/05/2006 15/05/2010 PN0";
        let found = "D reviews 2 REVIEW=15/05/2010 REVIEW_CODE=PN0 DOB=15/05/2006";
        bad(&RULE_440, &format!("{TO_THE_MONTH} {of_another}"), &[found]);
        good(&RULE_441, &reviews("01/05/2010", "31/05/2010", "PN1"));
        bad(
            &RULE_441,
            &reviews("30/04/2010", "01/05/2010", "PN1"),
            &["A reviews 2 REVIEW=30/04/2010 REVIEW_CODE=PN1 DOB=01/05/2006"],
        );
    }
}
