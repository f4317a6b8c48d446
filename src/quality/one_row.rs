//! Tables that hold one row for a child in each return: of several the last line wins.

use super::by_child::{ByChild, RowsByChild};
use super::child::OtherBirth;
use super::notes::Notes;
use crate::day::Day;
use crate::returns::finding::{Source, rules};
use crate::returns::table::Table;
use crate::returns::tables::row::Row;

/// The row of each child and return, and the rows that were not the last.
pub(crate) struct OneRow<T> {
    /// The last row of each return, filled or not, in order of year.
    pub rows: ByChild<(i32, T)>,
    /// The others.
    losing: Vec<Losing<T>>,
}

impl<T: Copy> OneRow<T> {
    /// The rows that are not used, wherever they differ or not.
    pub fn unused(&self) -> impl Iterator<Item = Source> {
        self.losing.iter().map(|row| row.source)
    }

    /// The rows that are not used and hold something else than the one that is: child, year and cells.
    pub fn that_differ(&self) -> impl Iterator<Item = (u32, i32, T)> {
        self.losing.iter().filter(|row| row.differs).map(|row| (row.child, row.year, row.cells))
    }

    /// The dates of birth of those.
    pub fn births(&self, table: Table, birth: impl Fn(&T) -> Option<Day>) -> impl Iterator<Item = OtherBirth> {
        self.that_differ().map(move |(child, year, cells)| OtherBirth { child, table, year, birth: birth(&cells) })
    }
}

/// A row that a later line of the same return replaces.
struct Losing<T> {
    /// The child's index.
    child: u32,
    /// The year in which the return ends.
    year: i32,
    /// Where the row is.
    source: Source,
    /// What it holds.
    cells: T,
    /// Whether that is not what the last line holds.
    differs: bool,
}

/// Keeps the last row of each return; the others are reported.
pub(crate) fn last_of_each_return<T: Copy + PartialEq>(
    table: Table,
    rows: &RowsByChild<'_, T>,
    notes: &mut Notes,
) -> OneRow<T> {
    let mut losing = Vec::new();
    let mut child = 0;
    let kept = rows.map_in_order(
        |row| (row.year, row.source),
        |rows, kept| {
            for in_return in rows.chunk_by(|one, other| one.year == other.year) {
                if let Some((last, others)) = in_return.split_last() {
                    kept.push((last.year, last.cells));
                    report_others(table, others, notes);
                    losing.extend(others.iter().map(|row| {
                        let Row { year, source, cells, .. } = **row;
                        Losing { child, year, source, cells, differs: cells != last.cells }
                    }));
                }
            }
            child += 1;
        },
    );
    notes.used(table, kept.count());
    OneRow { rows: kept, losing }
}

/// Reports rows that a later line of the same return replaces.
pub(crate) fn report_others<T>(table: Table, others: &[&Row<T>], notes: &mut Notes) {
    for row in others {
        notes.set_aside_row(table, rules::DUPLICATE_ROW.name, row);
        notes.find(&rules::DUPLICATE_ROW, row.source, row.child, "CHILD", || {
            format!("another row follows in the return for {}", row.year)
        });
    }
}
