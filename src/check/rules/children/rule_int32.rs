//! INT32: a child has more than one row in the header.

use super::more_than_once::{KEEP_ONE_ROW, report_others};
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule =
    Rule::error("INT32", "The child is in Header more than once", KEEP_ONE_ROW, |child, found| {
        report_others(child.rows.header, "DOB", |row| row.birth.text, found);
    })
    .needing(&[Table::Header]);

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn every_row_after_the_first_of_a_return_is_found() {
        bad(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   02/05/2000 WBRI
             A     1   03/05/2000 WBRI
             B     1   02/05/2000 WBRI
             A     1   04/05/2000 WBRI",
            &["A header 3 DOB=03/05/2000", "A header 5 DOB=04/05/2000"],
        );
    }

    #[test]
    fn a_row_in_each_return_of_each_authority_is_right() {
        good(
            &RULE,
            "2010 header
             CHILD SEX DOB        ETHNIC
             A     1   02/05/2000 WBRI
             2011 header
             CHILD SEX DOB        ETHNIC
             A     1   02/05/2000 WBRI",
        );
        good(
            &RULE,
            "2011 header
             LA  YEAR CHILD SEX DOB        ETHNIC
             301 2011 A     1   02/05/2000 WBRI
             302 2011 A     1   02/05/2000 WBRI
             301 2010 A     1   02/05/2000 WBRI",
        );
    }
}
