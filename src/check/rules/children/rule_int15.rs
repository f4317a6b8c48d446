//! INT15: the date of birth in OC3 is not the header's.

use super::births::{CORRECT_DOB, report_differing};
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule =
    Rule::error("INT15", "The date of birth in OC3 is not that in Header", CORRECT_DOB, |child, found| {
        report_differing(child, child.rows.oc3.iter().map(|row| (row.at, row.birth)), found);
    })
    .touching(&[147, 148])
    .needing(&[Table::Header, Table::Oc3])
    .needing_columns(&[(Table::Oc3, "DOB")]);

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn where_births_are_given_to_the_month_only_the_month_is_compared() {
        bad(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   01/05/1992 WBRI
             B     1   01/05/1992 WBRI
             C     1   01/05/1992 WBRI
             2011 oc3
             CHILD DOB        IN_TOUCH ACTIV ACCOM
             A     31/05/1992 YES      F1    B1
             B     01/06/1992 YES      F1    B1
             C     30/04/1992 YES      F1    B1",
            &["B oc3 3 DOB=01/06/1992 DOB in Header=01/05/1992", "C oc3 4 DOB=30/04/1992 DOB in Header=01/05/1992"],
        );
        good(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   02/05/1992 WBRI
             2011 oc3
             CHILD DOB        IN_TOUCH ACTIV ACCOM
             A     02/05/1992 YES      F1    B1",
        );
    }

    #[test]
    fn two_births_on_the_first_of_a_month_do_not_show_that_births_are_given_to_the_month() {
        bad(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   01/05/1992 WBRI
             B     1   01/05/1992 WBRI
             2011 oc3
             CHILD DOB        IN_TOUCH ACTIV ACCOM
             A     31/05/1992 YES      F1    B1",
            &["A oc3 2 DOB=31/05/1992 DOB in Header=01/05/1992"],
        );
    }
}
