//! ST06: OC3 is filled for someone who did not turn 19 in the year.

use super::ages::{YOUNGEST, report_with_birth};
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// The age that NI 147 and 148 are about.
const AGE: i32 = 19;

/// Our own rule, because 391 has no upper age. It holds for the returns in which OC3 was asked about the 19th birthday
/// alone: from 2014 it is asked about ages 20 and 21 too, and later about 17 and 18. Someone under 17 is left to 391.
pub(crate) const RULE: Rule = Rule::error(
    "ST06",
    "OC3 is filled for someone whose 19th birthday is not in the year",
    "take the row of OC3 away, give it in the return of the year of the 19th birthday, or correct DOB",
    check,
)
.touching(&[147, 148])
.needing(&[Table::Header, Table::Oc3])
.until(2013);

fn check(child: &Child<'_>, found: &mut Found) {
    let (Some(row), Some(birth)) = (child.rows.oc3_row(), child.birth()) else {
        return;
    };
    // The year is made of whole months: a birth given to the month is as sure as one given to the day.
    let in_year = child.in_year(birth.birthday(AGE));
    let too_young = birth.birthday(YOUNGEST) > child.year_end();
    if !in_year && !too_young {
        report_with_birth(child, row, found);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    fn returns(year: i32, birth: &str, row: &str, others: &str) -> String {
        format!(
            "{year} header\nCHILD SEX DOB ETHNIC\nA 1 {birth} WBRI\n{others}
             {year} oc3\nCHILD IN_TOUCH ACTIV ACCOM\nA {row}\n"
        )
    }

    #[test]
    fn a_19th_birthday_a_day_before_or_after_the_year_is_found() {
        for birth in ["31/03/1991", "01/04/1992", "31/03/1994"] {
            let found = format!("A oc3 2 IN_TOUCH=NO ACTIV=0 ACCOM=0 DOB={birth}");
            bad(&RULE, &returns(2011, birth, "NO 0 0", ""), &[&found]);
        }
    }

    #[test]
    fn a_19th_birthday_on_the_first_or_last_day_is_right_and_anyone_under_17_is_left_to_391() {
        for birth in ["01/04/1991", "31/03/1992", "29/02/1992", "01/04/1994"] {
            good(&RULE, &returns(2011, birth, "NO 0 0", ""));
        }
        good(&RULE, &returns(2011, "31/03/1991", "- - -", ""));
    }

    #[test]
    fn births_given_to_the_month_are_as_sure() {
        let others = "B 1 01/05/2000 WBRI\nC 1 01/05/2000 WBRI";
        good(&RULE, &returns(2011, "01/04/1991", "NO 0 0", others));
        good(&RULE, &returns(2011, "01/03/1992", "NO 0 0", others));
        for birth in ["01/03/1991", "01/04/1992"] {
            let found = format!("A oc3 2 IN_TOUCH=NO ACTIV=0 ACCOM=0 DOB={birth}");
            bad(&RULE, &returns(2011, birth, "NO 0 0", others), &[&found]);
        }
    }

    #[test]
    fn from_2014_other_ages_are_asked_about() {
        let right = returns(2011, "01/04/1991", "NO 0 0", "");
        good(&RULE, &(returns(2014, "31/03/1994", "NO 0 0", "") + &right));
        let found = "A oc3 2 IN_TOUCH=NO ACTIV=0 ACCOM=0 DOB=31/03/1993";
        bad(&RULE, &returns(2013, "31/03/1993", "NO 0 0", ""), &[found]);
    }
}
