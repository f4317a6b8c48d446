//! The children behind the figures, their rows that differ, and what cleaning reported in one run only.

use super::parts::{SHOWN, and_more, counted, verb};
use crate::compare::Comparison;
use crate::compare::children::{ChildChange, Movement};
use crate::compare::rows::Row;
use crate::compare::side::Both;
use crate::identity::Guarded;
use crate::lines::{hanging, indented};
use crate::text::at_line;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) fn text(comparison: &Comparison, with_ids: bool) -> String {
    let mut text = of_children(comparison, with_ids);
    text.push_str(&of_rows(comparison, with_ids));
    text.push_str(&of_cleaning(comparison));
    text
}

fn place<'run>(la_code: &'run str, comparison: &'run Comparison) -> &'run str {
    comparison.figures.authorities.get(la_code).map_or(la_code, String::as_str)
}

/// Children by movement, reason before and reason after.
type Moved<'run> = BTreeMap<(Movement, String, String), Vec<&'run ChildChange>>;

fn of_children(comparison: &Comparison, with_ids: bool) -> String {
    let mut behind = BTreeMap::<u16, Moved<'_>>::new();
    for change in &comparison.children {
        let (before, after) = change.reasons();
        let moved = behind.entry(change.indicator).or_default();
        moved.entry((change.movement(), before, after)).or_default().push(change);
    }
    if behind.is_empty() {
        return String::new();
    }
    let hint = if with_ids { "" } else { " (--children lists them; --out DIR writes them)" };
    let mut text = format!("\nChildren that changed{hint}\n");
    for (indicator, moved) in behind {
        text.push_str(&format!("  NI {indicator}\n"));
        for ((movement, before, after), children) in moved {
            let reasons = match (before == after, movement) {
                (false, _) => format!("{before} -> {after}"),
                // Nothing else can differ.
                (true, Movement::CountedAlike | Movement::NotCounted) => format!("{before}, with other flags"),
                (true, _) => before,
            };
            let words = format!("{}: {reasons}", movement.in_words());
            text.push_str(&hanging(&format!("  {:>6}", children.len()), &words, 9));
            if with_ids {
                text.push_str(&ids(&children, comparison));
            }
        }
    }
    text
}

/// The ids of children, a line or more for each authority.
fn ids(children: &[&ChildChange], comparison: &Comparison) -> String {
    let by_authority = children.chunk_by(|one, other| one.la_code == other.la_code);
    let lines = by_authority.map(|children| {
        let ids: Vec<&str> = children.iter().map(|change| change.child.as_str()).collect();
        let place = children.first().map_or("", |change| place(&change.la_code, comparison));
        indented(&format!("{place}: {}", ids.join(" ")), 11)
    });
    lines.collect()
}

fn of_rows(comparison: &Comparison, with_ids: bool) -> String {
    let Both { before, after } = &comparison.rows.rows;
    let data = comparison.setting.inputs_that_move().next().is_some();
    if comparison.children.is_empty() || !data {
        return String::new();
    }
    let mut text = "\nRows of these children that only one run read\n".to_owned();
    text.push_str(&with_rows(comparison));
    let mut files = BTreeMap::<&str, [u64; 2]>::new();
    for (side, rows) in [before, after].into_iter().enumerate() {
        for row in rows {
            files.entry(&row.file).or_default()[side] += 1;
        }
    }
    for (file, [before, after]) in files.iter().take(SHOWN) {
        text.push_str(&hanging("    -", &format!("{file}: {}", only(*before, *after)), 6));
    }
    text.push_str(&and_more(files.len()));
    for why in comparison.rows.not_compared.iter().take(SHOWN) {
        text.push_str(&indented(&format!("Not compared: {why}."), 2));
    }
    let unnamed = comparison.rows.not_compared.len().saturating_sub(SHOWN);
    if unnamed > 0 {
        text.push_str(&format!("  Not compared for the same reasons: {unnamed} more.\n"));
    }
    if !comparison.rows.not_compared.is_empty() {
        text.push_str(&indented(KEEP, 2));
    }
    if with_ids {
        text.push_str(&row_by_row(before, after));
    }
    text
}

/// The most authorities that are named; more than this are counted.
const NAMED: usize = 5;

