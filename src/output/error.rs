//! Why an output cannot be written.

use crate::fault::plainly;
use std::error::Error;
use std::io;
use std::path::PathBuf;

/// A report that cannot be written.
#[derive(Debug, thiserror::Error)]
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
    /// There is a folder of the report's name that no run wrote.
    #[error("{} is there already and is no report of stocktake: give another folder with --out", path.display())]
    NotOurs {
        /// The folder.
        path: PathBuf,
    },
    /// A chart, page, workbook, document or table cannot be made.
    #[error(transparent)]
    Render(Box<dyn Error + Send + Sync>),
}

impl ReportError {
    /// An error while something was made.
    pub fn render(source: impl Error + Send + Sync + 'static) -> ReportError {
        ReportError::Render(Box::new(source))
    }
}
