//! 367: the short breaks of the year come to too many days.

use super::short_breaks::{INDICATORS, breaks};
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// The most days of breaks in a year.
const MOST: i32 = 75;

/// Reports the break that goes over the limit.
pub(crate) const RULE: Rule = Rule::error(
    "367",
    "The short breaks of the year come to more than 75 days",
    "correct the dates, or LS if the child was looked after",
    check,
)
.touching(INDICATORS)
.needing(&[Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    let mut so_far = 0;
    for (episode, from, until) in breaks(child) {
        let before = so_far;
        so_far += until.days_since(from.max(child.year_start())).max(0);
        if before <= MOST && so_far > MOST {
            let sum = so_far.to_string();
            let cells = [("DECOM", episode.decom.text), ("DEC", episode.dec.text), ("days of the year", &sum)];
            found.row(episode.at, &cells);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::short_breaks::examples::with;
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn the_breaks_of_the_year_may_come_to_75_days() {
        let with = |last: &str| {
            with(&format!(
                "A 20/03/2010 S V3 U6 06/04/2010 E8
                 A 01/05/2010 S V3 U6 18/05/2010 E8
                 A 01/06/2010 S V3 U6 18/06/2010 E8
                 A 01/07/2010 S V3 U6 18/07/2010 E8
                 A 01/08/2010 S V3 U6 18/08/2010 E8
                 A 01/09/2010 S V3 U6 {last} E8
                 A 30/03/2011 S V3 U6 10/04/2011 E8"
            ))
        };
        // 5 + 4 x 17 = 73 days, 2 more in the last, which ran on after the return, and those of the one before it.
        good(&RULE, &with("01/09/2010"));
        bad(&RULE, &with("02/09/2010"), &["A episodes 8 DECOM=30/03/2011 DEC=10/04/2011 days of the year=76"]);
        bad(&RULE, &with("04/09/2010"), &["A episodes 7 DECOM=01/09/2010 DEC=04/09/2010 days of the year=76"]);
    }
}
