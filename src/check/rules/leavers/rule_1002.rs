//! 1002: OC3 is filled for someone with no episodes.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// A care leaver was in care for at least a day since this birthday.
const IN_CARE_SINCE: i32 = 16;

/// Checks only where the returns reach back to the 16th birthday; the public rule looks back two years, and so finds
/// everyone who left care before that.
pub(crate) const RULE: Rule = Rule::error(
    "1002",
    "The child has an OC3 row but no episodes in any return",
    "take the row of OC3 away, or give the episodes that are missing",
    check,
)
.touching(&[147, 148])
.needing(&[Table::Header, Table::Episodes, Table::Oc3])
.needing_before(&[Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    let since = child.birth().map(|birth| birth.birthday(IN_CARE_SINCE));
    let covered = child.cover(&[Table::Episodes]).zip(since).is_some_and(|(cover, since)| cover <= since);
    if let Some(row) = child.rows.oc3_row().filter(|_| covered && !child.has_known_episodes()) {
        found.row(row.at, &row.items());
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good, not_run};

    fn returns(birth: &str, first: i32, episodes: &str) -> String {
        let years =
            (first..=2011).map(|year| format!("{year} episodes\nCHILD DECOM RNE LS PLACE DEC REC\n{episodes}\n"));
        let header = format!("2011 header\nCHILD SEX DOB ETHNIC\nA 1 {birth} WBRI\n");
        years.collect::<String>() + &header + "2011 oc3\nCHILD IN_TOUCH ACTIV ACCOM\nA NO 0 0"
    }

    #[test]
    fn no_episode_since_the_16th_birthday_is_found() {
        bad(&RULE, &returns("01/04/1992", 2009, ""), &["A oc3 2 IN_TOUCH=NO ACTIV=0 ACCOM=0"]);
    }

    #[test]
    fn where_the_returns_do_not_reach_back_that_far_there_may_have_been_one() {
        good(&RULE, &returns("31/03/1992", 2009, ""));
        not_run(&RULE, &returns("01/04/1994", 2011, ""), 2011, "episodes 2010");
    }

    #[test]
    fn any_kind_of_episode_is_enough() {
        good(&RULE, &returns("01/04/1992", 2009, "A 01/05/2008 S C2 Q2 01/06/2008 E5"));
        good(&RULE, &returns("01/04/1992", 2009, "A 01/05/2008 S V4 Q2 01/06/2008 E8"));
        good(&RULE, &returns("01/04/1992", 2009, "A 01/05/08 S C2 Q2 01/06/2008 E8"));
    }
}
