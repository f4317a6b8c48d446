//! The worklist as one table.

use super::Worklist;
use super::task::{Ranked, Task};
use crate::output::rows::Rows;
use crate::seeds::authorities::Authorities;
use std::io::{self, Write};

/// The columns, one row a task, list by list. `days` are those from the day up to which things are known; `percent` is one
/// child as a part of the children of the figure that the task moves most. The columns of the user's choice follow.
pub(crate) const COLUMNS: [&str; 13] = [
    "list",
    "la_code",
    "child",
    "kind",
    "what",
    "by",
    "days",
    "indicators",
    "percent",
    "file",
    "line",
    "remedy",
    "done",
];

/// Writes worklist/worklist.csv.
///
/// # Errors
/// Where the file cannot be written.
pub(crate) fn write(
    worklist: &Worklist,
    own_columns: &[String],
    authorities: &Authorities,
    file: &mut dyn Write,
) -> io::Result<()> {
    let mut rows = Rows::of(file);
    rows.write_record(COLUMNS.into_iter().chain(own_columns.iter().map(String::as_str)))?;
    for list in &worklist.lists {
        let called = worklist.by.called(list);
        for ranked in &list.tasks {
            let cells = cells(worklist, ranked, &called, authorities);
            rows.write_record(cells.iter().chain(&ranked.own))?;
        }
    }
    rows.flush()
}

/// The cells of a task, as the columns; whether it is done is for people to say.
pub(super) fn cells(
    worklist: &Worklist,
    ranked: &Ranked,
    called: &str,
    authorities: &Authorities,
) -> [String; COLUMNS.len()] {
    let Task { authority, child, kind, by, indicators, at: [file, line], remedy, .. } = &ranked.task;
    let numbers: Vec<String> = indicators.iter().map(u16::to_string).collect();
    [
        called.to_owned(),
        authorities.get(*authority).code.clone(),
        child.clone(),
        kind.name().to_owned(),
        ranked.task.in_full(),
        by.map(|by| by.to_string()).unwrap_or_default(),
        by.map(|by| by.days_since(worklist.known).to_string()).unwrap_or_default(),
        numbers.join("; "),
        ranked.share().map(|share| share.to_string()).unwrap_or_default(),
        file.clone(),
        line.clone(),
        remedy.clone(),
        String::new(),
    ]
}
