//! 380: a temporary stay, which is a move within care, does not begin with one.

use super::temporary_stays::{changes_legal_status_alone, is_move};
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rows::EpisodeRow;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// Unlike the public rule, lets a change of legal status during a stay begin an episode of it.
pub(crate) const RULE: Rule = Rule::error(
    "380",
    "A temporary stay does not begin with a move from a placement",
    "correct RNE to P or B, or PLACE if the stay was a placement of its own",
    check,
)
.touching(&[62, 63])
.needing(&[Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    let mut before: Option<&EpisodeRow<'_>> = None;
    for episode in child.rows.care_in_order() {
        let within = match before {
            Some(before) => before.place == episode.place,
            None => episode.decom.day < Some(child.year_start()),
        };
        let right = is_move(episode) || episode.rne.is_empty() || within && changes_legal_status_alone(episode);
        if episode.is_temporary() && !right {
            found.row(episode.at, &[("RNE", episode.rne), ("PLACE", episode.place)]);
        }
        before = Some(episode);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_stay_begins_with_a_move() {
        let with = |decom: &str, rne: &str, place: &str| {
            format!(
                "2011 episodes
                 CHILD DECOM      RNE   LS PLACE   DEC        REC
                 A     {decom}    {rne} C1 {place} 01/09/2010 X1
                 A     01/09/2010 L     C2 T1      -          -"
            )
        };
        bad(&RULE, &with("01/04/2010", "S", "T1"), &["A episodes 2 RNE=S PLACE=T1"]);
        bad(&RULE, &with("01/04/2010", "L", "T1"), &["A episodes 2 RNE=L PLACE=T1"]);
        bad(&RULE, &with("01/04/2010", "S", "K2"), &["A episodes 3 RNE=L PLACE=T1"]);
        good(&RULE, &with("01/04/2010", "P", "T1"));
        good(&RULE, &with("01/04/2010", "B", "T1"));
        good(&RULE, &with("31/03/2010", "L", "T1"));
    }
}
