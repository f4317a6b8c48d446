//! 375, 376, 379, 380, 381, 383: temporary stays, which belong to the placement they interrupt.

use super::changes::{PL_POST, PLACE, cells};
use crate::check::child::Child;
use crate::check::finding::Found;
use crate::check::rows::EpisodeRow;
use crate::check::rule::{Returns, Rule, Severity};
use crate::code::Code;
use crate::day::Day;
use crate::returns::table::Table;

/// 375: in hospital.
pub const RULE_375: Rule = Rule {
    indicators: &[62],
    ..rule("375", "A temporary stay in hospital (T1) lasted more than six weeks", RECODE, |child, found| {
        too_long(child, Code::of("T1"), 42, found);
    })
};
/// 376: while the carer is on holiday.
pub const RULE_376: Rule = Rule {
    indicators: &[62],
    ..rule(
        "376",
        "A temporary stay while the carer is on holiday (T3) lasted more than three weeks",
        RECODE,
        |child, found| {
            too_long(child, Code::of("T3"), 21, found);
        },
    )
};
/// 379: other stays of seven days or less.
pub const RULE_379: Rule = Rule {
    indicators: &[62],
    ..rule("379", "A temporary stay of seven days or less (T4) lasted more", RECODE, |child, found| {
        too_long(child, Code::of("T4"), 7, found);
    })
};
/// 380: they are moves within care. Here a change of legal status during a stay may begin an episode of it.
pub const RULE_380: Rule = rule(
    "380",
    "A temporary stay does not begin with a move from a placement",
    "correct RNE to P or B, or PLACE if the stay was a placement of its own",
    move_into,
);
/// 381: care does not end with one.
pub const RULE_381: Rule = rule(
    "381",
    "Care ended during a temporary stay",
    "return the child to the placement first, or correct PLACE or REC",
    |child, found| {
        for episode in stays(child).filter(|episode| episode.leaves_care() && episode.dec.day.is_some()) {
            found.row(episode.at, &[("PLACE", episode.place), ("REC", episode.rec)]);
        }
    },
);
/// 383: the child returns to the placement. Several stays may follow one another, and the legal status may
/// change with the return (RNE B), which the public rule overlooks.
pub const RULE_383: Rule = Rule {
    severity: Severity::Query,
    ..rule(
        "383",
        "After a temporary stay the child did not return to the placement before it",
        "correct RNE, PLACE or PL_POST; if the child moved on, the stay was a placement of its own",
        no_return,
    )
};

const RECODE: &str = "correct the dates, or PLACE: a longer stay is a placement of its own";

const fn rule(
    number: &'static str,
    message: &'static str,
    remedy: &'static str,
    check: fn(&Child<'_>, &mut Found<'_>),
) -> Rule {
    Rule {
        number,
        message,
        remedy,
        severity: Severity::Error,
        indicators: &[62, 63],
        needs: &[Table::Episodes],
        needs_before: &[],
        needs_columns: &[],
        returns: Returns::ALL,
        check,
    }
}

/// RNE of a move to another carer, alone or with a change of legal status.
const MOVES: [Code; 2] = [Code::of("P"), Code::of("B")];
/// RNE of a change of legal status alone.
const LEGAL_STATUS: Code = Code::of("L");

fn is_move(episode: &EpisodeRow<'_>) -> bool {
    MOVES.iter().any(|code| code.is_written(episode.rne))
}

fn stays<'a>(child: &Child<'a>) -> impl Iterator<Item = &'a EpisodeRow<'a>> {
    child.rows.episodes.iter().filter(|episode| episode.is_temporary() && !episode.is_short_break())
}

/// Finds stays of a kind that lasted more than so many days; a change of legal status does not end a stay.
fn too_long(child: &Child<'_>, place: Code, days: i32, found: &mut Found<'_>) {
    let mut so_far: Option<(Day, Day)> = None;
    let mut told = false;
    for stay in stays(child).filter(|stay| place.is_written(stay.place)) {
        let Some((from, until)) = stay.decom.day.zip(child.ran_until(stay)) else {
            continue;
        };
        let goes_on = so_far.filter(|(_, until)| LEGAL_STATUS.is_written(stay.rne) && *until == from);
        told &= goes_on.is_some();
        let start = goes_on.map_or(from, |(start, _)| start);
        so_far = Some((start, until));
        if until.days_since(start) > days && !told {
            told = true;
            found.row(stay.at, &[("PLACE", stay.place), ("DECOM", stay.decom.text), ("DEC", stay.dec.text)]);
        }
    }
}

fn move_into(child: &Child<'_>, found: &mut Found<'_>) {
    let mut before: Option<&EpisodeRow<'_>> = None;
    for episode in child.rows.care_in_order() {
        let within = match before {
            Some(before) => before.place == episode.place,
            None => episode.decom.day < Some(child.year_start()),
        };
        let known = is_move(episode) || episode.rne.is_empty() || within && LEGAL_STATUS.is_written(episode.rne);
        if episode.is_temporary() && !known {
            found.row(episode.at, &[("RNE", episode.rne), ("PLACE", episode.place)]);
        }
        before = Some(episode);
    }
}

