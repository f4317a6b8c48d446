//! 601: a child was adopted in the year, but items of AD1 are blank.

use super::adopted::adoption;
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::items::blank;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// A child without a row of AD1 is left to ST05.
pub(crate) const RULE: Rule = Rule::error(
    "601",
    "The child was adopted in the year, but items of the adoption are blank",
    "fill in every item of AD1, or correct REC or DEC of the episode",
    check,
)
.touching(&[61])
.needing(&[Table::Episodes, Table::Ad1]);

fn check(child: &Child<'_>, found: &mut Found) {
    let Some(episode) = adoption(child) else {
        return;
    };
    for row in child.rows.ad1 {
        let mut cells = blank(&row.items());
        if !cells.is_empty() {
            cells.extend([("DEC", episode.dec.text), ("REC", episode.rec)]);
            found.rows(row.at, episode.at, &cells);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    const EPISODES: &str = "2011 episodes
                            CHILD DECOM      RNE LS PLACE DEC        REC
                            A     01/05/2009 S   E1 A6    01/04/2010 E11
                            B     01/05/2009 S   E1 A6    31/03/2011 E12
                            C     01/05/2009 S   E1 A6    31/03/2010 E12
                            D     01/05/2009 S   E1 A6    01/04/2011 E12
                            E     01/05/2009 S   E1 A6    01/05/2010 E4\n";

    #[test]
    fn blank_items_of_a_child_adopted_on_the_first_or_last_day_of_the_year_are_found() {
        bad(
            &RULE,
            &format!(
                "{EPISODES} 2011 ad1
                 CHILD DATE_INT   DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR
                 A     -          01/06/2010 0           2         MF         L11
                 B     -          -          -           -         -          -"
            ),
            &[
                "A ad1 2 DATE_INT= DEC=01/04/2010 REC=E11",
                "B ad1 3 DATE_INT= DATE_MATCH= FOSTER_CARE= NB_ADOPTR= SEX_ADOPTR= LS_ADOPTR= DEC=31/03/2011 REC=E12",
            ],
        );
    }

    #[test]
    fn a_complete_row_and_a_child_not_adopted_in_the_year_are_right() {
        good(
            &RULE,
            &format!(
                "{EPISODES} 2011 ad1
                 CHILD DATE_INT   DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR
                 A     01/05/10   01/06/2010 0           2         MF         L11
                 C     -          01/06/2010 0           2         MF         L11
                 D     -          01/06/2010 0           2         MF         L11
                 E     -          01/06/2010 0           2         MF         L11"
            ),
        );
    }
}
