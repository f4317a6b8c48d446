//! 302: the first episode starts before the child was born.

use crate::check::child::Child;
use crate::check::finding::Found;
use crate::check::rule::{EVERY_INDICATOR, Returns, Rule, Severity};
use crate::returns::table::Table;

/// The rule. Dates of birth given to the month are the first of it, so that a start later in that month is not
/// before them.
pub const RULE: Rule = Rule {
    number: "302",
    message: "The first episode starts before the child was born",
    remedy: "correct DOB or DECOM",
    severity: Severity::Error,
    indicators: EVERY_INDICATOR,
    needs: &[Table::Header, Table::Episodes],
    needs_before: &[],
    needs_columns: &[],
    returns: Returns::ALL,
    check,
};

fn check(child: &Child<'_>, found: &mut Found<'_>) {
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
    fn births_to_the_month_accuse_nobody_within_the_month() {
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
