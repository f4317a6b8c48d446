//! The days on which reviews were held and decisions made.

use super::by_child::{ByChild, RowsByChild};
use super::notes::Notes;
use crate::code::Code;
use crate::day::Day;
use crate::returns::table::Table;
use crate::returns::tables::ad1::Ad1;
use crate::returns::tables::reviews::Review;

/// The distinct days on which reviews were held, in order, and how the child took part in each: as the last row of the day
/// that says it has it.
pub(crate) fn distinct(
    rows: &RowsByChild<'_, Review>,
    read: usize,
    notes: &mut Notes,
) -> (ByChild<Day>, ByChild<Code>) {
    let mut participation = Vec::with_capacity(read);
    let kept = rows.map_in_order(
        |row| row.cells.held,
        |rows, kept| {
            let mut last = None;
            for row in rows {
                if last.replace(row.cells.held) == Some(row.cells.held) {
                    notes.not_used(row);
                    if let Some(last) = participation.last_mut().filter(|_| !row.cells.participation.is_blank()) {
                        *last = row.cells.participation;
                    }
                } else {
                    kept.push(row.cells.held);
                    participation.push(row.cells.participation);
                }
            }
        },
    );
    notes.used(Table::Reviews, kept.count());
    notes.set_aside(Table::Reviews, "returned_again", read - kept.count());
    let participation = kept.beside(participation);
    (kept, participation)
}

/// The days of decisions for adoption, in order.
pub(crate) fn decisions(rows: &RowsByChild<'_, Ad1>) -> ByChild<Day> {
    rows.map_in_order(
        |row| row.cells.decided,
        |rows, kept| {
            kept.extend(rows.iter().filter_map(|row| row.cells.decided));
        },
    )
}
