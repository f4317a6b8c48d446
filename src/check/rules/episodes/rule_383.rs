//! 383: after a temporary stay the child did not return to the placement before it.

use super::changes::{PL_POST, PLACE, cells};
use super::temporary_stays::is_move;
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rows::EpisodeRow;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// Several stays may follow one another, and the legal status may change with the return (RNE B), which the public
/// rule overlooks.
pub(crate) const RULE: Rule = Rule::query(
    "383",
    "After a temporary stay the child did not return to the placement before it",
    "correct RNE, PLACE or PL_POST; if the child moved on, the stay was a placement of its own",
    check,
)
.touching(&[62, 63])
.needing(&[Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    let (mut home, mut stay): (Option<&EpisodeRow<'_>>, _) = (None, None);
    for episode in child.rows.care_in_order() {
        // The child cannot return to a placement of an earlier period of care.
        home = home.filter(|_| episode.goes_on());
        if episode.is_temporary() {
            stay = Some(episode);
            continue;
        }
        if let (Some(_), Some(home)) = (stay.take(), home) {
            let elsewhere = PLACE.differs(home, episode) || PL_POST.differs(home, episode);
            if elsewhere || !is_move(episode) {
                found.rows(episode.at, home.at, &cells(home, episode));
            }
        }
        home = Some(episode);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_stay_ends_with_the_return_to_the_placement() {
        let with = |last: &str| {
            format!(
                "2011 episodes
                 CHILD DECOM      RNE LS PLACE PL_POST DEC        REC
                 A     01/05/2010 S   C1 K2    IG117AA 01/06/2010 X1
                 A     01/06/2010 P   C1 T1    IG117XX 03/06/2010 X1
                 A     03/06/2010 P   C1 T2    -       05/06/2010 X1
                 A     05/06/2010 {last} - -"
            )
        };
        good(&RULE, &with("P C1 K2 IG117AA"));
        good(&RULE, &with("P C1 K2 -"));
        good(&RULE, &with("P C1 T0 -"));
        good(&RULE, &with("B C2 K2 IG117AA"));
        good(&RULE, &with("S C1 U4 IG117AB"));
        let elsewhere = "PLACE=U4 PLACE before=K2";
        bad(&RULE, &with("P C1 U4 -"), &[&format!("A episodes 5 RNE=P LS=C1 LS before=C1 {elsewhere}")]);
        let other = "PLACE=K2 PLACE before=K2 PL_POST=IG117AB PL_POST before=IG117AA";
        bad(&RULE, &with("P C1 K2 IG117AB"), &[&format!("A episodes 5 RNE=P LS=C1 LS before=C1 {other}")]);
        let same = "PLACE=K2 PLACE before=K2";
        bad(&RULE, &with("L C2 K2 -"), &[&format!("A episodes 5 RNE=L LS=C2 LS before=C1 {same}")]);
    }
}
