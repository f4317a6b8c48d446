//! The rows of one indicator: the children considered, those that a doubt could bring in, and those to whom something can
//! still happen.

use super::flags::plain;
use crate::breakdowns::grouping::{Groupings, Known};
use crate::care::ChildHistory;
use crate::forecast::watch_list::WatchRow;
use crate::indicators::IndicatorOutcomes;
use crate::indicators::outcome::{Decision, Reason};
use crate::walk::Followed;
use crate::walk::side::Side;
use std::collections::BTreeSet;

/// One child of an indicator.
pub(crate) struct Row {
    /// The child's index.
    pub place: u32,
    /// The child's id.
    pub child: String,
    /// On which sides it counts.
    pub side: Side,
    /// Why it is left out or fails; blank where it meets the test.
    pub why: &'static str,
    /// The score, where the indicator is a mean of scores.
    pub score: String,
    /// What is doubtful, in words.
    pub doubt: String,
    /// What is worth knowing besides.
    pub flags: String,
    /// What can still happen, and by when.
    pub watched: [String; 2],
    /// The group of each dimension.
    pub groups: Vec<String>,
}

/// An indicator, to whose children rows are made.
pub(super) struct Asked<'run> {
    pub followed: &'run Followed<'run>,
    pub groupings: &'run Groupings,
    /// Its place among the indicators.
    pub place: usize,
    pub outcomes: Option<&'run IndicatorOutcomes>,
    /// The watch list of the authority.
    pub watched: &'run [&'run WatchRow],
}

/// The rows, in order of id.
pub(super) fn of(asked: &Asked<'_>) -> Vec<Row> {
    let Asked { followed, place, outcomes, watched, .. } = asked;
    let decisions: &[(u32, Decision)] = outcomes.map_or(&[], |outcomes| &outcomes.decisions);
    let number = followed.setting.seeds.indicators[*place].number;
    let watched: Vec<&WatchRow> = watched.iter().copied().filter(|row| row.indicator == number).collect();
    let doubtful = followed.doubts.indicators.get(*place).into_iter().flatten().map(|(child, _)| *child);
    let mut children: BTreeSet<u32> = decisions.iter().map(|(child, _)| *child).collect();
    children.extend(watched.iter().map(|row| row.child).chain(doubtful));
    let mut groups = Vec::new();
    let of_child = |child: u32| {
        let decided = decisions.binary_search_by_key(&child, |(child, _)| *child).ok();
        let watched = watched.iter().find(|row| row.child == child).copied();
        row(asked, child, decided.map(|at| &decisions[at].1), watched, &mut groups)
    };
    children.into_iter().map(of_child).collect()
}

fn row(
    asked: &Asked<'_>,
    child: u32,
    decision: Option<&Decision>,
    watched: Option<&WatchRow>,
    groups: &mut Vec<usize>,
) -> Row {
    let Asked { followed, groupings, place, .. } = asked;
    let history = &followed.history(child as usize);
    let known = Known { authority: followed.histories.clean, place: child, history };
    groupings.put(&known, day(asked, history), followed.clean, groups);
    let doubtful = followed.doubtful(child as usize, *place);
    let doubt = doubtful.map(|doubtful| doubtful.grounds().into_iter().map(|ground| ground.in_words()).collect());
    let flags = decision.map(|decision| decision.flags.text(&followed.clean.long)).unwrap_or_default();
    let watched = watched.map(|row| {
        let by = row.by.map(|by| by.to_string()).unwrap_or_default();
        [plain(row.state.name()), by]
    });
    Row {
        place: child,
        child: followed.id(history.id),
        side: Side::of(decision),
        why: decision.and_then(Decision::reason).map_or("", Reason::in_words),
        score: decision.and_then(Decision::score).map(|score| score.to_string()).unwrap_or_default(),
        doubt: doubt.map(|words: Vec<String>| words.join("; ")).unwrap_or_default(),
        flags: plain(&flags.replace(';', "; ")),
        watched: watched.unwrap_or_default(),
        groups: groupings.names(groups).map(str::to_owned).collect(),
    }
}

/// The day on which the indicator asks in which groups a child is.
fn day(asked: &Asked<'_>, history: &ChildHistory<'_>) -> Option<crate::day::Day> {
    let (indicator, question) = asked.followed.asked[asked.place].as_ref().ok()?;
    indicator.day_of(history, question)
}
