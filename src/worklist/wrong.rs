//! What the checks found in the current return.

use super::people::People;
use super::task::{Kind, Task};
use crate::check::finding_row::FindingRow;

/// A task for each finding about a child that touches an indicator, in the return that ends in the year.
pub(super) fn tasks(findings: &[FindingRow], people: &People<'_>, year: i32) -> Vec<Task> {
    let year = year.to_string();
    let of_child =
        findings.iter().filter(|row| row.year == year && !row.child.is_empty() && !row.indicators.is_empty());
    of_child.filter_map(|row| task(row, people)).collect()
}

fn task(row: &FindingRow, people: &People<'_>) -> Option<Task> {
    let authority = people.authority(&row.la_code)?;
    let indicators = row.indicators.split("; ").filter_map(|number| number.parse::<u16>().ok()).collect();
    let cells: Vec<String> = row.fields.split("; ").zip(row.values.split("; ")).map(filled).collect();
    let cells = if cells.is_empty() { String::new() } else { format!(": {}", cells.join(", ")) };
    Some(Task {
        authority,
        child: row.child.clone(),
        place: people.place(authority, &row.child),
        kind: Kind::Wrong,
        what: row.message.clone(),
        because: format!("rule {}{cells}", row.rule),
        by: None,
        waits: false,
        indicators,
        at: [row.file.clone(), row.line.clone()],
        remedy: row.remedy.clone(),
    })
}

/// A column with its cell.
fn filled((column, value): (&str, &str)) -> String {
    if value.is_empty() { format!("{column} blank") } else { format!("{column} {value}") }
}
