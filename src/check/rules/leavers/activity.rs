//! 344, 345: activity and accommodation do not go with whether the authority is in touch.

use crate::check::child::Child;
use crate::check::finding::Found;
use crate::check::items::Item;
use crate::check::rows::Oc3Row;
use crate::check::rule::{Returns, Rule, Severity};
use crate::returns::table::Table;

/// Neither activity nor accommodation is asked of these: who died, or has been home for six months.
const ASKED_NO_MORE: [&str; 2] = ["DIED", "RHOM"];
/// The authority is in touch.
const IN_TOUCH: &str = "YES";
/// Not asked or not known.
const NONE: &str = "0";

/// 344: something stands where nothing is asked. A blank is 132's and 133's.
pub const RULE_344: Rule = Rule {
    number: "344",
    message: "The care leaver died or returned home, but activity or accommodation is filled",
    remedy: "write ACTIV and ACCOM as 0, or correct IN_TOUCH",
    check: |child, found| {
        let stands = |&(_, text): &Item<'_>| !text.is_empty() && text != NONE;
        report(child, found, |row| ASKED_NO_MORE.contains(&row.in_touch) && row.items()[1..].iter().any(stands));
    },
    ..SHAPE
};

/// 345: nothing is known of someone the authority is in touch with.
pub const RULE_345: Rule = Rule {
    number: "345",
    message: "The authority is in touch with the care leaver, but activity or accommodation is not known",
    remedy: "write ACTIV and ACCOM as they are, or correct IN_TOUCH",
    check: |child, found| {
        report(child, found, |row| row.in_touch == IN_TOUCH && row.items()[1..].iter().any(|(_, text)| *text == NONE));
    },
    ..SHAPE
};

/// What the two have in common.
const SHAPE: Rule = Rule {
    number: "",
    message: "",
    remedy: "",
    severity: Severity::Error,
    indicators: &[147, 148],
    needs: &[Table::Oc3],
    needs_before: &[],
    needs_columns: &[],
    returns: Returns::ALL,
    check: |_, _| {},
};

fn report(child: &Child<'_>, found: &mut Found<'_>, wrong: impl Fn(&Oc3Row<'_>) -> bool) {
    for row in child.rows.oc3.iter().filter(|row| wrong(row)) {
        found.row(row.at, &row.items());
    }
}

#[cfg(test)]
mod tests {
    use super::{RULE_344, RULE_345};
    use crate::check::example::{bad, good};

    #[test]
    fn what_is_filled_for_one_who_died_or_returned_home_is_found() {
        bad(
            &RULE_344,
            "2011 oc3
             CHILD IN_TOUCH ACTIV ACCOM
             A     DIED     F1    0
             B     RHOM     0     B1",
            &["A oc3 2 IN_TOUCH=DIED ACTIV=F1 ACCOM=0", "B oc3 3 IN_TOUCH=RHOM ACTIV=0 ACCOM=B1"],
        );
        good(
            &RULE_344,
            "2011 oc3
             CHILD IN_TOUCH ACTIV ACCOM
             A     DIED     0     0
             B     RHOM     -     0
             C     NO       F1    B1",
        );
    }

    #[test]
    fn what_is_not_known_of_one_in_touch_is_found() {
        bad(
            &RULE_345,
            "2011 oc3
             CHILD IN_TOUCH ACTIV ACCOM
             A     YES      0     B1
             B     YES      F1    0.0",
            &["A oc3 2 IN_TOUCH=YES ACTIV=0 ACCOM=B1", "B oc3 3 IN_TOUCH=YES ACTIV=F1 ACCOM=0"],
        );
        good(
            &RULE_345,
            "2011 oc3
             CHILD IN_TOUCH ACTIV ACCOM
             A     YES      F1    B1
             B     YES      -     -
             C     NO       0     0",
        );
    }
}
