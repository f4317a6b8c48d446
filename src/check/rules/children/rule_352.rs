//! 352: care starts on or after the 18th birthday.

use crate::check::child::Child;
use crate::check::finding::Found;
use crate::check::rule::{EVERY_INDICATOR, Returns, Rule, Severity};
use crate::returns::table::Table;

/// The rule.
pub const RULE: Rule = Rule {
    number: "352",
    message: "Care starts when the young person is already 18",
    remedy: "correct DOB or DECOM, or RNE if care had started earlier",
    severity: Severity::Error,
    indicators: EVERY_INDICATOR,
    needs: &[Table::Header, Table::Episodes],
    needs_before: &[],
    needs_columns: &[],
    returns: Returns::ALL,
    check,
};

fn check(child: &Child<'_>, found: &mut Found<'_>) {
    let Some(of_age) = child.latest_birth().map(|birth| birth.birthday(18)) else {
        return;
    };
    let starts = child.rows.episodes.iter().filter(|episode| episode.starts_care());
    for episode in starts.filter(|episode| episode.decom.day >= Some(of_age)) {
        found.row(episode.at, &[("RNE", episode.rne), ("DECOM", episode.decom.text)]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_start_on_the_eighteenth_birthday_is_too_late() {
        bad(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   10/05/1992 WBRI
             B     1   29/02/1993 WBRI
             2011 episodes
             CHILD DECOM      RNE LS PLACE DEC REC
             A     10/05/2010 S   V2 U1    -   -",
            &["A episodes 2 RNE=S DECOM=10/05/2010"],
        );
    }

    #[test]
    fn a_day_earlier_or_another_reason_is_right() {
        good(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   10/05/1992 WBRI
             2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     09/05/2010 S   V2 U1    10/05/2010 X1
             A     10/05/2010 P   V2 U4    -          -",
        );
    }

    #[test]
    fn births_to_the_month_may_be_as_late_as_its_last_day() {
        bad(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   01/05/1992 WBRI
             B     1   01/05/1992 WBRI
             C     1   01/07/1999 WBRI
             2011 episodes
             CHILD DECOM      RNE LS PLACE DEC REC
             A     30/05/2010 S   V2 U1    -   -
             B     31/05/2010 S   V2 U1    -   -",
            &["B episodes 3 RNE=S DECOM=31/05/2010"],
        );
    }
}
