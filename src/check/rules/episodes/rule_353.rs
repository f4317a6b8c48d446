//! 353: an episode starts before the Children Act came into force.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::day::Day;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error("353", "The episode starts before 14 October 1991", "correct DECOM", check)
    .touching(&[63])
    .needing(&[Table::Episodes]);

/// The day on which the Children Act 1989 came into force, as year, month and day.
const CHILDREN_ACT: (i32, u32, u32) = (1991, 10, 14);

fn check(child: &Child<'_>, found: &mut Found) {
    let (year, month, day) = CHILDREN_ACT;
    let first_day = Day::from_ymd(year, month, day);
    for episode in child.rows.episodes.iter().filter(|episode| episode.decom.day < first_day) {
        found.row(episode.at, &[("DECOM", episode.decom.text)]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn the_day_before_is_found() {
        bad(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     13/10/1991 S   C2 U1    -          -",
            &["A episodes 2 DECOM=13/10/1991"],
        );
    }

    #[test]
    fn the_day_itself_and_an_invalid_date_are_not() {
        good(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     14/10/1991 S   C2 U1    -          -
             B     13/10/91   S   C2 U1    -          -",
        );
    }
}
