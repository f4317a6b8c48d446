//! Stage seven, for the owner's eyes: the exact tables of a run, written beside and then renamed.

pub mod authority;
pub mod children;
pub mod cleaning;
pub mod comparators;
pub mod disclosure;
pub mod folder;
pub mod indicators;
pub mod methods;
mod place;
pub mod quality;
pub mod reconciliation;
pub mod record;
pub mod target_in_words;
pub mod targets;
pub mod years;

use crate::charts::ChartError;
use crate::fault::plainly;
use crate::pages::PageError;
use crate::tidy::TidyError;
use crate::workbook::WorkbookError;
use std::io;
use std::path::PathBuf;
use thiserror::Error;

/// A report that cannot be written.
#[derive(Debug, Error)]
pub enum ReportError {
    /// A file or folder cannot be written.
    #[error("{} cannot be written ({}): give a folder that has room and that you may write to, and close its files", path.display(), plainly(source))]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file that was written before cannot be read.
    #[error("{} cannot be read ({}): write the report again", path.display(), plainly(source))]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The folder's name is that of a file.
    #[error("{} is a file: give a folder with --out", path.display())]
    NotAFolder {
        /// The file.
        path: PathBuf,
    },
    /// A folder of the report's name is there that no run wrote.
    #[error("{} is there already and is no report of stocktake: give another folder with --out", path.display())]
    NotOurs {
        /// The folder.
        path: PathBuf,
    },
    /// A chart cannot be drawn.
    #[error(transparent)]
    Draw(#[from] ChartError),
    /// A page cannot be made.
    #[error(transparent)]
    Page(#[from] PageError),
    /// The workbook cannot be made.
    #[error(transparent)]
    Workbook(#[from] WorkbookError),
    /// A document cannot be made.
    #[cfg(feature = "pdf")]
    #[error(transparent)]
    Document(#[from] crate::document::DocumentError),
    /// The tidy data cannot be made.
    #[error(transparent)]
    Tidy(#[from] TidyError),
}

/// The first row of a table and its other rows as CSV. Writing into memory or a file already open
/// fails only where the disk does.
pub type Rows<'out> = csv::Writer<&'out mut dyn io::Write>;

/// Text that a spreadsheet would take for a formula, made plain.
pub fn plain_in_spreadsheets(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_formula { format!("'{text}") } else { text.to_owned() }
}
