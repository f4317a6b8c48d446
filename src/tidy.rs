//! The published figures as tidy data: a data file and its metadata, by the open data standard of the Department for
//! Education, in which Explore Education Statistics accepts them.
//!
//! A row is a place and a time; each indicator has columns of its own. The standard asks for that wherever the items
//! of a filter do not add up: the ten are measures of different children, and one of them is a score, not a
//! percentage. So no column has two units, no cell is filled only to fit the shape, and there is no filter.
//!
//! It is written from printed tables, which hold no hidden number.
//!
//! Source: DfE, Analysts' guide, "Open data standards" and "Statistics API data standards".

mod column;
mod data;
mod metadata;
mod place;
mod time;

use crate::output::error::ReportError;
use crate::printed::PrintedTable;
use crate::seeds::authorities::Authorities;
use crate::seeds::indicators::IndicatorSeed;
use crate::verdict::Reliance;
use column::Column;
use miette::Diagnostic;
use place::Places;
use std::io::{self, Write};
use thiserror::Error;

/// The name of the data file.
pub const DATA: &str = "children_in_care_indicators.csv";
/// The name of the metadata file, which must be that of the data file with `.meta` in it.
pub const METADATA: &str = "children_in_care_indicators.meta.csv";

/// Tables that cannot stand in one file.
#[derive(Debug, Clone, PartialEq, Eq, Error, Diagnostic)]
pub enum TidyError {
    /// There is no table.
    #[error("there is no table to write as tidy data")]
    #[diagnostic(help("give at least one"))]
    NoTable,
    /// The standard has one kind of time in a file.
    #[error("figures at {first} and at {other} cannot be in one file of tidy data")]
    #[diagnostic(help("give the same day of other years, on the same basis"))]
    OtherTime {
        /// The day and the basis of the first table.
        first: String,
        /// The day and the basis of another.
        other: String,
    },
    /// A day comes twice, or one later than the first.
    #[error("figures at {0} do not follow a later day")]
    #[diagnostic(help("give the latest day first, and each day once"))]
    NotInOrder(String),
}

impl From<TidyError> for ReportError {
    fn from(source: TidyError) -> ReportError {
        ReportError::render(source)
    }
}

/// The figures of a day and of the same day in earlier years, as tidy data.
#[derive(Debug)]
pub struct TidyData<'run> {
    tables: &'run [&'run PrintedTable],
    columns: Vec<Column>,
    places: Places<'run>,
}

impl<'run> TidyData<'run> {
    /// From the day's table and those of the same day in earlier years, the latest first. The list of authorities gives
    /// what the tables do not hold: names of regions, nine-character codes, the days between which an authority
    /// existed.
    ///
    /// # Errors
    /// Where there is no table, or the tables are not of the same day of different years, on the same basis.
    pub fn of(
        tables: &'run [&'run PrintedTable],
        indicators: &[IndicatorSeed],
        authorities: &'run Authorities,
    ) -> Result<TidyData<'run>, TidyError> {
        let latest = tables.first().ok_or(TidyError::NoTable)?.timeframe;
        for table in tables {
            if !time::is_same_but_for_the_year(&latest, &table.timeframe) {
                let [first, other] =
                    [latest, table.timeframe].map(|time| format!("{} ({})", time.as_at.in_words(), time.basis));
                return Err(TidyError::OtherTime { first, other });
            }
        }
        let mut pairs = tables.windows(2);
        if let Some(pair) = pairs.find(|pair| pair[0].timeframe.as_at <= pair[1].timeframe.as_at) {
            return Err(TidyError::NotInOrder(pair[1].timeframe.as_at.in_words()));
        }
        let mut figures = tables.iter().flat_map(|table| &table.figures);
        let with_caution = figures.any(|figure| figure.reliance != Reliance::Usable);
        let columns = column::list(indicators, &latest, with_caution);
        Ok(TidyData { tables, columns, places: Places::of(tables, authorities) })
    }

    /// Writes the data: a row for every place of any table in every year.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn write_data(&self, file: &mut dyn Write) -> io::Result<()> {
        data::write(self.tables, &self.columns, &self.places, file)
    }

    /// Writes the metadata: a row for every column of the data, except those of time and place.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn write_metadata(&self, file: &mut dyn Write) -> io::Result<()> {
        metadata::write(&self.columns, file)
    }
}

#[cfg(test)]
mod tests;
