//! A row of the child was rejected in a table that the indicator needs: in, not or out, as far as the rest of what is
//! known of the child leaves that open; in OC2 any score.

use super::ask::{Asker, Clue};
use super::cause::{Cause, Ground};
use super::otherwise::Child;
use super::possible::Possible;
use super::{date_unreadable, no_row};
use crate::code::Code;
use crate::day::Day;
use crate::indicators::question::TestIsOf;
use crate::indicators::witness::Sight;
use crate::returns::suspect::{RejectedRow, Suspect, Suspicion};
use crate::returns::table::Table;
use crate::seeds::codes::roles::Role;

/// Answers as if the rows that were rejected could have held anything.
pub(crate) fn ask(child: &Child<'_>, suspects: &[Suspect], asker: &mut Asker<'_, '_>) {
    for suspect in suspects {
        let Suspicion::Rejected(row) = suspect.what else { continue };
        let clue = Clue { ground: Ground::new(Cause::RowRejected, row.table.name()), source: Some(suspect.source) };
        match row.table {
            Table::Episodes => an_episode(child, row, clue, asker),
            table => a_row_of(child, table, suspect.year, clue, asker),
        }
    }
}

/// What any row of a table other than episodes would give, in the return of a year.
pub(crate) fn a_row_of(child: &Child<'_>, table: Table, year: i32, clue: Clue, asker: &mut Asker<'_, '_>) {
    match table {
        Table::Header => date_unreadable::any_birth(child, clue, asker),
        Table::Reviews => asker.hear_wherever(Sight::Reviews, Possible::ANY, clue),
        Table::Oc2 if tells_the_score(child, year) => {
            asker.hear_wherever(Sight::Scores, Possible::ANY_SCORE, clue);
        }
        Table::Oc3 => no_row::any_leaver(child, year, clue, asker),
        Table::Ad1 => date_unreadable::any_decision(child, clue, asker),
        Table::Attainment => no_row::any_result(child, clue, asker),
        Table::Oc2 | Table::Episodes | Table::PlacedAdoption | Table::Uasc | Table::Missing => {}
    }
}

/// Whether the score of the day is that of a return, where the child has a row in it: the current return's, or, where
/// that has none, the one's before.
fn tells_the_score(child: &Child<'_>, year: i32) -> bool {
    let timeframe = child.setting.timeframe;
    let current = timeframe.current_year();
    let in_current = child.history.oc2.iter().any(|(of, _)| *of == current);
    let ends_a_return = timeframe.as_at == Day::thirty_first_of_march(current);
    year == current || year == current - 1 && !in_current && !ends_a_return
}

/// An episode that nobody can read: the child may have been in care all along, or not at all.
fn an_episode(child: &Child<'_>, row: RejectedRow, clue: Clue, asker: &mut Asker<'_, '_>) {
    let roles = child.setting.seeds.codes.roles();
    let lists = &child.setting.seeds.codes;
    let listed = lists.of_any_year(Table::Episodes.name(), "REC").is_some_and(|codes| codes.contains(row.reason_ended));
    let unclear = row.reason_ended != Code::BLANK && !listed;
    let may_be_adoption = unclear || roles.has(Role::Adopted, row.reason_ended);
    in_care_or_not(child, may_be_adoption, clue, asker);
}

/// Answers as if the child's care could have been anything: always, with moves or without, or never.
pub(crate) fn in_care_or_not(child: &Child<'_>, may_be_adoption: bool, clue: Clue, asker: &mut Asker<'_, '_>) {
    if !asker.is_first() {
        return;
    }
    let places: Vec<usize> = asker.that_looked_at(Sight::Episodes).collect();
    let mut possible: Vec<Possible> = places.iter().map(|&place| Possible::only(asker.given(place))).collect();
    for rows in child.in_care_for_long().iter().chain([&Vec::new()]) {
        child.with_rows(rows, |child| {
            for (place, possible) in places.iter().zip(&mut possible) {
                *possible = possible.or(Possible::only(asker.answer(*place, &child.history)));
            }
            asker.again_made_up(child, Sight::Episodes, &[clue]);
        });
    }
    for (place, mut possible) in places.into_iter().zip(possible) {
        let Some((indicator, _)) = asker.indicator(place) else { continue };
        let may_count = possible.adds.is_some();
        possible = match indicator.test_is_of() {
            // Any answer is possible as soon as the child may count.
            TestIsOf::Care if may_count => possible.or(Possible::ANY),
            TestIsOf::Adoption if may_be_adoption || asker.given(place).is_some() => Possible::ANY,
            _ => possible,
        };
        asker.hear(place, possible, &[clue]);
    }
}
