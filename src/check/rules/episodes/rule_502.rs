//! 502: the episode open at the end of last year's return is not in this one under its DECOM.

use super::last_year::{INDICATORS, not_returned};
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "502",
    "The episode open at the end of last year's return is not in this one under its DECOM",
    "return the episode under the same DECOM, or correct DECOM in the return that has it wrong",
    check,
)
.touching(INDICATORS)
.needing(&[Table::Episodes])
.needing_before(&[Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    if let Some((first, open)) = not_returned(child) {
        let cells = [("DECOM", first.decom.text), ("DECOM last year", open.decom.text)];
        found.rows(first.at, open.at, &cells);
    }
}

#[cfg(test)]
mod tests {
    use super::super::last_year::examples::years;
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn the_open_episode_must_come_again_under_its_decom() {
        let open = "A 01/06/2009 S C2 K2 - - - - 01/07/2009 X1
                    A 01/07/2009 P C2 K2 - - - - - X1";
        let with = |decom: &str| years(open, &format!("A {decom} P C2 K2 - - - - - -"));
        bad(&RULE, &with("02/07/2009"), &["A episodes 2 DECOM=02/07/2009 DECOM last year=01/07/2009"]);
        bad(&RULE, &with("01/04/2010"), &["A episodes 2 DECOM=01/04/2010 DECOM last year=01/07/2009"]);
        good(&RULE, &with("2009-07-01"));
        // A date that cannot be read may be the one.
        good(&RULE, &years(open, "A 01/07/09 P C2 K2 - - - - - -\nA 02/07/2010 P C2 K2 - - - - - -"));
    }

    #[test]
    fn an_episode_that_had_ended_and_a_child_without_any_are_right() {
        good(&RULE, &years("A 01/06/2009 S C2 K2 - - - - 31/03/2010 E4", "A 01/04/2010 S C2 K2 - - - - - -"));
        good(&RULE, &years("A 01/06/2009 S C2 K2 - - - - - -", "B 01/04/2010 S C2 K2 - - - - - -"));
    }
}
