//! 365, 366, 367, 382, 384, 426: short breaks, which are no care and put a child into no figure.

use crate::check::child::Child;
use crate::check::finding::Found;
use crate::check::rows::EpisodeRow;
use crate::check::rule::{Returns, Rule, Severity};
use crate::code::Code;
use crate::day::Day;
use crate::returns::table::Table;

/// 365: the longest of a break.
pub const RULE_365: Rule = rule(
    "365",
    "A short break lasted more than 17 days",
    "correct the dates, or LS if the child was looked after",
    |child, found| {
        for (episode, from, until) in breaks(child).filter(|(_, from, until)| until.days_since(*from) > 17) {
            let days = until.days_since(from).to_string();
            let cells = [("LS", episode.ls), ("DECOM", episode.decom.text), ("DEC", episode.dec.text), ("days", &days)];
            found.row(episode.at, &cells);
        }
    },
);
/// 366: a break is one stay.
pub const RULE_366: Rule = rule(
    "366",
    "A short break does not begin with RNE S: the child cannot change placement or legal status during one",
    "correct RNE, or LS if the child was looked after",
    |child, found| {
        for episode in child.rows.all_episodes().filter(|episode| is_break(episode) && !episode.rne.is_empty()) {
            if !episode.starts_care() {
                found.row(episode.at, &[("LS", episode.ls), ("RNE", episode.rne)]);
            }
        }
    },
);
/// 367: the most of a year, said of the break that goes over it.
pub const RULE_367: Rule = rule(
    "367",
    "The short breaks of the year come to more than 75 days",
    "correct the dates, or LS if the child was looked after",
    |child, found| {
        let mut so_far = 0;
        for (episode, from, until) in breaks(child) {
            let before = so_far;
            so_far += until.days_since(from.max(child.year_start())).max(0);
            if before <= 75 && so_far > 75 {
                let sum = so_far.to_string();
                let cells = [("DECOM", episode.decom.text), ("DEC", episode.dec.text), ("days of the year", &sum)];
                found.row(episode.at, &cells);
            }
        }
    },
);
/// 382: no temporary stays.
pub const RULE_382: Rule = rule(
    "382",
    "A short break is recorded as a temporary stay",
    "correct PLACE: a break has a placement of its own",
    |child, found| misplaced(child, |episode| episode.is_temporary(), found),
);
/// 384: no long-term foster placements.
pub const RULE_384: Rule = rule(
    "384",
    "A short break is recorded in a long-term foster placement",
    "correct PLACE, or LS if the child was looked after",
    |child, found| {
        misplaced(child, |episode| LONG_TERM.iter().any(|code| code.is_written(episode.place)), found);
    },
);
/// 426: breaks are recorded one way or the other; said of the later row.
pub const RULE_426: Rule = rule(
    "426",
    "Short breaks are recorded both break by break (V3) and as an agreement (V4) in one year",
    "record the year's breaks under V3 or under V4",
    |child, found| {
        let first = |ls: Code| child.rows.all_episodes().find(|episode| ls.is_written(episode.ls));
        if let (Some(one), Some(other)) = (first(BREAK), first(AGREEMENT)) {
            let order = |episode: &EpisodeRow<'_>| (episode.decom.day, episode.at);
            let (before, after) = if order(one) < order(other) { (one, other) } else { (other, one) };
            found.rows(after.at, before.at, &[("LS", after.ls), ("LS before", before.ls)]);
        }
    },
);

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
        // All whose population is of children looked after.
        indicators: &[58, 62, 63, 66, 99, 100, 101, 147, 148],
        needs: &[Table::Episodes],
        needs_before: &[],
        needs_columns: &[],
        returns: Returns::ALL,
        check,
    }
}

/// LS of one break.
const BREAK: Code = Code::of("V3");
/// LS of an agreement.
const AGREEMENT: Code = Code::of("V4");
/// Long-term foster placements.
const LONG_TERM: [Code; 2] = [Code::of("U1"), Code::of("U4")];

fn is_break(episode: &EpisodeRow<'_>) -> bool {
    BREAK.is_written(episode.ls)
}

/// Each break with the day it began and the day up to which it ran.
fn breaks<'a>(child: &Child<'a>) -> impl Iterator<Item = (&'a EpisodeRow<'a>, Day, Day)> {
    let of_child = child.rows.episodes.iter().filter(|episode| is_break(episode));
    of_child.filter_map(|episode| Some((episode, episode.decom.day?, child.ran_until(episode)?)))
}

