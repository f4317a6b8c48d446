//! The worklist: what is due and what is wrong or doubtful, by team, for those who act and those who mend.
//!
//! What is due comes of the look ahead's watch list and of the reviews, what is wrong of the checks of the current return,
//! what is doubtful of the doubts about the figures of the day. A task is one child and one thing, with every indicator it
//! touches. First come those that are overdue or wrong; among those alike, those in which one child moves a figure most.

pub(crate) mod book;
mod doubtful;
mod due;
mod lists;
pub(crate) mod people;
mod sheet_names;
pub(crate) mod table;
mod task;
pub(crate) mod text;
mod wrong;

use crate::check::finding_row::FindingRow;
use crate::day::Day;
pub(crate) use lists::By;
use lists::List;
use people::{People, Seen};
use task::Ranked;

/// The work of every team.
#[derive(Debug)]
pub(crate) struct Worklist {
    /// The day up to which things are known.
    pub known: Day,
    /// The day to which things fall due.
    pub until: Day,
    /// What the lists are made by.
    pub by: By,
    /// A list a team or authority, in order of name; those of no team last.
    pub lists: Vec<List>,
}

/// The order of every list.
const ORDER: &str =
    "First comes what is overdue or wrong, then what falls due or is doubtful: of each, what moves a figure most.";

impl Worklist {
    /// The two days, in words.
    fn in_words(&self) -> String {
        format!("known on {}, due up to {}", self.known.in_words(), self.until.in_words())
    }

    /// Gathers all there is to do.
    pub(crate) fn gather(seen: &Seen<'_>, findings: &[FindingRow], by: By) -> Worklist {
        let people = People::of(seen);
        let mut tasks = due::tasks(seen, &people);
        tasks.extend(wrong::tasks(findings, &people, seen.ahead.current_year()));
        tasks.extend(doubtful::tasks(seen, &people));
        let mut ranked: Vec<Ranked> = tasks.into_iter().map(|task| Ranked::of(task, &people)).collect();
        let known = seen.ahead.known;
        ranked.sort_by(|one, other| one.order(known).cmp(&other.order(known)));
        let lists = lists::lists(ranked, &by, seen);
        Worklist { known: seen.ahead.known, until: seen.ahead.as_at, by, lists }
    }
}
