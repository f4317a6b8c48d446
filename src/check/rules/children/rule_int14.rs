//! INT14: the date of birth in OC2 is not the header's.

use super::births::{CORRECT_DOB, report_differing};
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule =
    Rule::error("INT14", "The date of birth in OC2 is not that in Header", CORRECT_DOB, |child, found| {
        report_differing(child, child.rows.oc2.iter().map(|row| (row.at, row.birth)), found);
    })
    .touching(&[58])
    .needing(&[Table::Header, Table::Oc2])
    .needing_columns(&[(Table::Oc2, "DOB")]);

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_difference_of_one_day_is_found() {
        bad(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   02/05/2000 WBRI
             2011 oc2
             CHILD SDQ_SCORE DOB
             A     12        03/05/2000",
            &["A oc2 2 DOB=03/05/2000 DOB in Header=02/05/2000"],
        );
    }

    #[test]
    fn the_same_day_in_another_format_a_blank_and_an_invalid_date_are_not_a_difference() {
        good(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   02/05/2000 WBRI
             B     1   02/05/2000 WBRI
             C     1   02/05/2000 WBRI
             2011 oc2
             CHILD SDQ_SCORE DOB
             A     12        2000-05-02
             B     12        -
             C     12        03/05/00",
        );
    }
}
