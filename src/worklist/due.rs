//! What falls due: reviews, scores, OC3 rows of birthdays, exam results, placements after a decision for adoption.

use super::people::{People, Seen};
use super::task::{Kind, Task};
use crate::care::{AuthorityHistories, ChildHistory};
use crate::day::Day;
use crate::forecast::state::State;
use crate::forecast::watch_list::WatchRow;
use crate::indicators::asked;
use crate::indicators::review_chain::ReviewChain;
use crate::indicators::witness::Witness;
use crate::timeframe::Timeframe;
use std::collections::BTreeMap;

/// The number of the indicator about reviews.
const REVIEWS: u16 = 66;

/// All that falls due up to the later day, or is overdue.
pub(super) fn tasks(seen: &Seen<'_>, people: &People<'_>) -> Vec<Task> {
    let mut tasks = of_watch_list(seen, people);
    tasks.extend(seen.histories.authorities.iter().flat_map(|histories| reviews(histories, seen, people)));
    tasks
}

/// What is to be done about children of the watch list: one task for all indicators with the same thing to do.
fn of_watch_list(seen: &Seen<'_>, people: &People<'_>) -> Vec<Task> {
    let mut tasks = BTreeMap::<_, Task>::new();
    for row in seen.watch_list {
        let Some(what) = to_do(row, seen.ahead) else { continue };
        let new = || Task {
            authority: row.authority,
            child: people.id(row.authority, row.child),
            place: Some(row.child),
            kind: Kind::Due,
            what: what.clone(),
            because: String::new(),
            by: by(row),
            waits: row.state == State::Sits,
            indicators: Vec::new(),
            at: Default::default(),
            remedy: String::new(),
        };
        let task = tasks.entry((row.authority, row.child, what.clone())).or_insert_with(new);
        task.indicators.push(row.indicator);
    }
    tasks.into_values().collect()
}

/// The day by which it is to be done. What exams are to tell is not due on a day of its own.
fn by(row: &WatchRow) -> Option<Day> {
    row.by.filter(|_| row.state != State::Sits)
}

/// What is to be done about a child in a state; none where nothing is. Reviews are looked at by themselves.
fn to_do(row: &WatchRow, ahead: Timeframe) -> Option<String> {
    let past = row.by.is_some_and(|by| by <= ahead.known);
    let what = match row.state {
        State::ScoreMissing => "Get an SDQ score: the current return has none that is valid",
        State::PlacedNoDecision => "Record the date of the decision for adoption (DATE_INT)",
        State::AwaitsPlacement if past => "Place for adoption: twelve months since the decision have passed",
        State::AwaitsPlacement => "Place for adoption within twelve months of the decision",
        State::Sits => "Record the exam results when they are known",
        State::Nineteen if past => "Record accommodation and activity at the nineteenth birthday (OC3)",
        State::Nineteen => "Nineteenth birthday: keep in touch, then record accommodation and activity (OC3)",
        _ => return None,
    };
    Some(what.to_owned())
}

/// The next review of every child in care that is due by the later day.
fn reviews(histories: &AuthorityHistories<'_>, seen: &Seen<'_>, people: &People<'_>) -> Vec<Task> {
    let authority = histories.clean.authority;
    let seed = seen.setting.seeds.indicators.iter().find(|seed| seed.number == REVIEWS);
    let question = seed.and_then(|seed| asked(seed, histories, seen.setting, seen.clean).ok());
    let Some((_, question)) = question else { return Vec::new() };
    let review = |(place, child): (usize, ChildHistory<'_>)| {
        let period = child.period_on(seen.ahead.known)?;
        let chain = ReviewChain::start(&child, period, &question, &mut Witness::silent());
        let due = chain.next_due(question.policies);
        let sure = if chain.assumed { ", if the reviews before these returns were held as assumed" } else { "" };
        let what = if due <= seen.ahead.known { "Review overdue" } else { "Review due" };
        (due <= seen.ahead.as_at).then(|| Task {
            authority,
            child: people.id(authority, place as u32),
            place: Some(place as u32),
            kind: Kind::Due,
            what: format!("{what}{sure}"),
            because: String::new(),
            by: Some(due),
            waits: false,
            indicators: vec![REVIEWS],
            at: Default::default(),
            remedy: String::new(),
        })
    };
    let children = (0..histories.children()).map(|child| (child, histories.child(child, seen.ahead.known)));
    children.filter_map(review).collect()
}
