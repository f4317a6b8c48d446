//! 426: the year's short breaks are recorded both one by one and as an agreement.

use super::short_breaks::{AGREEMENT, BREAK, INDICATORS};
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rows::EpisodeRow;
use crate::check::rule::Rule;
use crate::code::Code;
use crate::returns::table::Table;

/// Reports the later row.
pub(crate) const RULE: Rule = Rule::error(
    "426",
    "Short breaks are recorded both break by break (V3) and as an agreement (V4) in one year",
    "record the year's breaks under V3 or under V4",
    check,
)
.touching(INDICATORS)
.needing(&[Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    let first = |ls: Code| child.rows.all_episodes().find(|episode| ls.is_written(episode.ls));
    if let (Some(one), Some(other)) = (first(BREAK), first(AGREEMENT)) {
        let order = |episode: &EpisodeRow<'_>| (episode.decom.day, episode.at);
        let (before, after) = if order(one) < order(other) { (one, other) } else { (other, one) };
        found.rows(after.at, before.at, &[("LS", after.ls), ("LS before", before.ls)]);
    }
}

#[cfg(test)]
mod tests {
    use super::super::short_breaks::examples::with;
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn both_ways_in_one_year_are_found() {
        bad(
            &RULE,
            &with("A 01/05/2010 S V4 U6 01/06/2010 E8\nA 01/07/2010 S V3 U6 - -\nB 01/05/2010 S V3 U6 - -"),
            &["A episodes 3 LS=V3 LS before=V4"],
        );
        bad(
            &RULE,
            &with("A 01/07/2010 S V4 U6 - -\nA 01/05/2010 S V3 U6 03/05/2010 E8\nA 01/06/2010 S V3 U6 03/06/2010 E8"),
            &["A episodes 2 LS=V4 LS before=V3"],
        );
        good(&RULE, &with("A 01/05/2010 S V3 U6 03/05/2010 E8\nA 01/07/2010 S V3 U6 - -\nB 01/05/2010 S V4 U6 - -"));
    }
}
