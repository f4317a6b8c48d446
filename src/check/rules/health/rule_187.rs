//! 187: a child looked after for twelve months is also in AD1 or OC3.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::items::filled;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// A child looked after on 31 March has neither been adopted nor left care.
pub(crate) const RULE: Rule = Rule::error(
    "187",
    "A child looked after for twelve months on 31 March has items of adoption or of leaving care",
    "take the row of AD1 or OC3 away, or give the episode the end it had",
    check,
)
.touching(&[58, 61, 147, 148])
.needing(&[Table::Episodes, Table::Oc3, Table::Ad1]);

fn check(child: &Child<'_>, found: &mut Found) {
    if !child.twelve_months_in_care() {
        return;
    }
    let adoptions = child.rows.ad1.iter().map(|row| (row.at, filled(&row.items())));
    let leavers = child.rows.oc3.iter().map(|row| (row.at, filled(&row.items())));
    for (at, items) in adoptions.chain(leavers).filter(|(_, items)| !items.is_empty()) {
        found.row(at, &items);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good, not_run};

    const EPISODES: &str = "2011 episodes
                            CHILD DECOM      RNE LS PLACE DEC        REC
                            A     01/04/2010 S   C2 Q2    -          -
                            B     02/04/2010 S   C2 Q2    -          -
                            C     01/04/2010 S   C2 Q2    31/03/2011 E11\n";

    #[test]
    fn rows_of_a_child_in_care_for_twelve_months_are_found() {
        bad(
            &RULE,
            &format!(
                "{EPISODES} 2011 ad1
                 CHILD DATE_INT   DATE_MATCH
                 A     01/05/2009 -
                 2011 oc3
                 CHILD IN_TOUCH ACTIV ACCOM
                 A     NO       0     0"
            ),
            &["A ad1 2 DATE_INT=01/05/2009", "A oc3 2 IN_TOUCH=NO ACTIV=0 ACCOM=0"],
        );
    }

    #[test]
    fn a_day_less_in_care_and_empty_rows_are_right() {
        let adopted = "2011 ad1\nCHILD DATE_INT\nA -\nB 01/05/2009\nC 01/05/2009\n";
        let left = "2011 oc3\nCHILD IN_TOUCH ACTIV ACCOM\nA - - -\nB NO 0 0\nC NO 0 0";
        good(&RULE, &format!("{EPISODES}{adopted}{left}"));
        not_run(&RULE, &format!("{EPISODES}{left}"), 2011, "ad1 2011");
    }
}
