//! 102: the date of birth is blank or not a date.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "102",
    "The date of birth is missing or is no date",
    "write DOB with a four-digit year, such as 01/04/2001",
    check,
)
.needing(&[Table::Header]);

fn check(child: &Child<'_>, found: &mut Found) {
    for row in child.rows.header.iter().filter(|row| row.birth.day.is_none()) {
        found.row(row.at, &[("DOB", row.birth.text)]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_date_of_birth_that_is_blank_or_has_a_two_digit_year_is_found() {
        bad(
            &RULE,
            "2011 header
             CHILD SEX DOB      ETHNIC
             A     1   -        WBRI
             B     1   01/04/01 WBRI",
            &["A header 2 DOB=", "B header 3 DOB=01/04/01"],
        );
    }

    #[test]
    fn dates_are_read_in_both_formats() {
        good(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   1/4/2001   WBRI
             B     1   2001-04-01 WBRI",
        );
    }
}
