//! Tables that hold one row for a child in each return: of several the last line wins.

use super::by_child::{ByChild, RowsByChild};
use super::notes::Notes;
use crate::returns::finding::{Source, rules};
use crate::returns::table::Table;
use crate::returns::tables::row::Row;

/// The last row of each return, filled or not, in order of year; the others are reported.
pub(crate) fn last_of_each_return<T: Copy>(
    table: Table,
    rows: &RowsByChild<'_, T>,
    notes: &mut Notes,
) -> ByChild<(i32, T)> {
    let kept = rows.map_in_order(
        |row| (row.year, row.source),
        |rows, kept| {
            for in_return in rows.chunk_by(|one, other| one.year == other.year) {
                if let Some((last, others)) = in_return.split_last() {
                    kept.push((last.year, last.cells));
                    report_others(table, others, last.source, notes);
                }
            }
        },
    );
    notes.used(table, kept.count());
    kept
}

/// Reports rows that a later line of the same return replaces.
pub(crate) fn report_others<T>(table: Table, others: &[&Row<T>], last: Source, notes: &mut Notes) {
    for row in others {
        let found = format!("another row follows in the return for {}", row.year);
        notes.set_aside(table, rules::DUPLICATE_ROW.name, 1);
        notes.find(&rules::DUPLICATE_ROW, row.source, row.child, "CHILD", found);
        notes.in_favour_of(last);
    }
}
