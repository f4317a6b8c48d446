//! Stage seven, for the owner's eyes: the exact tables of a run, written beside and then renamed.

pub mod authority;
pub mod chart;
pub mod children;
pub mod cleaning;
pub mod folder;
pub mod indicators;
pub mod record;

use std::io;
use std::path::PathBuf;
use thiserror::Error;

/// A report that cannot be written.
#[derive(Debug, Error)]
pub enum ReportError {
    /// A file or folder cannot be written.
    #[error("{} cannot be written: {source}", path.display())]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A chart cannot be drawn.
    #[error("the chart of {place} cannot be drawn: {problem}")]
    Draw {
        /// What it is of.
        place: String,
        /// What the drawing said.
        problem: String,
    },
}

/// The folder of exact tables.
pub const RESTRICTED: &str = "restricted";

/// The first row of a table and its other rows as CSV. Writing into memory or a file already open
/// fails only where the disk does.
type Rows<'out> = csv::Writer<&'out mut dyn io::Write>;

/// Text that a spreadsheet would take for a formula, made plain.
fn plain_in_spreadsheets(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_formula { format!("'{text}") } else { text.to_owned() }
}
