//! The printed tables as tidy data, before it is written.

use crate::printed::PrintedTable;
use crate::tidy::column::Column;
use crate::tidy::place::Places;
use crate::tidy::{place, time};

/// The figures of a day and of the same day in earlier years, as tidy data.
#[derive(Debug)]
pub struct TidyData<'run> {
    pub(super) tables: &'run [&'run PrintedTable],
    pub(super) columns: Vec<Column>,
    pub(super) places: Places<'run>,
}

/// The names of the data's columns.
pub fn heading(columns: &[Column]) -> impl Iterator<Item = &str> {
    let of_indicators = columns.iter().map(|column| column.name.as_str());
    time::COLUMNS.into_iter().chain(place::COLUMNS).chain(of_indicators)
}
