//! Tasks put into lists: by team, by authority, or all in one.

use super::people::Seen;
use super::task::{Kind, Ranked};
use crate::day::Day;
use std::collections::BTreeMap;

/// What lists are made by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum By {
    /// A column of the user's choice, by its place among them and its name.
    Column(usize, String),
    /// The authority.
    Authority,
    /// Nothing: there is one list.
    Nothing,
}

/// What one team has to do.
#[derive(Debug)]
pub(crate) struct List {
    /// The team or authority; none where the column is blank, or there is one list.
    pub name: Option<String>,
    /// What is to be done, in the order in which to do it.
    pub tasks: Vec<Ranked>,
}

impl List {
    /// How many tasks fall due, are overdue, wrong and doubtful, and how many there are.
    pub(crate) fn counts(&self, known: Day) -> [usize; 5] {
        let tasks = || self.tasks.iter().map(|ranked| &ranked.task);
        let [due, wrong, doubtful] = Kind::ALL.map(|kind| tasks().filter(|task| task.kind == kind).count());
        let overdue = tasks().filter(|task| task.is_overdue(known)).count();
        [due - overdue, overdue, wrong, doubtful, self.tasks.len()]
    }
}

/// The lists, in order of name; what belongs to no team comes last.
pub(super) fn lists(ranked: Vec<Ranked>, by: &By, seen: &Seen<'_>) -> Vec<List> {
    let authorities = &seen.setting.seeds.authorities;
    let name = |ranked: &Ranked| match by {
        By::Column(place, _) => ranked.own.get(*place).filter(|name| !name.is_empty()).cloned(),
        By::Authority => {
            let authority = authorities.get(ranked.task.authority);
            Some(format!("{} {}", authority.code, authority.name))
        }
        By::Nothing => None,
    };
    let mut lists = BTreeMap::<(bool, String), List>::new();
    for task in ranked {
        let name = name(&task);
        // A team is one team however its name is written; it is called as it is in the first of its tasks.
        let known_by = (name.is_none(), name.as_deref().unwrap_or_default().to_lowercase());
        lists.entry(known_by).or_insert_with(|| List { name, tasks: Vec::new() }).tasks.push(task);
    }
    lists.into_values().collect()
}

impl By {
    /// What a list is called.
    pub(crate) fn called(&self, list: &List) -> String {
        match (&list.name, self) {
            (Some(name), _) => name.clone(),
            (None, By::Column(_, column)) => format!("No {column}"),
            (None, By::Authority | By::Nothing) => "Worklist".to_owned(),
        }
    }
}
