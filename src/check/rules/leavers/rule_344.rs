//! 344: activity or accommodation is filled for a care leaver about whom neither is asked.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::items::Item;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// IN_TOUCH of a care leaver about whom neither is asked: one who died, or has been home for six months.
const NOT_ASKED: [&str; 2] = ["DIED", "RHOM"];
/// Not asked or not known.
const NONE: &str = "0";

/// A blank is left to 132 and 133.
pub(crate) const RULE: Rule = Rule::error(
    "344",
    "The care leaver died or returned home, but activity or accommodation is filled",
    "write ACTIV and ACCOM as 0, or correct IN_TOUCH",
    check,
)
.touching(&[147, 148])
.needing(&[Table::Oc3]);

fn check(child: &Child<'_>, found: &mut Found) {
    let given = |&(_, text): &Item<'_>| !text.is_empty() && text != NONE;
    for row in child.rows.oc3.iter().filter(|row| NOT_ASKED.contains(&row.in_touch)) {
        if row.items()[1..].iter().any(given) {
            found.row(row.at, &row.items());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn what_is_filled_for_someone_who_died_or_returned_home_is_found() {
        bad(
            &RULE,
            "2011 oc3
             CHILD IN_TOUCH ACTIV ACCOM
             A     DIED     F1    0
             B     RHOM     0     B1",
            &["A oc3 2 IN_TOUCH=DIED ACTIV=F1 ACCOM=0", "B oc3 3 IN_TOUCH=RHOM ACTIV=0 ACCOM=B1"],
        );
        good(
            &RULE,
            "2011 oc3
             CHILD IN_TOUCH ACTIV ACCOM
             A     DIED     0     0
             B     RHOM     -     0
             C     NO       F1    B1",
        );
    }
}
