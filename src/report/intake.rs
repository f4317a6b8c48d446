//! restricted/intake.csv: every file with what was recognised of it and what became of its rows, and what is absent.

use crate::intake::Intake;
use crate::output::rows::Rows;
use std::io::{self, Write};

/// The columns, one row for each file or sheet and each authority and year that it names; then one for each table that is
/// absent.
const COLUMNS: [&str; 13] = [
    "file",
    "kind",
    "encoding",
    "delimiter",
    "rows",
    "titles",
    "table",
    "la_code",
    "year",
    "rows_used",
    "rows_rejected",
    "outcome",
    "recognised",
];

/// Writes the table.
///
/// # Errors
/// Where the file cannot be written.
pub(crate) fn write(intake: &Intake, file: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::of(file);
    rows.write_record(COLUMNS)?;
    for line in &intake.lines {
        let of_rows = line.rows;
        rows.write_record([
            line.file.as_str(),
            line.kind,
            line.encoding,
            line.delimiter,
            &or_blank(of_rows.map(|rows| rows.rows)),
            &or_blank(line.titles),
            &line.table,
            &line.la_code,
            &or_blank(line.year),
            &or_blank(of_rows.map(|rows| rows.used())),
            &or_blank(of_rows.map(|rows| rows.rejected)),
            line.became.words(),
            &line.recognised,
        ])?;
    }
    rows.flush()
}

fn or_blank(number: Option<impl ToString>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}
