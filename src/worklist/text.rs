//! The worklist on a terminal: how much each team has to do, and what is to be done first.

use super::lists::List;
use super::task::{Kind, Ranked, Task};
use super::{By, ORDER, Worklist};
use crate::lines::{hanging, indented, table, visible};
use crate::seeds::authorities::Authorities;
use crate::text::at_line;
use crate::wording::counts::count_with_commas;
use std::collections::BTreeSet;

/// The most lists that are shown.
const SHOWN: usize = 40;

/// The most indicators that are named for a task.
const MOST: usize = 4;

/// How many tasks are shown of all.
const FIRST: usize = 10;

/// How many tasks of each kind every list has, and the first of them all. Whose they are is shown where `children` are asked
/// for.
pub(crate) fn text(worklist: &Worklist, authorities: &Authorities, children: bool) -> String {
    let heading = ["List", "Due", "Overdue", "Wrong", "Doubtful", "All"].map(str::to_owned).to_vec();
    let mut rows = vec![heading];
    let known = worklist.known;
    for list in worklist.lists.iter().take(SHOWN) {
        let counts = list.counts(known).map(|count| count_with_commas(count as u64));
        rows.push(std::iter::once(worklist.by.called(list)).chain(counts).collect());
    }
    let more = worklist.lists.len().saturating_sub(SHOWN);
    let more = if more > 0 { format!("  and {} more lists\n", count_with_commas(more as u64)) } else { String::new() };
    let [now, until] = [known, worklist.until].map(|day| day.in_words());
    let told = format!(
        "Due after {now} and up to {until}; overdue by {now}. Wrong is what the checks find in the current return, doubtful \
         what the files leave open about the figures of {now}. {ORDER}"
    );
    let first = first(worklist, authorities, children);
    format!("\nWork at {now}\n\n{}{more}\n{}{first}", table(&rows, 2), indented(&told, 0))
}

/// The first tasks of all lists, with what they bear on and where they lie.
fn first(worklist: &Worklist, authorities: &Authorities, children: bool) -> String {
    let called = |list: &List| worklist.by.called(list);
    let all = worklist.lists.iter().flat_map(|list| list.tasks.iter().map(move |ranked| (list, ranked)));
    let mut all: Vec<(&List, &Ranked)> = all.collect();
    if all.is_empty() {
        return String::new();
    }
    all.sort_by(|(_, one), (_, other)| one.order(worklist.known).cmp(&other.order(worklist.known)));
    let is_of_one = all.iter().all(|(_, ranked)| ranked.task.authority == all[0].1.task.authority);
    let list = |list: &List, task: &Task| match worklist.by {
        By::Nothing if is_of_one => None,
        By::Nothing => Some(authorities.get(task.authority).name.clone()),
        By::Authority | By::Column(..) => Some(called(list)),
    };
    let whose = |of_list: &List, task: &Task| {
        let child = children.then(|| format!("child {}", task.child));
        let whose = list(of_list, task).into_iter().chain(child).collect::<Vec<_>>().join(", ");
        if whose.is_empty() { whose } else { format!("{whose}: ") }
    };
    // What a reader could not tell apart but by its row is said once.
    let mut alike: Vec<([String; 3], Vec<&Task>)> = Vec::new();
    for (of_list, Ranked { task, .. }) in &all {
        let said = [when(task, worklist), whose(of_list, task), in_words(task, children)];
        match alike.iter().position(|(words, _)| *words == said) {
            Some(place) => alike[place].1.push(task),
            None if alike.len() < FIRST => alike.push((said, vec![task])),
            None => {}
        }
    }
    let shown: usize = alike.iter().map(|(_, tasks)| tasks.len()).sum();
    let of =
        if shown < all.len() { format!(", {shown} of {}", count_with_commas(all.len() as u64)) } else { String::new() };
    let mut text = format!("\nFirst to be done{of}\n");
    for ([when, whose, what], tasks) in alike {
        let words = visible(&format!("{whose}{}{what}{}", how_many(&tasks), places(&tasks)));
        text.push_str(&hanging(&format!("  {when}"), &words, 21));
    }
    text
}

/// `3 children: `; nothing where it is about one.
fn how_many(tasks: &[&Task]) -> String {
    let children: BTreeSet<_> = tasks.iter().map(|task| (task.authority, &task.child)).collect();
    if children.len() > 1 { format!("{} children: ", count_with_commas(children.len() as u64)) } else { String::new() }
}

/// Where tasks lie: the first, and how many more there are.
fn places(tasks: &[&Task]) -> String {
    let places: BTreeSet<&[String; 2]> = tasks.iter().map(|task| &task.at).filter(|at| !at[0].is_empty()).collect();
    match (tasks.iter().map(|task| &task.at).find(|at| !at[0].is_empty()), places.len()) {
        (None, _) => String::new(),
        (Some([file, line]), 1) => format!("; {}", at_line(file, line)),
        (Some([file, line]), several) => {
            format!("; {} and {} more", at_line(file, line), count_with_commas(several as u64 - 1))
        }
    }
}

/// `since 27 Sep 2010`, `by 7 Jan 2011`, `wrong`.
fn when(task: &Task, worklist: &Worklist) -> String {
    match (task.kind, task.by) {
        (Kind::Due, Some(by)) if task.is_overdue(worklist.known) => format!("since {}", by.in_short()),
        (Kind::Due, Some(by)) => format!("by {}", by.in_short()),
        (Kind::Due, None) => "due".to_owned(),
        (Kind::Wrong | Kind::Doubtful, _) => task.kind.name().to_owned(),
    }
}

/// What is to be done, and on which figures it bears.
fn in_words(task: &Task, children: bool) -> String {
    let what = if children { task.in_full() } else { task.what.clone() };
    let bears_on = match task.indicators.as_slice() {
        many if many.len() > MOST => format!("{} indicators", many.len()),
        few => format!("NI {}", few.iter().map(u16::to_string).collect::<Vec<_>>().join(", ")),
    };
    format!("{what} ({bears_on})")
}
