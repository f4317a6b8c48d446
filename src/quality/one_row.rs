//! Tables that hold one row for a child in each return: of several the last line wins.

use super::Notes;
use super::by_child::ByChild;
use crate::finding::rules;
use crate::returns::table::Table;
use crate::returns::tables::Row;

/// The last row of each return, filled or not, in order of year; the others are reported.
pub fn last_of_each_return<T: Copy>(table: Table, rows: ByChild<Row<T>>, notes: &mut Notes) -> ByChild<(i32, T)> {
    rows.map(|rows, kept| {
        let mut order: Vec<&Row<T>> = rows.iter().collect();
        order.sort_by_key(|row| (row.year, row.source));
        for in_return in order.chunk_by(|one, other| one.year == other.year) {
            if let Some((last, others)) = in_return.split_last() {
                kept.push((last.year, last.cells));
                notes.used(table, 1);
                report_others(table, others, notes);
            }
        }
    })
}

/// Reports rows that a later line of the same return replaces.
pub fn report_others<T>(table: Table, others: &[&Row<T>], notes: &mut Notes) {
    notes.set_aside(table, rules::DUPLICATE_ROW.name, others.len());
    for row in others {
        let found = format!("another row follows in the return for {}", row.year);
        notes.find(&rules::DUPLICATE_ROW, row.source, row.child, "CHILD", found);
    }
}
