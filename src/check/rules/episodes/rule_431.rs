//! 431: care starts anew before or on the day the episode before ended.

use crate::check::child::Child;
use crate::check::finding::Found;
use crate::check::rule::{Returns, Rule, Severity};
use crate::returns::table::Table;

/// The rule.
pub const RULE: Rule = Rule {
    number: "431",
    message: "Care starts anew, though the episode before had not ended by the day before",
    remedy: "if care went on, correct RNE; else correct DECOM, or DEC of the episode before",
    severity: Severity::Error,
    indicators: &[58, 99, 100, 101],
    needs: &[Table::Episodes],
    needs_before: &[],
    needs_columns: &[],
    returns: Returns::ALL,
    check,
};

fn check(child: &Child<'_>, found: &mut Found<'_>) {
    for (before, after) in child.rows.successive_care() {
        let ended_before = before.dec.day.is_none_or(|end| after.decom.day > Some(end));
        if after.starts_care() && !ended_before {
            let cells = [("RNE", after.rne), ("DECOM", after.decom.text), ("DEC before", before.dec.text)];
            found.rows(after.at, before.at, &cells);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_start_on_the_day_of_the_end_is_found() {
        bad(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2010 S   C2 U1    01/06/2010 E4
             A     01/06/2010 S   C2 U4    -          -",
            &["A episodes 3 RNE=S DECOM=01/06/2010 DEC before=01/06/2010"],
        );
    }

    #[test]
    fn a_start_the_day_after_is_right_and_short_breaks_are_no_care() {
        good(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2010 S   C2 U1    01/06/2010 E4
             A     02/06/2010 S   C2 U4    -          -
             B     01/05/2010 S   V3 U6    03/05/2010 E8
             B     03/05/2010 S   C2 U4    -          -
             D     01/05/2010 S   C2 U1    01/06/2010 E4
             D     01/05/2010 S   C2 U4    01/06/2010 E4
             C     01/05/2010 S   C2 U1    -          -
             C     02/06/2010 S   C2 U4    -          -",
        );
    }
}
