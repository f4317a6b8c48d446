//! 390: adopted, but not from a placement for adoption.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// Care cannot end during a temporary stay at all, which is left to 381. A1 and A2 were adoptive in older returns.
pub(crate) const RULE: Rule = Rule::error(
    "390",
    "The episode ended with adoption, but the child was not placed for adoption",
    "correct REC, or write PLACE as the placement for adoption that it was",
    check,
)
.touching(&[61, 63])
.needing(&[Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    for row in child.rows.all_episodes().filter(|row| row.is_adoption()) {
        if !row.place.is_empty() && !row.is_adoptive() && !row.is_temporary() {
            found.row(row.at, &[("PLACE", row.place), ("REC", row.rec)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn an_adoption_from_a_foster_placement_is_found() {
        bad(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2009 S   C2 Q2    01/05/2010 E11
             B     01/05/2009 S   C2 A7    01/05/2010 E12",
            &["A episodes 2 PLACE=Q2 REC=E11", "B episodes 3 PLACE=A7 REC=E12"],
        );
    }

    #[test]
    fn an_adoption_from_an_adoptive_placement_of_any_year_is_right() {
        good(
            &RULE,
            "2008 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2006 S   C2 A1    01/05/2007 E11
             B     01/05/2006 S   C2 A6    01/05/2007 E12
             C     01/05/2006 S   C2 T1    01/05/2007 E12
             D     01/05/2006 S   C2 Q2    01/05/2007 E4
             E     01/05/2006 S   C2 Q2    -          E11
             F     01/05/2006 S   C2 -     01/05/2007 E11",
        );
    }
}
