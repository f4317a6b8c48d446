//! 391: OC3 is filled for someone under 17 at the end of the year.

use super::ages::{YOUNGEST, report_with_birth};
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// The years in which OC3 asked about one age alone are left to ST06.
pub(crate) const RULE: Rule = Rule::error(
    "391",
    "OC3 is filled for someone under 17 at the end of the year",
    "take the row of OC3 away, or correct DOB",
    check,
)
.touching(&[147, 148])
.needing(&[Table::Header, Table::Oc3]);

fn check(child: &Child<'_>, found: &mut Found) {
    // A birth given to the month is as sure: the year ends with a month.
    let too_young = child.birth().is_some_and(|birth| birth.birthday(YOUNGEST) > child.year_end());
    if let Some(row) = child.rows.oc3_row().filter(|_| too_young) {
        report_with_birth(child, row, found);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    fn returns(birth: &str, row: &str) -> String {
        format!("2011 header\nCHILD SEX DOB ETHNIC\nA 1 {birth} WBRI\n2011 oc3\nCHILD IN_TOUCH ACTIV ACCOM\nA {row}")
    }

    #[test]
    fn sixteen_on_the_last_day_is_found() {
        bad(&RULE, &returns("01/04/1994", "NO 0 -"), &["A oc3 2 IN_TOUCH=NO ACTIV=0 ACCOM= DOB=01/04/1994"]);
    }

    #[test]
    fn seventeen_on_the_last_day_and_an_empty_row_are_right() {
        good(&RULE, &returns("31/03/1994", "NO 0 0"));
        good(&RULE, &returns("01/04/1994", "- - -"));
    }

    #[test]
    fn a_birth_given_to_the_month_is_as_sure() {
        let others = "B 1 01/05/2000 WBRI\nC 1 01/05/2000 WBRI\n2011 oc3";
        let to_the_month = |birth| returns(birth, "NO 0 0").replace("2011 oc3", others);
        good(&RULE, &to_the_month("01/03/1994"));
        bad(&RULE, &to_the_month("01/04/1994"), &["A oc3 2 IN_TOUCH=NO ACTIV=0 ACCOM=0 DOB=01/04/1994"]);
    }
}
