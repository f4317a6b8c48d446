//! 602: AD1 is filled for a child who was not adopted in the year.

use super::adopted::adoption;
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::items::filled;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// An adoption whose end cannot be read is left to 147.
pub(crate) const RULE: Rule = Rule::error(
    "602",
    "Items of an adoption are filled, but no episode ended with adoption in the year",
    "take the row of AD1 away, or give the episode its REC of E11 or E12 with its DEC",
    check,
)
.touching(&[61])
.needing(&[Table::Episodes, Table::Ad1]);

fn check(child: &Child<'_>, found: &mut Found) {
    let mut adoptions = child.rows.all_episodes().filter(|episode| episode.is_adoption());
    if adoption(child).is_some() || adoptions.any(|episode| episode.dec.is_unreadable()) {
        return;
    }
    for row in child.rows.ad1 {
        let cells = filled(&row.items());
        if !cells.is_empty() {
            found.row(row.at, &cells);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn items_of_children_not_adopted_in_the_year_are_found() {
        bad(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2009 S   E1 A6    31/03/2010 E12
             B     01/05/2009 S   E1 A6    01/04/2011 E12
             C     01/05/2009 S   E1 A6    01/05/2010 E4
             D     01/05/2009 S   E1 A6    -          E12
             2011 ad1
             CHILD DATE_INT   DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR
             A     01/05/2010 -          -           -         -          -
             B     -          -          0           -         -          -
             C     01/05/2010 01/06/2010 0           2         MF         L11
             D     01/05/2010 -          -           -         -          -
             E     01/05/2010 -          -           -         -          -",
            &[
                "A ad1 2 DATE_INT=01/05/2010",
                "B ad1 3 FOSTER_CARE=0",
                "C ad1 4 DATE_INT=01/05/2010 DATE_MATCH=01/06/2010 FOSTER_CARE=0 NB_ADOPTR=2 SEX_ADOPTR=MF LS_ADOPTR=L11",
                "D ad1 5 DATE_INT=01/05/2010",
                "E ad1 6 DATE_INT=01/05/2010",
            ],
        );
    }

    #[test]
    fn children_adopted_in_the_year_and_empty_rows_are_right() {
        good(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2009 S   E1 A6    01/04/2010 E12
             B     01/05/2009 S   E1 A6    31/03/2011 E11
             C     01/05/2009 S   E1 A6    01/05/10   E11
             D     01/05/2009 S   E1 A6    -          -
             2011 ad1
             CHILD DATE_INT   DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR
             A     01/05/2010 -          -           -         -          -
             B     01/05/2010 -          -           -         -          -
             C     01/05/2010 -          -           -         -          -
             D     -          -          -           -         -          -",
        );
    }
}
