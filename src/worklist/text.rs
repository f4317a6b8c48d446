//! The worklist on a terminal: how much each team has to do, and what is to be done first.

use super::lists::List;
use super::task::{Kind, Ranked, Task};
use super::{By, ORDER, Worklist};
use crate::lines::{hanging, indented, table, visible};
use crate::seeds::authorities::Authorities;
use crate::text::at_line;
use crate::wording::counts::count_with_commas;

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
    let shown = all.len().min(FIRST);
    let of =
        if shown < all.len() { format!(", {shown} of {}", count_with_commas(all.len() as u64)) } else { String::new() };
    let mut text = format!("\nFirst to be done{of}\n");
    for (of_list, Ranked { task, .. }) in &all[..shown] {
        let child = children.then(|| format!("child {}", task.child));
        let whose = list(of_list, task).into_iter().chain(child).collect::<Vec<_>>().join(", ");
        let whose = if whose.is_empty() { whose } else { format!("{whose}: ") };
        let words = visible(&format!("{whose}{}", in_words(task, children)));
        text.push_str(&hanging(&format!("  {}", when(task, worklist)), &words, 21));
    }
    text
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

/// What is to be done, on which figures it bears and where it lies.
fn in_words(task: &Task, children: bool) -> String {
    let what = if children { task.in_full() } else { task.what.clone() };
    let bears_on = match task.indicators.as_slice() {
        many if many.len() > MOST => format!("{} indicators", many.len()),
        few => format!("NI {}", few.iter().map(u16::to_string).collect::<Vec<_>>().join(", ")),
    };
    let at = match &task.at {
        [file, line] if !file.is_empty() => format!("; {}", at_line(file, line)),
        _ => String::new(),
    };
    format!("{what} ({bears_on}){at}")
}
