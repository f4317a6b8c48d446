//! ST07: an episode was open at the end of last year's return, but this one has no episode of the child.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// Our own rule; cleaning reports the same as `open_but_not_returned`.
pub(crate) const RULE: Rule = Rule::error(
    "ST07",
    "An episode was open at the end of last year's return, but this return has no episode of the child",
    "return the episode again with its end, or with DEC blank if it is still open",
    check,
)
.needing(&[Table::Episodes])
.needing_before(&[Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    let open = child.before.open_episode().filter(|open| !open.is_short_break());
    if let Some(open) = open.filter(|_| child.rows.all_episodes().next().is_none()) {
        found.row(open.at, &[("DECOM", open.decom.text), ("DEC", open.dec.text)]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good, not_run};

    #[test]
    fn a_child_whose_open_episode_is_gone_is_found_in_last_years_return() {
        bad(
            &RULE,
            "2010 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2009 S   C2 U1    01/06/2009 X1
             A     01/06/2009 P   C2 U1    -          -
             B     01/06/2009 S   C2 U1    -          -
             C     01/06/2009 S   C2 U1    -          -
             2011 header
             CHILD SEX DOB        ETHNIC
             A     1   01/02/2000 WBRI
             2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             B     01/06/2009 S   C2 U1    -          -",
            &["A episodes 3 DECOM=01/06/2009 DEC=", "C episodes 5 DECOM=01/06/2009 DEC="],
        );
    }

    #[test]
    fn a_child_who_had_left_one_who_is_here_and_short_breaks_are_right() {
        good(
            &RULE,
            "2010 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2009 S   C2 U1    31/03/2010 E4
             B     01/05/2009 S   C2 U1    -          -
             C     01/05/2009 S   V4 U6    -          -
             2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             B     01/05/10   S   C2 U1    -          -",
        );
    }

    #[test]
    fn without_this_years_episodes_it_is_not_run() {
        not_run(
            &RULE,
            "2010 episodes
             CHILD DECOM      RNE LS PLACE DEC REC
             A     01/05/2009 S   C2 U1    -   -
             2011 header
             CHILD SEX DOB        ETHNIC
             A     1   01/02/2000 WBRI",
            2011,
            "episodes 2011",
        );
    }
}
