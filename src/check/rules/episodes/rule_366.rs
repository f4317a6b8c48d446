//! 366: a short break, which is one stay, does not begin with a start of care.

use super::short_breaks::{INDICATORS, is_break};
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "366",
    "A short break does not begin with RNE S: the child cannot change placement or legal status during one",
    "correct RNE, or LS if the child was looked after",
    check,
)
.touching(INDICATORS)
.needing(&[Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    for episode in child.rows.all_episodes().filter(|episode| is_break(episode)) {
        if !episode.rne.is_empty() && !episode.starts_care() {
            found.row(episode.at, &[("LS", episode.ls), ("RNE", episode.rne)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::short_breaks::examples::with;
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn another_reason_is_found_of_a_break_but_not_of_an_agreement() {
        bad(
            &RULE,
            &with("A 01/05/2010 P V3 U6 03/05/2010 E8\nB - L V3 U6 - -"),
            &["A episodes 2 LS=V3 RNE=P", "B episodes 3 LS=V3 RNE=L"],
        );
        good(&RULE, &with("A 01/05/2010 S V3 U6 03/05/2010 E8\nB 01/05/2010 P V4 U6 - -\nC 01/05/2010 P C2 U6 - -"));
    }
}
