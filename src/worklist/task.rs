//! A task: one thing to do about one child; and how far it moves a figure.

use super::people::People;
use crate::day::Day;
use crate::rounding::Tenths;
use crate::seeds::authorities::AuthorityIndex;
use std::cmp::Reverse;

/// What kind of work a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// Something falls due, or is overdue.
    Due,
    /// A rule of the checks found something.
    Wrong,
    /// The files leave an answer open.
    Doubtful,
}

impl Kind {
    /// Every kind.
    pub(crate) const ALL: [Kind; 3] = [Kind::Due, Kind::Wrong, Kind::Doubtful];

    /// Its name in the tables.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::Due => "due",
            Kind::Wrong => "wrong",
            Kind::Doubtful => "doubtful",
        }
    }
}

/// One thing to do about one child.
#[derive(Debug, Clone)]
pub(crate) struct Task {
    /// The child's authority.
    pub authority: AuthorityIndex,
    /// The child's id, as it may be shown.
    pub child: String,
    /// The child's index among the authority's clean children, where it is one of them.
    pub place: Option<u32>,
    /// What kind of work it is.
    pub kind: Kind,
    /// What is to be done or mended, without a cell of the child's.
    pub what: String,
    /// The rule that found it and the cells that it is about; blank where no rule did.
    pub because: String,
    /// The day by which, where there is one.
    pub by: Option<Day>,
    /// Whether it cannot be done yet: it waits for results that nobody has.
    pub waits: bool,
    /// The indicators it touches, in order.
    pub indicators: Vec<u16>,
    /// Where it lies: file and line; blank where it is no row.
    pub at: [String; 2],
    /// How to mend it; blank where what is to be done says so.
    pub remedy: String,
}

impl Task {
    /// What is to be done or mended, with the cells that it is about.
    pub(super) fn in_full(&self) -> String {
        if self.because.is_empty() { self.what.clone() } else { format!("{} ({})", self.what, self.because) }
    }

    /// Whether it was to be done by now.
    pub(super) fn is_overdue(&self, known: Day) -> bool {
        self.by.is_some_and(|by| by <= known)
    }
}

/// How soon it is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Urgency {
    /// It is overdue, or wrong as it stands.
    Now,
    /// It falls due, or should be looked at.
    Next,
    /// It waits for what nobody has yet.
    Waits,
}

/// A task, and how far one child moves the figure that it moves most.
#[derive(Debug)]
pub(crate) struct Ranked {
    /// The task.
    pub task: Task,
    /// The children behind that figure; none where the child counts in none of the task's.
    pub children: Option<u64>,
    /// The cells of the columns of the user's choice.
    pub own: Vec<String>,
}

impl Ranked {
    pub(super) fn of(task: Task, people: &People<'_>) -> Ranked {
        let children = people.fewest(task.authority, &task.indicators, task.place);
        let own = people.own_cells(task.authority, task.place);
        Ranked { task, children, own }
    }

    /// One child as a part of the figure's children, in percent.
    pub(crate) fn share(&self) -> Option<Tenths> {
        self.children.map(|children| Tenths::of(100.0 / children.max(1) as f64))
    }

    fn urgency(&self, known: Day) -> Urgency {
        match &self.task {
            task if task.waits => Urgency::Waits,
            task if task.kind == Kind::Wrong || task.is_overdue(known) => Urgency::Now,
            _ => Urgency::Next,
        }
    }

    /// What is overdue or wrong first, and what must wait last; among those alike, what moves a figure most first, then what
    /// is due first.
    pub(super) fn order(&self, known: Day) -> impl Ord + use<'_> {
        let Task { authority, child, kind, what, because, by, at, .. } = &self.task;
        let share = Reverse(self.children.map(|children| Reverse(children.max(1))));
        (self.urgency(known), share, by.is_none(), *by, *authority, child, *kind, (what, because, at))
    }
}
