//! 301: the date of birth is after the end of the return.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "301",
    "The child was born after the end of the return",
    "correct DOB, or leave the child out of this return",
    check,
)
.needing(&[Table::Header]);

fn check(child: &Child<'_>, found: &mut Found) {
    for row in child.rows.header.iter().filter(|row| row.birth.day > Some(child.year_end())) {
        found.row(row.at, &[("DOB", row.birth.text)]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_birth_on_1_april_is_after_the_return() {
        bad(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   01/04/2011 WBRI",
            &["A header 2 DOB=01/04/2011"],
        );
    }

    #[test]
    fn a_birth_on_31_march_is_in_it_and_an_invalid_date_is_left_to_rule_102() {
        good(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   31/03/2011 WBRI
             B     1   01/04/11   WBRI",
        );
    }
}
