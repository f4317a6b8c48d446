//! ST05: a child was adopted in the year but has no row of AD1.

use super::adopted::adoption;
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// Our own rule: 601 checks rows of AD1, and so overlooks that there is none.
pub(crate) const RULE: Rule = Rule::error(
    "ST05",
    "The child was adopted in the year, but has no row of AD1",
    "give the child a row of AD1, with DATE_INT above all, or correct REC or DEC",
    check,
)
.touching(&[61])
.needing(&[Table::Episodes, Table::Ad1]);

fn check(child: &Child<'_>, found: &mut Found) {
    if let Some(episode) = adoption(child).filter(|_| child.rows.ad1.is_empty()) {
        found.row(episode.at, &[("DEC", episode.dec.text), ("REC", episode.rec)]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good, not_run};

    const EPISODES: &str = "2011 episodes
                            CHILD DECOM      RNE LS PLACE DEC        REC
                            A     01/05/2009 S   E1 A6    01/04/2010 E11
                            B     01/05/2009 S   E1 A6    31/03/2011 E12
                            C     01/05/2009 S   E1 A6    31/03/2010 E12
                            D     01/05/2009 S   E1 A6    01/04/2011 E12
                            E     01/05/2009 S   E1 A6    01/05/2010 E4
                            F     01/05/2009 S   E1 A6    -          E12\n";

    #[test]
    fn a_child_adopted_on_the_first_or_last_day_of_the_year_without_a_row_is_found() {
        bad(
            &RULE,
            &format!("{EPISODES} 2011 ad1\nCHILD DATE_INT"),
            &["A episodes 2 DEC=01/04/2010 REC=E11", "B episodes 3 DEC=31/03/2011 REC=E12"],
        );
    }

    #[test]
    fn a_child_with_a_row_is_left_to_601() {
        good(&RULE, &format!("{EPISODES} 2011 ad1\nCHILD DATE_INT\nA -\nB 01/05/2009"));
    }

    #[test]
    fn without_ad1_it_is_not_run() {
        not_run(&RULE, EPISODES, 2011, "ad1 2011");
    }
}
