//! NoE: an episode began before the year, but last year's return has no episode of the child.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "NoE",
    "An episode began before the return's year, but last year's return has no episode of the child",
    "correct DECOM, or return the child's episodes for last year",
    check,
)
.needing(&[Table::Episodes])
.needing_before(&[Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    if child.before.all_episodes().next().is_some() {
        return;
    }
    if let Some(first) = child.rows.episodes.first().filter(|first| first.decom.day < Some(child.year_start())) {
        found.row(first.at, &[("DECOM", first.decom.text)]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good, not_run};

    #[test]
    fn an_episode_from_31_march_should_have_been_in_last_years_return() {
        bad(
            &RULE,
            "2010 episodes
             CHILD DECOM      RNE LS PLACE DEC REC
             B     31/03/2010 S   C2 U1    -   -
             2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     31/03/2010 S   C2 U1    01/05/2010 X1
             A     01/05/2010 P   C2 U4    -          -",
            &["A episodes 2 DECOM=31/03/2010"],
        );
    }

    #[test]
    fn an_episode_from_1_april_should_not_and_any_row_last_year_is_enough() {
        good(
            &RULE,
            "2010 episodes
             CHILD DECOM      RNE LS PLACE DEC REC
             B     01/01/10   S   C2 U1    -   -
             2011 episodes
             CHILD DECOM      RNE LS PLACE DEC REC
             A     01/04/2010 S   C2 U1    -   -
             B     01/01/2010 S   C2 U1    -   -",
        );
    }

    #[test]
    fn without_last_years_episodes_it_is_not_run() {
        not_run(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC REC
             A     31/03/2010 S   C2 U1    -   -",
            2011,
            "episodes 2010",
        );
    }
}
