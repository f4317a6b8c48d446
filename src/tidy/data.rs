//! The data file: a row for every place and year, a column for every number of every indicator.

use super::column::Column;
use super::place::{self, Key, Places, key};
use super::time;
use crate::output::rows::Rows;
use crate::printed::table::text;
use crate::printed::{Printed, PrintedFigure, PrintedTable};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Writes it, the latest year first, then in order of level and code.
///
/// # Errors
/// Where the file cannot be written.
pub fn write<'run>(
    tables: &'run [&'run PrintedTable],
    columns: &[Column],
    places: &Places<'run>,
    file: &mut dyn Write,
) -> io::Result<()> {
    let mut rows = Rows::of(file);
    rows.write_record(heading(columns))?;
    for table in tables {
        let figures = Figures::of(table);
        let of_time = time::cells(&table.timeframe);
        for place in places.iter() {
            let of_place = places.cells(place);
            let otherwise = figures.otherwise(place, places);
            let numbers = columns.iter().map(|column| {
                let figure = figures.of_indicator(place, column.indicator);
                text(figure.map_or(otherwise, |figure| column.measure.number(figure)), column.measure.decimals() == 1)
            });
            rows.write_record(of_time.iter().chain(&of_place).cloned().chain(numbers))?;
        }
    }
    rows.flush()
}

/// The names of the data's columns.
fn heading(columns: &[Column]) -> impl Iterator<Item = &str> {
    let of_indicators = columns.iter().map(|column| column.name.as_str());
    time::COLUMNS.into_iter().chain(place::COLUMNS).chain(of_indicators)
}

/// The figures of one table, found by place and indicator.
struct Figures<'run> {
    table: &'run PrintedTable,
    list: BTreeMap<(Key<'run>, u16), &'run PrintedFigure>,
}

impl<'run> Figures<'run> {
    fn of(table: &'run PrintedTable) -> Figures<'run> {
        let list = table.figures.iter().map(|figure| ((key(figure), figure.indicator), figure));
        Figures { table, list: list.collect() }
    }

    fn of_indicator(&self, place: Key<'run>, indicator: u16) -> Option<&'run PrintedFigure> {
        self.list.get(&(place, indicator)).copied()
    }

    /// The symbol for an indicator that the table does not have for the place.
    fn otherwise(&self, place: Key<'run>, places: &Places<'run>) -> Printed {
        let is_there = self.list.range((place, u16::MIN)..=(place, u16::MAX)).next().is_some();
        if is_there { Printed::NotAvailable } else { places.symbol(place, &self.table.timeframe) }
    }
}
