//! EPI: a child in the header has neither episodes nor a row of OC3.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "EPI",
    "The child is in Header but has no episode and no OC3 row",
    "return the child's episodes, or take the child out of Header",
    check,
)
.needing(&[Table::Header, Table::Episodes, Table::Oc3]);

fn check(child: &Child<'_>, found: &mut Found) {
    let Some(row) = child.rows.header_row() else {
        return;
    };
    if child.rows.all_episodes().next().is_none() && child.rows.oc3.is_empty() {
        found.row(row.at, &[("DOB", row.birth.text)]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good, not_run};

    #[test]
    fn a_row_of_another_table_is_not_enough() {
        bad(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   01/02/2000 WBRI
             2011 episodes
             CHILD DECOM RNE LS PLACE DEC REC
             2011 reviews
             CHILD REVIEW
             A     01/05/2010
             2011 oc3
             CHILD IN_TOUCH ACTIV ACCOM",
            &["A header 2 DOB=01/02/2000"],
        );
    }

    #[test]
    fn an_episode_even_without_a_date_or_an_oc3_row_is_enough() {
        good(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   01/02/2000 WBRI
             B     1   01/02/1992 WBRI
             2011 episodes
             CHILD DECOM RNE LS PLACE DEC REC
             A     -     S   C2 U1    -   -
             2011 oc3
             CHILD IN_TOUCH ACTIV ACCOM
             B     YES      F1    B1",
        );
    }

    #[test]
    fn without_oc3_it_is_not_run() {
        not_run(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   01/02/2000 WBRI
             2011 episodes
             CHILD DECOM RNE LS PLACE DEC REC",
            2011,
            "oc3 2011",
        );
    }
}
