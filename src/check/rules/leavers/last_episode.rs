//! OC3 for someone whose last episode ended in a way that rules out a care leaver.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::seeds::codes::roles::Role;

/// Reports the row of OC3 where the last episode in any return ended for a reason with the role. After an earlier one
/// that did, care went on; rule 437 reports that.
pub(crate) fn report_ended(child: &Child<'_>, reason: Role, found: &mut Found) {
    let last = child.care.as_ref().and_then(|care| care.episodes.last());
    let Some((row, last)) = child.rows.oc3_row().zip(last.filter(|last| child.has_role(reason, last.reason_ended)))
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
pub(crate) mod examples {
    use crate::check::example::{bad, good};
    use crate::check::rule::Rule;

    const HEADING: &str = "CHILD DECOM RNE LS PLACE DEC REC";
    const OC3: &str = "2011 oc3\nCHILD IN_TOUCH ACTIV ACCOM\nA NO 0 0";

    /// A last episode with the REC is found in this return and in an earlier one.
    pub(crate) fn finds_a_last_episode(rule: &'static Rule, rec: &str) {
        let row = format!("A 01/05/2008 S C2 Q2 01/05/2009 X1\nA 01/05/2009 P C2 Q2 01/03/2010 {rec}");
        let found = format!("A oc3 2 IN_TOUCH=NO ACTIV=0 ACCOM=0 REC={rec} DEC=01/03/2010");
        bad(rule, &format!("2011 episodes\n{HEADING}\n{row}\n{OC3}"), &[&found]);
        bad(rule, &format!("2010 episodes\n{HEADING}\n{row}\n2011 episodes\n{HEADING}\n{OC3}"), &[&found]);
        let years = format!("2010 episodes\n{HEADING}\n2011 episodes\n{HEADING}\n{OC3}");
        let older = format!("2009 episodes\n{HEADING}\nA 01/05/2008 S C2 Q2 01/03/2009 {rec}\n{years}");
        bad(rule, &older, &["A oc3 2 IN_TOUCH=NO ACTIV=0 ACCOM=0"]);
    }

    /// Another REC, a later episode, an episode still open, a short break and an empty row of OC3 are right.
    pub(crate) fn passes_the_rest(rule: &'static Rule, rec: &str) {
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
