//! Tables as CSV, row by row.

use std::io;

/// The first row of a table and its other rows as CSV. Writing into memory or a file already open
/// fails only where the disk does.
pub type Rows<'out> = csv::Writer<&'out mut dyn io::Write>;

/// Text that a spreadsheet would take for a formula, made plain.
pub fn plain_in_spreadsheets(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_formula { format!("'{text}") } else { text.to_owned() }
}
