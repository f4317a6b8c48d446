//! The days on which reviews were held and decisions made.

use super::Notes;
use super::by_child::ByChild;
use crate::day::Day;
use crate::returns::table::Table;
use crate::returns::tables::Row;
use crate::returns::tables::{ad1::Ad1, reviews::Review};

/// The distinct days on which reviews were held, in order.
pub fn distinct(rows: &ByChild<Row<Review>>, notes: &mut Notes) -> ByChild<Day> {
    rows.map(|rows, kept| {
        let start = kept.len();
        kept.extend(rows.iter().map(|row| row.cells.held));
        kept[start..].sort_unstable();
        let mut days = kept.split_off(start);
        days.dedup();
        notes.used(Table::Reviews, days.len());
        notes.set_aside(Table::Reviews, "returned_again", rows.len() - days.len());
        kept.append(&mut days);
    })
}

/// The days of decisions for adoption, in order.
pub fn decisions(rows: &ByChild<Row<Ad1>>) -> ByChild<Day> {
    rows.map(|rows, kept| {
        let start = kept.len();
        kept.extend(rows.iter().filter_map(|row| row.cells.decided));
        kept[start..].sort_unstable();
    })
}
