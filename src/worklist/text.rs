//! The worklist on a terminal: how much each team has to do, without a child.

use super::Worklist;
use super::task::Kind;
use crate::lines::{indented, table};
use crate::wording::counts::count_with_commas;

/// The most lists that are shown.
const SHOWN: usize = 40;

/// How many tasks of each kind every list has.
pub(crate) fn text(worklist: &Worklist) -> String {
    let heading = ["List", "Due", "Overdue", "Wrong", "Doubtful", "All"].map(str::to_owned).to_vec();
    let mut rows = vec![heading];
    let count = |count: usize| count_with_commas(count as u64);
    for list in worklist.lists.iter().take(SHOWN) {
        let overdue = list.tasks.iter().filter(|ranked| ranked.task.by.is_some_and(|by| by <= worklist.known)).count();
        let [due, wrong, doubtful] = [Kind::Due, Kind::Wrong, Kind::Doubtful].map(|kind| list.count(kind));
        let counts = [due - overdue, overdue, wrong, doubtful, list.tasks.len()].map(count);
        rows.push(std::iter::once(worklist.by.called(list)).chain(counts).collect());
    }
    let more = worklist.lists.len().saturating_sub(SHOWN);
    let more = if more > 0 { format!("  and {} more lists\n", count(more)) } else { String::new() };
    let [known, until] = [worklist.known, worklist.until].map(|day| day.in_words());
    let told = format!(
        "Due after {known} and up to {until}; overdue by {known}. Wrong is what the checks find in the current return, doubtful \
         what the files leave open about the figures of {known}. First in each list comes what moves a figure most."
    );
    format!("\nWork at {known}\n\n{}{more}\n{}", table(&rows, 2), indented(&told, 0))
}
