//! What the files leave open about the figures of the day.

use super::people::{People, Seen};
use super::task::{Kind, Task};
use crate::doubt::ask::Clue;
use crate::doubt::cause::{Cause, Ground};
use crate::seeds::authorities::AuthorityIndex;
use std::collections::BTreeMap;

/// A task for each child and cause, with every indicator whose answer it leaves open.
pub(super) fn tasks(seen: &Seen<'_>, people: &People<'_>) -> Vec<Task> {
    let mut tasks = BTreeMap::<_, Task>::new();
    for (outcomes, doubts) in seen.outcomes.authorities.iter().zip(&seen.doubts.authorities) {
        let authority = outcomes.authority;
        for (seed, children) in seen.setting.seeds.indicators.iter().zip(&doubts.indicators) {
            for (child, answer) in children {
                for clue in answer.clues.iter().filter(|clue| remedy(clue.ground).is_some()) {
                    let new = || task(clue, authority, *child, seen, people);
                    let task = tasks.entry((authority, *child, *clue)).or_insert_with(new);
                    if task.indicators.last() != Some(&seed.number) {
                        task.indicators.push(seed.number);
                    }
                }
            }
        }
    }
    tasks.into_values().collect()
}

fn task(clue: &Clue, authority: AuthorityIndex, place: u32, seen: &Seen<'_>, people: &People<'_>) -> Task {
    let file = |file: u32| seen.clean.input.files.get(file as usize).map_or(String::new(), |file| file.shown.clone());
    let at = clue.source.map(|source| [file(source.file), source.line.to_string()]).unwrap_or_default();
    let what = clue.ground.in_words();
    Task {
        authority,
        child: people.id(authority, place),
        place: Some(place),
        kind: Kind::Doubtful,
        what: what.chars().take(1).flat_map(char::to_uppercase).chain(what.chars().skip(1)).collect(),
        because: String::new(),
        by: None,
        waits: false,
        indicators: Vec::new(),
        at,
        remedy: remedy(clue.ground).unwrap_or_default().to_owned(),
    }
}

/// How a cause is mended; none where nothing about the child can be.
fn remedy(ground: Ground) -> Option<&'static str> {
    Some(match ground.cause {
        Cause::CodeUnknown => "write a code that is on the list of the return's year",
        Cause::DateUnreadable => "write the date as 31/03/2011",
        Cause::RowRejected => "mend the row: restricted/cleaning.csv of a run says what is wrong with it",
        Cause::UnmatchedIds if ground.field == "CHILD" => "write the child's id in the row of episodes without one",
        Cause::UnmatchedIds => "write the child's id in this table as it is in the episodes",
        Cause::NoRow => "add the row, or the date, to the return",
        Cause::EndAssumed => "give the episode its DEC and REC",
        Cause::Overlap => "correct DECOM or DEC, so that the episodes do not overlap",
        Cause::Twice => "keep the row that is right",
        Cause::EarlierNotSeen | Cause::Stale => return None,
    })
}
