//! 351: the 25th birthday was before the return began.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "351",
    "The young person turned 25 before the return began",
    "correct DOB, or leave the young person out of this return",
    check,
)
.touching(&[147, 148])
.needing(&[Table::Header]);

fn check(child: &Child<'_>, found: &mut Found) {
    let (Some(birth), Some(row)) = (child.latest_birth(), child.rows.header_row()) else {
        return;
    };
    if birth.birthday(25) < child.year_start() {
        found.row(row.at, &[("DOB", row.birth.text)]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_birthday_on_31_march_is_before_the_return() {
        bad(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   31/03/1985 WBRI",
            &["A header 2 DOB=31/03/1985"],
        );
    }

    #[test]
    fn a_birthday_on_1_april_is_in_it() {
        good(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   01/04/1985 WBRI",
        );
    }

    #[test]
    fn births_to_the_month_may_be_as_late_as_its_last_day() {
        bad(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   01/03/1985 WBRI
             B     1   01/04/1985 WBRI
             C     1   01/07/1999 WBRI",
            &["A header 2 DOB=01/03/1985"],
        );
    }
}
