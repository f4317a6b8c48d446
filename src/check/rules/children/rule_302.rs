//! 302: the first episode starts before the child was born.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// Dates of birth given to the month are the first of it, so a start later in that month is not before them.
pub(crate) const RULE: Rule =
    Rule::error("302", "The first episode starts before the child was born", "correct DOB or DECOM", check)
        .needing(&[Table::Header, Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    let (Some(birth), Some(header), Some(first)) =
        (child.birth(), child.rows.header_row(), child.rows.episodes.first())
    else {
        return;
    };
    if first.decom.day < Some(birth) {
        found.rows(first.at, header.at, &[("DECOM", first.decom.text), ("DOB", &birth.slashed())]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_day_before_the_birth_is_found_once() {
        bad(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   02/05/2010 WBRI
             2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2010 S   C2 U1    02/05/2010 X1
             A     02/05/2010 P   C2 U4    -          -",
            &["A episodes 2 DECOM=01/05/2010 DOB=02/05/2010"],
        );
    }

    #[test]
    fn care_may_start_on_the_day_of_birth() {
        good(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   01/05/2010 WBRI
             2011 episodes
             CHILD DECOM      RNE LS PLACE DEC REC
             A     01/05/2010 S   C2 U1    -   -",
        );
    }

    #[test]
    fn a_start_in_the_month_of_a_birth_given_to_the_month_is_right() {
        good(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   01/05/2010 WBRI
             B     1   01/06/2005 WBRI
             C     1   01/07/2005 WBRI
             2011 episodes
             CHILD DECOM      RNE LS PLACE DEC REC
             A     01/05/2010 S   C2 U1    -   -",
        );
    }
}
