//! columns.csv: what each column of the tables beside it holds.

use crate::output::rows::Rows;
use crate::papers::columns::{Column, columns};
use std::io::{self, Write};

/// The columns, one row for each column of a table, table by table.
const COLUMNS: [&str; 3] = ["file", "column", "meaning"];

/// Writes the table of the columns of the tables whose paths begin so: `restricted` of all below it.
///
/// # Errors
/// Where the file cannot be written.
pub(crate) fn write(of: &[&str], file: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::of(file);
    rows.write_record(COLUMNS)?;
    let is_of = |column: &Column| of.iter().any(|of| column.file.starts_with(of));
    for Column { file, name, meaning } in columns().iter().filter(|column| is_of(column)) {
        rows.write_record([file, name, meaning])?;
    }
    rows.flush()
}
