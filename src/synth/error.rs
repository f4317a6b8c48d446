//! Why returns could not be made.

use crate::fault::SystemError;
use crate::output::error::ReportError;
use std::io;
use std::path::{Path, PathBuf};

/// Why returns could not be made.
#[derive(Debug, thiserror::Error, miette::Diagnostic)]
pub enum SynthError {
    /// No year was given.
    #[error("no year to make returns for")]
    #[diagnostic(help("give the years in which they end, such as 2009,2010,2011"))]
    NoYears,
    /// A year outside the calendar's usual range.
    #[error("returns cannot be made for the year {0}")]
    #[diagnostic(help("give years from 1950 to 2100"))]
    YearOutOfRange(i32),
    /// No authority was given.
    #[error("no authority to make returns for")]
    #[diagnostic(help("give at least one"))]
    NoAuthorities,
    /// Two authorities share a code.
    #[error("two authorities have the code {0}")]
    #[diagnostic(help("give each its own code"))]
    DuplicateCode(String),
    /// The folder holds something else.
    #[error("{} already exists, and is not what would be written", file.display())]
    #[diagnostic(help(
        "give a folder that does not exist yet, or is empty, in place of {}, so that no return is lost and no made-up \
         children are mixed with real ones",
        folder.display()
    ))]
    Occupied {
        /// The first file that is something else.
        file: PathBuf,
        /// The folder.
        folder: PathBuf,
    },
    /// A file or folder could not be written.
    #[error("{} cannot be written", path.display())]
    #[diagnostic(help("give a folder that you may write to and that has room"))]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What went wrong.
        source: SystemError,
    },
    /// The folder cannot be written to, or another process writes to it.
    #[error(transparent)]
    #[diagnostic(transparent)]
    Folder(#[from] ReportError),
}

impl SynthError {
    /// The same of another path, where it is about a path.
    pub(crate) fn at(self, path_of: impl FnOnce(&Path) -> PathBuf) -> SynthError {
        match self {
            SynthError::Write { path, source } => SynthError::Write { path: path_of(&path), source },
            other => other,
        }
    }
}

/// An error in writing a file or folder.
pub(crate) fn failed(path: &Path) -> impl FnOnce(io::Error) -> SynthError {
    let path = path.to_path_buf();
    move |source| SynthError::Write { path, source: source.into() }
}