fn no_return(child: &Child<'_>, found: &mut Found<'_>) {
    let (mut home, mut stay): (Option<&EpisodeRow<'_>>, _) = (None, None);
    for episode in child.rows.care_in_order() {
        // A placement of an earlier period of care is none to return to.
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
    use super::*;
    use crate::check::example::{bad, good};

    /// A stay between two episodes in one home.
    fn stay(place: &str, from: &str, until: &str) -> String {
        format!(
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2010 S   C2 K2    {from}     X1
             A     {from}     P   C2 {place} {until}  X1
             A     {until}    P   C2 K2    -          -"
        )
    }

    #[test]
    fn a_stay_has_its_longest() {
        for (rule, place, from, on_time, late) in [
            (&RULE_375, "T1", "01/06/2010", "13/07/2010", "14/07/2010"),
            (&RULE_376, "T3", "01/06/2010", "22/06/2010", "23/06/2010"),
            (&RULE_379, "T4", "01/06/2010", "08/06/2010", "09/06/2010"),
        ] {
            good(rule, &stay(place, from, on_time));
            bad(rule, &stay(place, from, late), &[&format!("A episodes 3 PLACE={place} DECOM={from} DEC={late}")]);
            good(rule, &stay("T2", from, "01/12/2010"));
        }
    }

    #[test]
    fn an_open_stay_has_lasted_until_the_return_ended() {
        let with = |decom: &str| {
            format!(
                "2011 episodes
                 CHILD DECOM      RNE LS PLACE DEC        REC
                 A     01/05/2010 S   C2 K2    {decom}    X1
                 A     {decom}    P   C2 T4    -          -"
            )
        };
        good(&RULE_379, &with("25/03/2011"));
        bad(&RULE_379, &with("24/03/2011"), &["A episodes 3 PLACE=T4 DECOM=24/03/2011 DEC="]);
    }

    #[test]
    fn a_stay_goes_on_over_a_change_of_legal_status_and_is_said_once() {
        let with = |rne: &str| {
            format!(
                "2011 episodes
                 CHILD DECOM      RNE   LS PLACE DEC        REC
                 A     01/06/2010 P     C1 T4    05/06/2010 X1
                 A     05/06/2010 {rne} C2 T4    09/06/2010 X1
                 A     09/06/2010 {rne} C1 T4    10/06/2010 X1"
            )
        };
        bad(&RULE_379, &with("L"), &["A episodes 3 PLACE=T4 DECOM=05/06/2010 DEC=09/06/2010"]);
        good(&RULE_379, &with("B"));
    }

    #[test]
    fn a_stay_begins_with_a_move() {
        let with = |decom: &str, rne: &str, place: &str| {
            format!(
                "2011 episodes
                 CHILD DECOM      RNE   LS PLACE   DEC        REC
                 A     {decom}    {rne} C1 {place} 01/09/2010 X1
                 A     01/09/2010 L     C2 T1      -          -"
            )
        };
        bad(&RULE_380, &with("01/04/2010", "S", "T1"), &["A episodes 2 RNE=S PLACE=T1"]);
        bad(&RULE_380, &with("01/04/2010", "L", "T1"), &["A episodes 2 RNE=L PLACE=T1"]);
        bad(&RULE_380, &with("01/04/2010", "S", "K2"), &["A episodes 3 RNE=L PLACE=T1"]);
        good(&RULE_380, &with("01/04/2010", "P", "T1"));
        good(&RULE_380, &with("01/04/2010", "B", "T1"));
        good(&RULE_380, &with("31/03/2010", "L", "T1"));
    }

    #[test]
    fn care_does_not_end_with_a_stay() {
        let with = |place: &str, dec: &str, rec: &str| {
            format!("2011 episodes\nCHILD DECOM RNE LS PLACE DEC REC\nA 01/06/2010 P C2 {place} {dec} {rec}")
        };
        bad(&RULE_381, &with("T1", "03/06/2010", "E4"), &["A episodes 2 PLACE=T1 REC=E4"]);
        good(&RULE_381, &with("T1", "03/06/2010", "X1"));
        good(&RULE_381, &with("T1", "-", "E4"));
        good(&RULE_381, &with("K2", "03/06/2010", "E4"));
    }

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
        good(&RULE_383, &with("P C1 K2 IG117AA"));
        good(&RULE_383, &with("P C1 K2 -"));
        good(&RULE_383, &with("P C1 T0 -"));
        good(&RULE_383, &with("B C2 K2 IG117AA"));
        good(&RULE_383, &with("S C1 U4 IG117AB"));
        let elsewhere = "PLACE=U4 PLACE before=K2";
        bad(&RULE_383, &with("P C1 U4 -"), &[&format!("A episodes 5 RNE=P LS=C1 LS before=C1 {elsewhere}")]);
        let other = "PLACE=K2 PLACE before=K2 PL_POST=IG117AB PL_POST before=IG117AA";
        bad(&RULE_383, &with("P C1 K2 IG117AB"), &[&format!("A episodes 5 RNE=P LS=C1 LS before=C1 {other}")]);
        let same = "PLACE=K2 PLACE before=K2";
        bad(&RULE_383, &with("L C2 K2 -"), &[&format!("A episodes 5 RNE=L LS=C2 LS before=C1 {same}")]);
    }
}
