//! 381: care ended with a temporary stay.

use super::temporary_stays::stays;
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "381",
    "Care ended during a temporary stay",
    "return the child to the placement first, or correct PLACE or REC",
    check,
)
.touching(&[62, 63])
.needing(&[Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    for episode in stays(child).filter(|episode| episode.leaves_care() && episode.dec.day.is_some()) {
        found.row(episode.at, &[("PLACE", episode.place), ("REC", episode.rec)]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn care_does_not_end_with_a_stay() {
        let with = |place: &str, dec: &str, rec: &str| {
            format!("2011 episodes\nCHILD DECOM RNE LS PLACE DEC REC\nA 01/06/2010 P C2 {place} {dec} {rec}")
        };
        bad(&RULE, &with("T1", "03/06/2010", "E4"), &["A episodes 2 PLACE=T1 REC=E4"]);
        good(&RULE, &with("T1", "03/06/2010", "X1"));
        good(&RULE, &with("T1", "-", "E4"));
        good(&RULE, &with("K2", "03/06/2010", "E4"));
    }
}