/// How to have rows compared next time.
const KEEP: &str = "Rows can be compared only while files are as each run read them, under the same path from the \
    current folder: keep the returns of each run in a folder of their own.";

/// `1 only before, 2 only after`.
fn only(before: impl Into<u64>, after: impl Into<u64>) -> String {
    let said = [(before.into(), "before"), (after.into(), "after")];
    let said = said.into_iter().filter(|(rows, _)| *rows > 0).map(|(rows, when)| format!("{rows} only {when}"));
    said.collect::<Vec<_>>().join(", ")
}

/// How many of the children that changed have rows that differ.
fn with_rows(comparison: &Comparison) -> String {
    let all: BTreeSet<_> = comparison.children.iter().map(|change| (&change.la_code, &change.child)).collect();
    let with = comparison.rows.by_child().len();
    let as_far = match (with, comparison.rows.not_compared.is_empty()) {
        (0, false) => return String::new(),
        (_, false) => ", as far as files could be compared",
        (_, true) => "",
    };
    let children = counted(all.len(), "child that", "children that");
    indented(&format!("{with} of {children} changed {} such rows{as_far}.", verb(with, "has", "have")), 2)
}

/// The rows of each child, table and year: cell by cell where each run has one, otherwise in full.
fn row_by_row(before: &[Row], after: &[Row]) -> String {
    let mut said = BTreeMap::<_, Both<Vec<&Row>>>::new();
    let key = |row: &'_ Row| (row.la_code.clone(), row.child.clone(), row.table, row.year);
    for row in before {
        said.entry(key(row)).or_default().before.push(row);
    }
    for row in after {
        said.entry(key(row)).or_default().after.push(row);
    }
    let mut text = String::new();
    for ((la_code, child, table, year), Both { before, after }) in said {
        text.push_str(&format!("  {la_code} {child}, {table} of {year}\n"));
        if let ([before], [after]) = (before.as_slice(), after.as_slice()) {
            let (from, to) = (before.line, after.line);
            let cells = cells_that_differ(before, after).join("; ");
            text.push_str(&hanging("    -", &format!("{}, line {from} -> {to}: {cells}", after.file), 6));
            continue;
        }
        for (when, rows) in [("before", before), ("after", after)] {
            for row in rows {
                let cells: Vec<String> = row.cells.iter().map(|(column, cell)| format!("{column} {cell}")).collect();
                let words = format!("only {when}: {}: {}", at_line(&row.file, row.line), cells.join("; "));
                text.push_str(&hanging("    -", &words, 6));
            }
        }
    }
    text
}

fn cells_that_differ(before: &Row, after: &Row) -> Vec<String> {
    let gone = before.cells.iter().filter(|(column, _)| after.cell(column).is_none());
    let columns = after.cells.iter().chain(gone).map(|(column, _)| column);
    let changed = columns.filter(|column| before.cell(column) != after.cell(column));
    let in_words = |cell: Option<&Guarded>| cell.map_or("blank".to_owned(), Guarded::to_string);
    let changed = changed.map(|column| (column, in_words(before.cell(column)), in_words(after.cell(column))));
    changed
        .map(|(column, from, to)| {
            // Dates of birth in one month, and postcodes in one sector, look the same.
            let other = if from == to { "another in " } else { "" };
            format!("{column} {from} -> {other}{to}")
        })
        .collect()
}

/// By rule; the rows themselves are in the two reports.
fn of_cleaning(comparison: &Comparison) -> String {
    if comparison.cleaning.is_empty() {
        return String::new();
    }
    let mut rules = BTreeMap::<&str, (Both<u64>, Vec<&str>)>::new();
    for change in &comparison.cleaning {
        let (rows, places) = rules.entry(&change.rule).or_default();
        rows.before += change.rows.before;
        rows.after += change.rows.after;
        places.push(if change.la_code.is_empty() { "authority unknown" } else { place(&change.la_code, comparison) });
    }
    let mut text = "\nReported by cleaning in one run only (restricted/cleaning.csv of each)\n".to_owned();
    for (rule, (Both { before, after }, places)) in rules {
        let places = if places.len() > NAMED { format!("{} authorities", places.len()) } else { places.join(", ") };
        text.push_str(&hanging("    -", &format!("{rule}: {} ({places})", only(before, after)), 6));
    }
    text
}
