//! 203: the date of birth is not the same as in last year's return.

use super::births::births_differ;
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "203",
    "The date of birth is not that of last year's return",
    "correct DOB in the return that has it wrong",
    check,
)
.needing(&[Table::Header])
.needing_before(&[Table::Header]);

fn check(child: &Child<'_>, found: &mut Found) {
    let (Some(now), Some(before)) = (child.rows.header_row(), child.before.header_row()) else {
        return;
    };
    let to_the_month = child.context.births_to_the_month || child.context.births_before_to_the_month;
    if births_differ(now.birth, before.birth, to_the_month) {
        found.rows(now.at, before.at, &[("DOB", now.birth.text), ("DOB last year", before.birth.text)]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_day_of_difference_is_found() {
        bad(
            &RULE,
            "2010 header
             CHILD SEX DOB        ETHNIC
             A     1   02/05/2000 WBRI
             2011 header
             CHILD SEX DOB        ETHNIC
             A     1   03/05/2000 WBRI",
            &["A header 2 DOB=03/05/2000 DOB last year=02/05/2000"],
        );
    }

    #[test]
    fn the_same_day_in_another_format_and_an_invalid_date_are_not_a_difference() {
        good(
            &RULE,
            "2010 header
             CHILD SEX DOB        ETHNIC
             A     1   02/05/2000 WBRI
             B     1   02/05/00   WBRI
             2011 header
             CHILD SEX DOB        ETHNIC
             A     1   2000-05-02 WBRI
             B     1   03/05/2000 WBRI",
        );
    }

    #[test]
    fn where_one_return_gives_births_to_the_month_only_the_month_is_compared() {
        bad(
            &RULE,
            "2010 header
             CHILD SEX DOB        ETHNIC
             A     1   01/05/2000 WBRI
             B     1   01/05/2000 WBRI
             C     1   01/07/2000 WBRI
             2011 header
             CHILD SEX DOB        ETHNIC
             A     1   31/05/2000 WBRI
             B     1   01/06/2000 WBRI
             C     1   09/07/2000 WBRI",
            &["B header 3 DOB=01/06/2000 DOB last year=01/05/2000"],
        );
    }
}
