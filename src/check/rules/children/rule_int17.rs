//! INT17: the date of birth in reviews is not the header's.

use super::births::{CORRECT_DOB, report_differing};
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule =
    Rule::error("INT17", "The date of birth in Reviews is not that in Header", CORRECT_DOB, |child, found| {
        report_differing(child, child.rows.reviews.iter().map(|row| (row.at, row.birth)), found);
    })
    .touching(&[66])
    .needing(&[Table::Header, Table::Reviews])
    .needing_columns(&[(Table::Reviews, "DOB")]);

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_wrong_date_in_every_review_is_found_once() {
        bad(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   02/05/2000 WBRI
             2011 reviews
             CHILD DOB        REVIEW     REVIEW_CODE
             A     02/05/2000 01/05/2010 PN1
             A     02/06/2000 01/08/2010 PN1
             A     02/06/2000 01/10/2010 PN1
             A     02/07/2000 01/12/2010 PN1",
            &[
                "A reviews 3 DOB=02/06/2000 DOB in Header=02/05/2000",
                "A reviews 5 DOB=02/07/2000 DOB in Header=02/05/2000",
            ],
        );
        good(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   02/05/2000 WBRI
             2011 reviews
             CHILD DOB        REVIEW     REVIEW_CODE
             A     02/05/2000 01/05/2010 PN1",
        );
    }
}
