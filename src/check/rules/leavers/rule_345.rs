//! 345: activity or accommodation is not known of a care leaver whom the authority is in touch with.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// The authority is in touch.
const IN_TOUCH: &str = "YES";
/// Not asked or not known.
const NONE: &str = "0";

pub(crate) const RULE: Rule = Rule::error(
    "345",
    "The authority is in touch with the care leaver, but activity or accommodation is not known",
    "write ACTIV and ACCOM as they are, or correct IN_TOUCH",
    check,
)
.touching(&[147, 148])
.needing(&[Table::Oc3]);

fn check(child: &Child<'_>, found: &mut Found) {
    for row in child.rows.oc3.iter().filter(|row| row.in_touch == IN_TOUCH) {
        if [row.activ, row.accom].contains(&NONE) {
            found.row(row.at, &row.items());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn what_is_not_known_of_someone_in_touch_is_found() {
        bad(
            &RULE,
            "2011 oc3
             CHILD IN_TOUCH ACTIV ACCOM
             A     YES      0     B1
             B     YES      F1    0.0",
            &["A oc3 2 IN_TOUCH=YES ACTIV=0 ACCOM=B1", "B oc3 3 IN_TOUCH=YES ACTIV=F1 ACCOM=0"],
        );
        good(
            &RULE,
            "2011 oc3
             CHILD IN_TOUCH ACTIV ACCOM
             A     YES      F1    B1
             B     YES      -     -
             C     NO       0     0",
        );
    }
}
