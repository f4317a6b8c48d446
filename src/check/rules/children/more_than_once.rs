//! INT32, INT33, INT34: a child has more than one row in a table of one row a child.

use crate::check::child::Child;
use crate::check::finding::Found;
use crate::check::rows::CheckRow;
use crate::check::rule::{EVERY_INDICATOR, Returns, Rule, Severity};
use crate::returns::table::Table;

/// INT32: in the header.
pub const INT32: Rule =
    rule("INT32", "The child is in Header more than once", EVERY_INDICATOR, &[Table::Header], |child, found| {
        again(child.rows.header, "DOB", |row| row.birth.text, found);
    });

/// INT33: in OC2.
pub const INT33: Rule = rule("INT33", "The child is in OC2 more than once", &[58], &[Table::Oc2], |child, found| {
    again(child.rows.oc2, "SDQ_SCORE", |row| row.sdq_score, found);
});

/// INT34: in OC3.
pub const INT34: Rule =
    rule("INT34", "The child is in OC3 more than once", &[147, 148], &[Table::Oc3], |child, found| {
        again(child.rows.oc3, "IN_TOUCH", |row| row.in_touch, found);
    });

const fn rule(
    number: &'static str,
    message: &'static str,
    indicators: &'static [u16],
    needs: &'static [Table],
    check: fn(&Child<'_>, &mut Found<'_>),
) -> Rule {
    Rule {
        number,
        message,
        remedy: "keep one row for the child: the last is used",
        severity: Severity::Error,
        indicators,
        needs,
        needs_before: &[],
        needs_columns: &[],
        returns: Returns::ALL,
        check,
    }
}

/// Finds every row of the same authority, return and child after the first.
fn again<'a, R: CheckRow<'a>>(
    rows: &'a [R],
    column: &'static str,
    cell: impl Fn(&'a R) -> &'a str,
    found: &mut Found<'_>,
) {
    if let [first, others @ ..] = rows {
        for row in others {
            found.rows(row.at(), first.at(), &[(column, cell(row))]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{INT32, INT33, INT34};
    use crate::check::example::{bad, good};

    #[test]
    fn every_row_after_the_first_of_a_return_is_found() {
        bad(
            &INT32,
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
            &INT32,
            "2010 header
             CHILD SEX DOB        ETHNIC
             A     1   02/05/2000 WBRI
             2011 header
             CHILD SEX DOB        ETHNIC
             A     1   02/05/2000 WBRI",
        );
        good(
            &INT32,
            "2011 header
             LA  YEAR CHILD SEX DOB        ETHNIC
             301 2011 A     1   02/05/2000 WBRI
             302 2011 A     1   02/05/2000 WBRI
             301 2010 A     1   02/05/2000 WBRI",
        );
    }

    #[test]
    fn a_second_row_of_oc2_or_oc3_is_found() {
        bad(
            &INT33,
            "2011 oc2
             CHILD SDQ_SCORE
             A     12
             A     -",
            &["A oc2 3 SDQ_SCORE="],
        );
        good(&INT33, "2011 oc2\nCHILD SDQ_SCORE\nA 12\nB 12");
        bad(
            &INT34,
            "2011 oc3
             CHILD IN_TOUCH ACTIV ACCOM
             A     YES      F1    B1
             A     NO       0     0",
            &["A oc3 3 IN_TOUCH=NO"],
        );
        good(&INT34, "2011 oc3\nCHILD IN_TOUCH ACTIV ACCOM\nA YES F1 B1\nB YES F1 B1");
    }
}
