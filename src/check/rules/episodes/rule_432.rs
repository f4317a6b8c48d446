//! 432: care had ended, but the next episode does not start it again.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "432",
    "Care had ended with the episode before, but RNE does not say that it starts anew",
    "correct RNE, or REC of the episode before",
    check,
)
.touching(&[58, 99, 100, 101])
.needing(&[Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    for (before, after) in child.rows.successive_care().filter(|(before, _)| before.dec.day.is_some()) {
        if before.leaves_care() && after.goes_on() {
            found.rows(after.at, before.at, &[("RNE", after.rne), ("REC before", before.rec)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn codes_that_end_care_in_any_year_are_known() {
        bad(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2010 S   C2 U1    01/06/2010 E4
             A     02/06/2010 P   C2 U4    01/07/2010 E43
             A     02/07/2010 L   C1 U4    01/08/2010 E1
             A     02/08/2010 T   C1 U1    01/09/2010 E44
             A     02/09/2010 U   C2 U4    01/10/2010 E4A
             A     02/10/2010 B   C1 U4    -          -",
            &[
                "A episodes 3 RNE=P REC before=E4",
                "A episodes 4 RNE=L REC before=E43",
                "A episodes 5 RNE=T REC before=E1",
                "A episodes 6 RNE=U REC before=E44",
                "A episodes 7 RNE=B REC before=E4A",
            ],
        );
    }

    #[test]
    fn a_start_an_x1_and_a_row_still_open_are_right() {
        good(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2010 S   C2 U1    01/06/2010 E4
             A     02/06/2010 S   C2 U4    01/07/2010 X1
             A     01/07/2010 L   C1 U4    -          E4
             A     01/08/2010 L   C2 U4    -          -",
        );
    }
}
