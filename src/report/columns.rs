//! restricted/columns.csv: what each column of a report's tables holds.

use crate::contract::{PUBLISH, RESTRICTED};
use crate::output::rows::Rows;
use crate::papers::columns::{Column, columns};
use std::io::{self, Write};

/// The columns, one row for each column of a table that a run writes, table by table.
const COLUMNS: [&str; 3] = ["file", "column", "meaning"];

/// Writes the table.
///
/// # Errors
/// Where the file cannot be written.
pub(crate) fn write(file: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::of(file);
    rows.write_record(COLUMNS)?;
    let is_of_report = |column: &Column| {
        let folder = column.file.split('/').next().unwrap_or_default();
        [RESTRICTED, PUBLISH].contains(&folder)
    };
    for Column { file, name, meaning } in columns().iter().filter(|column| is_of_report(column)) {
        rows.write_record([file, name, meaning])?;
    }
    rows.flush()
}
