//! 191: a child looked after for twelve months is not in OC2, or items of it are blank.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::items::{Item, blank};
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// The items asked of every such child, whatever the age.
const ASKED_OF_ALL: [&str; 4] = ["IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE"];

/// A child who is not there is reported at the last episode.
pub(crate) const RULE: Rule = Rule::error(
    "191",
    "A child looked after for twelve months on 31 March is not in OC2, or items of health are blank",
    "give the child a row of OC2 with every item of health",
    check,
)
.touching(&[58])
.needing(&[Table::Episodes, Table::Oc2]);

fn check(child: &Child<'_>, found: &mut Found) {
    if !child.twelve_months_in_care() {
        return;
    }
    if let Some(row) = child.rows.oc2_row() {
        let asked = |(column, _): &Item<'_>| ASKED_OF_ALL.contains(column);
        let missing: Vec<Item<'_>> = blank(&row.health()).into_iter().filter(asked).collect();
        if !missing.is_empty() {
            found.row(row.at, &missing);
        }
    } else if let Some(episode) = child.rows.episodes.last() {
        found.row(episode.at, &[("DECOM", episode.decom.text), ("DEC", episode.dec.text)]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    const EPISODES: &str = "2011 episodes
                            CHILD DECOM      RNE LS PLACE DEC        REC
                            A     01/04/2010 S   C2 Q2    01/05/2010 X1
                            A     01/05/2010 P   C2 Q2    -          -
                            B     02/04/2010 S   C2 Q2    -          -
                            C     01/04/2010 S   C2 Q2    31/03/2011 E4
                            D     01/04/2009 S   V4 Q2    -          -\n";
    const HEADING: &str =
        "2011 oc2\nCHILD SDQ_SCORE CONVICTED IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE\n";

    #[test]
    fn a_child_who_is_not_in_oc2_and_items_that_are_blank_are_found() {
        bad(&RULE, &format!("{EPISODES}{HEADING}"), &["A episodes 3 DECOM=01/05/2010 DEC="]);
        bad(&RULE, &format!("{EPISODES}{HEADING}A 9 - 0 - 1 -"), &["A oc2 2 TEETH_CHECK= SUBSTANCE_MISUSE="]);
    }

    #[test]
    fn a_zero_is_an_answer_and_nothing_is_asked_of_others() {
        good(&RULE, &format!("{EPISODES}{HEADING}A - - 0 0 0 0\nB - - - - - -"));
    }
}
