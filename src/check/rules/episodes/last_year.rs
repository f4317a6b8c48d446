//! 502, 503A to 503G: the episode open at the end of last year's return is another one in this return.
//!
//! 503H and 503J, the authority of the placement and whether it is inside, follow from the same postcode as
//! the distance of 503G and would say the same thing again.

use super::changes::{CIN, Column, LS, PL_POST, PLACE, PLACE_PROVIDER, RNE, URN};
use crate::check::child::{Child, ChildRows};
use crate::check::finding::Found;
use crate::check::rows::EpisodeRow;
use crate::check::rule::{Returns, Rule, Severity};
use crate::day::Day;
use crate::returns::table::Table;

/// 502: its DECOM.
pub const RULE_502: Rule = Rule {
    severity: Severity::Error,
    ..rule(
        "502",
        "The episode open at the end of last year's return is not in this one under its DECOM",
        "return the episode under the same DECOM, or correct DECOM in the return that has it wrong",
        |child, found| {
            if let Some((first, open)) = not_returned(child) {
                let cells = [("DECOM", first.decom.text), ("DECOM last year", open.decom.text)];
                found.rows(first.at, open.at, &cells);
            }
        },
    )
};

/// 503A: its RNE.
pub const RULE_503A: Rule =
    differing("503A", "RNE of the episode open at the end of last year's return is not what it was", |child, found| {
        differs(child, &RNE, found)
    });
/// 503B: its LS.
pub const RULE_503B: Rule =
    differing("503B", "LS of the episode open at the end of last year's return is not what it was", |child, found| {
        differs(child, &LS, found);
    });
/// 503C: its CIN.
pub const RULE_503C: Rule =
    differing("503C", "CIN of the episode open at the end of last year's return is not what it was", |child, found| {
        differs(child, &CIN, found);
    });
/// 503D: its PLACE.
pub const RULE_503D: Rule = differing(
    "503D",
    "PLACE of the episode open at the end of last year's return is not what it was",
    |child, found| {
        differs(child, &PLACE, found);
    },
);
/// 503E: its PLACE_PROVIDER.
pub const RULE_503E: Rule = differing(
    "503E",
    "PLACE_PROVIDER of the episode open at the end of last year's return is not what it was",
    |child, found| differs(child, &PLACE_PROVIDER, found),
);
/// 503F: its URN.
pub const RULE_503F: Rule =
    differing("503F", "URN of the episode open at the end of last year's return is not what it was", |child, found| {
        differs(child, &URN, found);
    });
/// 503G: its distance, which follows from PL_POST.
pub const RULE_503G: Rule = differing(
    "503G",
    "PL_POST, and so the distance, of the episode open at the end of last year's return is not what it was",
    |child, found| differs(child, &PL_POST, found),
);

type Check = fn(&Child<'_>, &mut Found<'_>);

const fn differing(number: &'static str, message: &'static str, check: Check) -> Rule {
    rule(number, message, "correct the cell in the return that has it wrong", check)
}

/// A query unless said otherwise: this year's return may have put last year's right.
const fn rule(number: &'static str, message: &'static str, remedy: &'static str, check: Check) -> Rule {
    Rule {
        number,
        message,
        remedy,
        severity: Severity::Query,
        indicators: &[58, 63, 99, 100, 101],
        needs: &[Table::Episodes],
        needs_before: &[Table::Episodes],
        needs_columns: &[],
        returns: Returns::ALL,
        check,
    }
}

/// Whether an episode with the DECOM is among the rows.
pub fn has_start(rows: &ChildRows<'_>, decom: Option<Day>) -> bool {
    rows.episodes.iter().any(|episode| episode.decom.day == decom)
}

/// The first episode of this return and the one open at the end of last year's, where no episode of this return
/// has that one's DECOM; a row without a date might.
pub fn not_returned<'a>(child: &Child<'a>) -> Option<(&'a EpisodeRow<'a>, &'a EpisodeRow<'a>)> {
    let sure = child.rows.undated_episodes.is_empty() && child.before.undated_episodes.is_empty();
    let open = child.before.open_episode().filter(|_| sure)?;
    let first = child.rows.episodes.first()?;
    (!has_start(&child.rows, open.decom.day)).then_some((first, open))
}

