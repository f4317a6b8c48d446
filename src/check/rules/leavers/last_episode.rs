//! 1000, 1011: OC3 is filled for someone whose last episode ended with death, or with another authority.

use crate::check::child::Child;
use crate::check::finding::Found;
use crate::check::rule::{Returns, Rule, Severity};
use crate::returns::table::Table;
use crate::seeds::codes::roles::Role;

/// 1000: died in care. By the last episode of any return: after one that is not the last, the child lived (437).
pub const RULE_1000: Rule = Rule {
    number: "1000",
    message: "OC3 is filled for someone who died in care",
    remedy: "take the row of OC3 away, or correct REC of the last episode",
    check: |child, found| report(child, found, Role::Died),
    ..SHAPE
};

/// 1011: care taken over by another authority.
pub const RULE_1011: Rule = Rule {
    number: "1011",
    message: "OC3 is filled for someone whose care another authority took over",
    remedy: "take the row of OC3 away, for the other authority gives it, or correct REC of the last episode",
    check: |child, found| report(child, found, Role::TakenOver),
    ..SHAPE
};

/// What the two have in common.
const SHAPE: Rule = Rule {
    number: "",
    message: "",
    remedy: "",
    severity: Severity::Error,
    indicators: &[147, 148],
    needs: &[Table::Episodes, Table::Oc3],
    needs_before: &[],
    needs_columns: &[],
    returns: Returns::ALL,
    check: |_, _| {},
};

fn report(child: &Child<'_>, found: &mut Found<'_>, ended: Role) {
    let last = child.care.as_ref().and_then(|care| care.episodes.last());
    let Some((row, last)) = child.rows.oc3_row().zip(last.filter(|last| child.has_role(ended, last.reason_ended)))
    else {
        return;
    };
    match child.episode_from(last.row.decom) {
        Some(episode) => {
            let mut cells = row.items().to_vec();
            cells.extend([("REC", episode.rec), ("DEC", episode.dec.text)]);
            found.rows(row.at, episode.at, &cells);
        }
        None => found.row(row.at, &row.items()),
    }
}

#[cfg(test)]
mod tests {
    use super::{RULE_1000, RULE_1011};
    use crate::check::example::{bad, good};

    const HEADING: &str = "CHILD DECOM RNE LS PLACE DEC REC";
    const OC3: &str = "2011 oc3\nCHILD IN_TOUCH ACTIV ACCOM\nA NO 0 0";

    #[test]
    fn a_last_episode_that_ended_so_in_this_return_or_an_earlier_one_is_found() {
        for (rule, rec) in [(&RULE_1000, "E2"), (&RULE_1011, "E3")] {
            let row = format!("A 01/05/2008 S C2 Q2 01/05/2009 X1\nA 01/05/2009 P C2 Q2 01/03/2010 {rec}");
            let found = format!("A oc3 2 IN_TOUCH=NO ACTIV=0 ACCOM=0 REC={rec} DEC=01/03/2010");
            bad(rule, &format!("2011 episodes\n{HEADING}\n{row}\n{OC3}"), &[&found]);
            bad(rule, &format!("2010 episodes\n{HEADING}\n{row}\n2011 episodes\n{HEADING}\n{OC3}"), &[&found]);
            let years = format!("2010 episodes\n{HEADING}\n2011 episodes\n{HEADING}\n{OC3}");
            let older = format!("2009 episodes\n{HEADING}\nA 01/05/2008 S C2 Q2 01/03/2009 {rec}\n{years}");
            bad(rule, &older, &["A oc3 2 IN_TOUCH=NO ACTIV=0 ACCOM=0"]);
        }
    }

    #[test]
    fn another_end_a_later_episode_an_episode_still_open_and_an_empty_row_are_right() {
        for (rule, rec) in [(&RULE_1000, "E2"), (&RULE_1011, "E3")] {
            for rows in [
                "A 01/05/2009 S C2 Q2 01/05/2010 E5".to_owned(),
                format!("A 01/05/2009 S C2 Q2 01/05/2010 {rec}\nA 01/06/2010 S C2 Q2 01/07/2010 E5"),
                format!("A 01/05/2009 S C2 Q2 - {rec}"),
                format!("A 01/05/2009 S V4 Q2 01/05/2010 {rec}"),
            ] {
                good(rule, &format!("2011 episodes\n{HEADING}\n{rows}\n{OC3}"));
            }
            let row = format!("A 01/05/2009 S C2 Q2 01/05/2010 {rec}");
            let empty = OC3.replace("NO 0 0", "- - -");
            good(rule, &format!("2011 episodes\n{HEADING}\n{row}\n{empty}"));
        }
    }
}
