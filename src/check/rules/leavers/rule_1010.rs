//! 1010: OC3 is filled for someone who was in care when the year began but has no episode in the return.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "1010",
    "OC3 is filled and the last episode of the year before was open, but this return has no episode",
    "give the episode again with the end it had, or correct its end in the return of the year before",
    check,
)
.touching(&[147, 148])
.needing(&[Table::Episodes, Table::Oc3])
.needing_before(&[Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    let open = child.before.open_episode();
    let gone = open.filter(|_| child.rows.first_episode().is_none());
    if let Some((row, before)) = child.rows.oc3_row().zip(gone) {
        let [in_touch, activity, accommodation] = row.items();
        let cells = [in_touch, activity, accommodation, ("DECOM before", before.decom.text)];
        found.rows(row.at, before.at, &cells);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    fn returns(before: &str, this: &str) -> String {
        let heading = "episodes\nCHILD DECOM RNE LS PLACE DEC REC";
        let oc3 = "2011 oc3\nCHILD IN_TOUCH ACTIV ACCOM\nA NO 0 0";
        format!("2010 {heading}\n{before}\n2011 {heading}\n{this}\n{oc3}")
    }

    #[test]
    fn an_open_episode_that_is_not_given_again_is_found() {
        bad(
            &RULE,
            &returns("A 01/05/2008 S C2 Q2 01/05/2009 X1\nA 01/05/2009 P C2 Q2 - -", ""),
            &["A oc3 2 IN_TOUCH=NO ACTIV=0 ACCOM=0 DECOM before=01/05/2009"],
        );
    }

    #[test]
    fn an_episode_that_had_ended_and_one_that_is_given_again_are_right() {
        good(&RULE, &returns("A 01/05/2008 S C2 Q2 - -\nA 01/05/2009 P C2 Q2 31/03/2010 E5", ""));
        good(&RULE, &returns("A 01/05/2009 S C2 Q2 - -", "A 01/05/2009 S C2 Q2 01/05/2010 E5"));
        good(&RULE, &returns("B 01/05/2009 S C2 Q2 - -", ""));
        good(&RULE, &returns("A 01/05/2009 S C2 Q2 - -", "").replace("NO 0 0", "- - -"));
    }
}
