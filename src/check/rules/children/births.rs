//! INT14, INT15, INT17: the date of birth in another table is not that of the header.

use crate::check::child::Child;
use crate::check::finding::Found;
use crate::check::rows::DateCell;
use crate::check::rule::{Returns, Rule, Severity};
use crate::day::Day;
use crate::returns::finding::Source;
use crate::returns::table::Table;

/// INT14: in OC2.
pub const INT14: Rule = rule(
    "INT14",
    "The date of birth in OC2 is not that in Header",
    &[58],
    &[Table::Header, Table::Oc2],
    |child, found| {
        differing(child, child.rows.oc2.iter().map(|row| (row.at, row.birth)), found);
    },
)
.needing(&[(Table::Oc2, "DOB")]);

/// INT15: in OC3.
pub const INT15: Rule = rule(
    "INT15",
    "The date of birth in OC3 is not that in Header",
    &[147, 148],
    &[Table::Header, Table::Oc3],
    |child, found| {
        differing(child, child.rows.oc3.iter().map(|row| (row.at, row.birth)), found);
    },
)
.needing(&[(Table::Oc3, "DOB")]);

/// INT17: in reviews.
pub const INT17: Rule = rule(
    "INT17",
    "The date of birth in Reviews is not that in Header",
    &[66],
    &[Table::Header, Table::Reviews],
    |child, found| {
        differing(child, child.rows.reviews.iter().map(|row| (row.at, row.birth)), found);
    },
)
.needing(&[(Table::Reviews, "DOB")]);

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
        remedy: "correct DOB in the table that has it wrong",
        severity: Severity::Error,
        indicators,
        needs,
        needs_before: &[],
        needs_columns: &[],
        returns: Returns::ALL,
        check,
    }
}

/// Finds the rows whose date of birth is not the header's; of several with the same wrong date the first.
fn differing<'a>(child: &Child<'_>, rows: impl Iterator<Item = (Source, DateCell<'a>)>, found: &mut Found<'_>) {
    let Some(header) = child.rows.header_row() else {
        return;
    };
    let mut told: Vec<Option<Day>> = Vec::new();
    for (at, birth) in
        rows.filter(|(_, birth)| births_differ(*birth, header.birth, child.of_return.births_to_the_month))
    {
        if !told.contains(&birth.day) {
            told.push(birth.day);
            found.rows(at, header.at, &[("DOB", birth.text), ("DOB in Header", header.birth.text)]);
        }
    }
}

/// Whether two dates of birth that can be read are not the same; where they are given to the month, of two months.
pub fn births_differ(one: DateCell<'_>, other: DateCell<'_>, to_the_month: bool) -> bool {
    let month = |day: Day| (day.ymd().0, day.ymd().1);
    one.day.zip(other.day).is_some_and(
        |(one, other)| {
            if to_the_month { month(one) != month(other) } else { one != other }
        },
    )
}

#[cfg(test)]
mod tests {
    use super::{INT14, INT15, INT17};
    use crate::check::example::{bad, good};

    #[test]
    fn a_day_of_difference_in_oc2_is_found() {
        bad(
            &INT14,
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
    fn the_same_day_written_otherwise_a_blank_and_no_date_are_no_difference() {
        good(
            &INT14,
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

    #[test]
    fn where_births_are_given_to_the_month_only_the_month_is_compared() {
        bad(
            &INT15,
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
            &INT15,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   02/05/1992 WBRI
             2011 oc3
             CHILD DOB        IN_TOUCH ACTIV ACCOM
             A     02/05/1992 YES      F1    B1",
        );
    }

    #[test]
    fn two_births_on_a_first_do_not_tell_that_all_are_given_to_the_month() {
        bad(
            &INT15,
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

    #[test]
    fn a_wrong_date_in_every_review_is_said_once() {
        bad(
            &INT17,
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
            &INT17,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   02/05/2000 WBRI
             2011 reviews
             CHILD DOB        REVIEW     REVIEW_CODE
             A     02/05/2000 01/05/2010 PN1",
        );
    }
}
