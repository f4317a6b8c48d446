//! Tables as CSV, row by row.

use std::io;

/// A writer of a table's heading and rows as CSV. Writing into memory or an open file fails only where the disk does.
pub(crate) type Rows<'out> = csv::Writer<&'out mut dyn io::Write>;

/// Text with a leading apostrophe where a spreadsheet would take it for a formula.
pub fn plain_in_spreadsheets(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_formula { format!("'{text}") } else { text.to_owned() }
}
