//! The times that children were missing or away.

use super::by_child::{ByChild, RowsByChild};
use super::notes::Notes;
use crate::returns::table::Table;
use crate::returns::tables::missing::Missing;

/// Each time once, in order: one that spans the end of a year is returned in both.
pub(crate) fn distinct(rows: &RowsByChild<'_, Missing>, read: usize, notes: &mut Notes) -> ByChild<Missing> {
    let kept = rows.map_in_order(
        |row| row.cells,
        |rows, kept| {
            let mut last = None;
            for row in rows {
                if last.replace(row.cells) == Some(row.cells) {
                    notes.not_used(row);
                } else {
                    kept.push(row.cells);
                }
            }
        },
    );
    notes.used(Table::Missing, kept.count());
    notes.set_aside(Table::Missing, "returned_again", read - kept.count());
    kept
}
