//! Why an output cannot be written.

use crate::fault::{AnyError, SystemError};
use miette::Diagnostic;
use std::path::PathBuf;
use thiserror::Error;

/// A report that cannot be written.
#[derive(Debug, Error, Diagnostic)]
pub enum ReportError {
    /// A file or folder cannot be written.
    #[error("{} cannot be written", path.display())]
    #[diagnostic(help("give a folder that you may write to and that has room, and close its files"))]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: SystemError,
    },
    /// A file that was written before cannot be read.
    #[error("{} cannot be read", path.display())]
    #[diagnostic(help("write the report again"))]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: SystemError,
    },
    /// The folder's name is that of a file.
    #[error("{} is a file", path.display())]
    #[diagnostic(help("give a folder with --out"))]
    NotAFolder {
        /// The file.
        path: PathBuf,
    },
    /// A name in a path below the report is not safe.
    #[error("{path} is no path that every file system takes, so that nothing was written")]
    #[diagnostic(help("give places codes of letters and digits, and shorter names, in the list of authorities"))]
    Unsafe {
        /// The path below the report.
        path: String,
    },
    /// Two paths below the report differ in capitals alone, or not at all.
    #[error("two files of the report would be {path}, so that nothing was written")]
    #[diagnostic(help("give each place a code of its own, capitals aside, in the list of authorities"))]
    Twin {
        /// The path below the report.
        path: String,
    },
    /// A folder of the report's name exists that no run wrote.
    #[error("{} already exists and is not a report of stocktake", path.display())]
    #[diagnostic(help("give another folder with --out"))]
    NotOurs {
        /// The folder.
        path: PathBuf,
    },
    /// A chart, page, workbook, document or table cannot be made.
    #[error(transparent)]
    #[diagnostic(transparent)]
    Render(AnyError),
}

impl ReportError {
    /// An error that came up while something was made.
    pub(crate) fn render(source: impl Diagnostic + Send + Sync + 'static) -> ReportError {
        ReportError::Render(AnyError::new(source))
    }
}