/// Finds a column of the open episode that this return fills otherwise. A code that is not on the lists of both
/// years had to be changed.
fn differs(child: &Child<'_>, column: &Column, found: &mut Found<'_>) {
    let Some(open) = child.before.open_episode() else {
        return;
    };
    let returned = child.rows.episodes.iter().find(|episode| episode.decom.day == open.decom.day);
    let Some(now) = returned.filter(|now| column.differs(open, now)) else {
        return;
    };
    let (before, after) = ((column.cell)(open), (column.cell)(now));
    let of_both_years = |code| {
        let codes = child.of_return.codes;
        let coded = codes.of_any_year("episodes", column.name).is_some();
        !coded || [0, 1].iter().all(|back| codes.hold("episodes", column.name, code, child.of_return.year - back))
    };
    if of_both_years(before) && of_both_years(after) {
        found.rows(now.at, open.at, &[(column.name, after), (column.last_year, before)]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::example::{bad, good};

    /// Last year's rows and this year's.
    fn years(before: &str, after: &str) -> String {
        let heading = "CHILD DECOM RNE LS PLACE CIN PLACE_PROVIDER URN PL_POST DEC REC";
        format!("2010 episodes\n{heading}\n{before}\n2011 episodes\n{heading}\n{after}")
    }

    #[test]
    fn the_open_episode_must_come_again_under_its_decom() {
        let open = "A 01/06/2009 S C2 K2 - - - - 01/07/2009 X1
                    A 01/07/2009 P C2 K2 - - - - - X1";
        let with = |decom: &str| years(open, &format!("A {decom} P C2 K2 - - - - - -"));
        bad(&RULE_502, &with("02/07/2009"), &["A episodes 2 DECOM=02/07/2009 DECOM last year=01/07/2009"]);
        bad(&RULE_502, &with("01/04/2010"), &["A episodes 2 DECOM=01/04/2010 DECOM last year=01/07/2009"]);
        good(&RULE_502, &with("2009-07-01"));
        // A date that cannot be read may be the one.
        good(&RULE_502, &years(open, "A 01/07/09 P C2 K2 - - - - - -\nA 02/07/2010 P C2 K2 - - - - - -"));
    }

    #[test]
    fn an_episode_that_had_ended_or_a_child_without_any_is_no_matter() {
        good(&RULE_502, &years("A 01/06/2009 S C2 K2 - - - - 31/03/2010 E4", "A 01/04/2010 S C2 K2 - - - - - -"));
        good(&RULE_502, &years("A 01/06/2009 S C2 K2 - - - - - -", "B 01/04/2010 S C2 K2 - - - - - -"));
    }

    #[test]
    fn every_column_of_the_open_episode_is_compared() {
        let before = "A 01/06/2009 S C2 K2 N1 PR1 1 IG117AA - -";
        let after = "A 01/06/2009 P C1 K1 N2 PR4 2 IG117AB - -";
        for (rule, cells) in [
            (&RULE_503A, "RNE=P RNE last year=S"),
            (&RULE_503B, "LS=C1 LS last year=C2"),
            (&RULE_503C, "CIN=N2 CIN last year=N1"),
            (&RULE_503D, "PLACE=K1 PLACE last year=K2"),
            (&RULE_503E, "PLACE_PROVIDER=PR4 PLACE_PROVIDER last year=PR1"),
            (&RULE_503F, "URN=2 URN last year=1"),
            (&RULE_503G, "PL_POST=IG117AB PL_POST last year=IG117AA"),
        ] {
            bad(rule, &years(before, after), &[&format!("A episodes 2 {cells}")]);
            good(rule, &years(before, before));
            good(rule, &years(before, "A 01/06/2009 - - - - - - - - -"));
            // Another episode is for rule 502.
            good(rule, &years(before, &after.replace("01/06", "02/06")));
        }
        good(&RULE_503G, &years(before, "A 01/06/2009 S C2 K2 N1 PR1 1 IG117 - -"));
    }

    #[test]
    fn a_code_that_the_lists_took_out_or_in_had_to_be_changed() {
        let years = |year: i32, before: &str, after: &str| {
            let heading = "CHILD DECOM RNE LS PLACE DEC REC";
            let row = |place: &str| format!("{heading}\nA 01/06/2009 S C2 {place} - -");
            format!("{} episodes\n{}\n{year} episodes\n{}", year - 1, row(before), row(after))
        };
        good(&RULE_503D, &years(2015, "Q2", "U4"));
        good(&RULE_503D, &years(2015, "Q2", "K2"));
        good(&RULE_503D, &years(2024, "H5", "K3"));
        good(&RULE_503D, &years(2026, "Z1", "Z11"));
        bad(&RULE_503D, &years(2014, "Q2", "Q1"), &["A episodes 2 PLACE=Q1 PLACE last year=Q2"]);
        bad(&RULE_503D, &years(2016, "U6", "U4"), &["A episodes 2 PLACE=U4 PLACE last year=U6"]);
    }
}