fn misplaced(child: &Child<'_>, wrong: impl Fn(&EpisodeRow<'_>) -> bool, found: &mut Found<'_>) {
    for episode in child.rows.all_episodes().filter(|episode| episode.is_short_break() && wrong(episode)) {
        found.row(episode.at, &[("LS", episode.ls), ("PLACE", episode.place)]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::example::{bad, good};

    fn with(rows: &str) -> String {
        format!("2011 episodes\nCHILD DECOM RNE LS PLACE DEC REC\n{rows}")
    }

    #[test]
    fn a_break_is_of_17_days_at_most() {
        bad(
            &RULE_365,
            &with("A 01/05/2010 S V3 U6 19/05/2010 E8\nB 25/03/2010 S V3 U6 12/04/2010 E8"),
            &[
                "A episodes 2 LS=V3 DECOM=01/05/2010 DEC=19/05/2010 days=18",
                "B episodes 3 LS=V3 DECOM=25/03/2010 DEC=12/04/2010 days=18",
            ],
        );
        good(&RULE_365, &with("A 01/05/2010 S V3 U6 18/05/2010 E8\nB 01/05/2010 S V4 U6 19/05/2010 E8"));
    }

    #[test]
    fn an_open_break_has_lasted_until_the_return_ended() {
        bad(&RULE_365, &with("A 14/03/2011 S V3 U6 - -"), &["A episodes 2 LS=V3 DECOM=14/03/2011 DEC= days=18"]);
        good(&RULE_365, &with("A 15/03/2011 S V3 U6 - -"));
        // When it ended cannot be told: rule 142 asks.
        good(&RULE_365, &with("A 01/05/2010 S V3 U6 - -\nA 01/09/2010 S V3 U6 02/09/2010 E8"));
    }

    #[test]
    fn a_break_begins_with_a_start() {
        bad(
            &RULE_366,
            &with("A 01/05/2010 P V3 U6 03/05/2010 E8\nB - L V3 U6 - -"),
            &["A episodes 2 LS=V3 RNE=P", "B episodes 3 LS=V3 RNE=L"],
        );
        good(
            &RULE_366,
            &with("A 01/05/2010 S V3 U6 03/05/2010 E8\nB 01/05/2010 P V4 U6 - -\nC 01/05/2010 P C2 U6 - -"),
        );
    }

    #[test]
    fn the_breaks_of_the_year_come_to_75_days_at_most() {
        let with = |last: &str| {
            with(&format!(
                "A 20/03/2010 S V3 U6 06/04/2010 E8
                 A 01/05/2010 S V3 U6 18/05/2010 E8
                 A 01/06/2010 S V3 U6 18/06/2010 E8
                 A 01/07/2010 S V3 U6 18/07/2010 E8
                 A 01/08/2010 S V3 U6 18/08/2010 E8
                 A 01/09/2010 S V3 U6 {last} E8
                 A 30/03/2011 S V3 U6 10/04/2011 E8"
            ))
        };
        // 5 + 4 x 17 = 73 days, 2 more in the last, which ran on after the return, and those of the one before it.
        good(&RULE_367, &with("01/09/2010"));
        bad(&RULE_367, &with("02/09/2010"), &["A episodes 8 DECOM=30/03/2011 DEC=10/04/2011 days of the year=76"]);
        bad(&RULE_367, &with("04/09/2010"), &["A episodes 7 DECOM=01/09/2010 DEC=04/09/2010 days of the year=76"]);
    }

    #[test]
    fn a_break_is_no_temporary_stay_and_in_no_long_term_placement() {
        bad(
            &RULE_382,
            &with("A 01/05/2010 S V3 T0 - -\nB 01/05/2010 S V4 T4 - -"),
            &["A episodes 2 LS=V3 PLACE=T0", "B episodes 3 LS=V4 PLACE=T4"],
        );
        good(&RULE_382, &with("A 01/05/2010 S V3 U6 - -\nB 01/05/2010 P C2 T4 - -"));
        bad(
            &RULE_384,
            &with("A 01/05/2010 S V3 U1 - -\nB 01/05/2010 S V4 U4 - -"),
            &["A episodes 2 LS=V3 PLACE=U1", "B episodes 3 LS=V4 PLACE=U4"],
        );
        good(&RULE_384, &with("A 01/05/2010 S V3 U6 - -\nB 01/05/2010 P C2 U1 - -"));
    }

    #[test]
    fn breaks_are_recorded_one_way_or_the_other() {
        bad(
            &RULE_426,
            &with("A 01/05/2010 S V4 U6 01/06/2010 E8\nA 01/07/2010 S V3 U6 - -\nB 01/05/2010 S V3 U6 - -"),
            &["A episodes 3 LS=V3 LS before=V4"],
        );
        bad(
            &RULE_426,
            &with("A 01/07/2010 S V4 U6 - -\nA 01/05/2010 S V3 U6 03/05/2010 E8\nA 01/06/2010 S V3 U6 03/06/2010 E8"),
            &["A episodes 2 LS=V4 LS before=V3"],
        );
        good(
            &RULE_426,
            &with("A 01/05/2010 S V3 U6 03/05/2010 E8\nA 01/07/2010 S V3 U6 - -\nB 01/05/2010 S V4 U6 - -"),
        );
    }
}
