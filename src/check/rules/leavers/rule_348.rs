//! 348: OC3 is filled for someone who had died by the return of the year before.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// IN_TOUCH of a care leaver who died.
const DIED: &str = "DIED";

pub(crate) const RULE: Rule = Rule::error(
    "348",
    "OC3 is filled for someone who had died by the return of the year before",
    "take the row of OC3 away, or correct IN_TOUCH of the year before",
    check,
)
.touching(&[147, 148])
.needing(&[Table::Oc3])
.needing_before(&[Table::Oc3]);

fn check(child: &Child<'_>, found: &mut Found) {
    let died = child.before.oc3_row().filter(|row| row.in_touch == DIED);
    if let Some((row, before)) = child.rows.oc3_row().zip(died) {
        let [in_touch, activity, accommodation] = row.items();
        let cells = [in_touch, activity, accommodation, ("IN_TOUCH before", before.in_touch)];
        found.rows(row.at, before.at, &cells);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good, not_run};

    const THIS: &str = "2011 oc3
                        CHILD IN_TOUCH ACTIV ACCOM
                        A     DIED     0     0
                        B     -        -     -\n";

    #[test]
    fn someone_who_died_by_the_year_before_is_found() {
        bad(
            &RULE,
            &format!("2010 oc3\nCHILD IN_TOUCH ACTIV ACCOM\nA DIED 0 0\nB DIED 0 0\n{THIS}"),
            &["A oc3 2 IN_TOUCH=DIED ACTIV=0 ACCOM=0 IN_TOUCH before=DIED"],
        );
    }

    #[test]
    fn someone_who_was_alive_then_is_right() {
        good(&RULE, &format!("2010 oc3\nCHILD IN_TOUCH ACTIV ACCOM\nA NO 0 0\nB DIED 0 0\n{THIS}"));
        not_run(&RULE, THIS, 2011, "oc3 2010");
    }
}
