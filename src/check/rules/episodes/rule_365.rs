//! 365: a short break lasted too long.

use super::short_breaks::{INDICATORS, breaks};
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// The most days of one break.
const LONGEST: i32 = 17;

pub(crate) const RULE: Rule = Rule::error(
    "365",
    "A short break lasted more than 17 days",
    "correct the dates, or LS if the child was looked after",
    check,
)
.touching(INDICATORS)
.needing(&[Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    for (episode, from, until) in breaks(child) {
        let days = until.days_since(from);
        if days > LONGEST {
            let days = days.to_string();
            let cells = [("LS", episode.ls), ("DECOM", episode.decom.text), ("DEC", episode.dec.text), ("days", &days)];
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
    fn a_break_may_last_17_days() {
        bad(
            &RULE,
            &with("A 01/05/2010 S V3 U6 19/05/2010 E8\nB 25/03/2010 S V3 U6 12/04/2010 E8"),
            &[
                "A episodes 2 LS=V3 DECOM=01/05/2010 DEC=19/05/2010 days=18",
                "B episodes 3 LS=V3 DECOM=25/03/2010 DEC=12/04/2010 days=18",
            ],
        );
        good(&RULE, &with("A 01/05/2010 S V3 U6 18/05/2010 E8\nB 01/05/2010 S V4 U6 19/05/2010 E8"));
    }

    #[test]
    fn an_open_break_has_lasted_until_the_return_ended() {
        bad(&RULE, &with("A 14/03/2011 S V3 U6 - -"), &["A episodes 2 LS=V3 DECOM=14/03/2011 DEC= days=18"]);
        good(&RULE, &with("A 15/03/2011 S V3 U6 - -"));
        // When it ended is not known: left to rule 142.
        good(&RULE, &with("A 01/05/2010 S V3 U6 - -\nA 01/09/2010 S V3 U6 02/09/2010 E8"));
    }
}
