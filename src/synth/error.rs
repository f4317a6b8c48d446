//! Why returns could not be made.

use crate::fault::plainly;
use std::io;
use std::path::{Path, PathBuf};

/// Why returns could not be made.
#[derive(Debug, thiserror::Error)]
pub enum SynthError {
    /// No year was given.
    #[error("no year to make returns for: give the years in which they end, as 2009, 2010, 2011")]
    NoYears,
    /// A year outside the calendar's usual range.
    #[error("{0} is no year to make returns for: give years from 1950 to 2100")]
    YearOutOfRange(i32),
    /// No authority was given.
    #[error("no authority to make returns for: give at least one")]
    NoAuthorities,
    /// Two authorities share a code.
    #[error("two authorities have the code {0}: give each a code of its own")]
    CodeTwice(String),
    /// The folder's name is that of a file.
    #[error("{} is a file: give a folder that is not there yet, or is empty", .0.display())]
    NotAFolder(PathBuf),
    /// The folder holds something else.
    #[error(
        "{} is there already and is not what would be written: give a folder that is not there yet, or is empty, in place \
         of {}, so that no return is lost and no made-up children come among real ones",
        file.display(), folder.display()
    )]
    NotOurs {
        /// The first file that is something else.
        file: PathBuf,
        /// The folder.
        folder: PathBuf,
    },
    /// A file or folder could not be written.
    #[error("{} cannot be written ({}): give a folder that has room and that you may write to", path.display(), plainly(source))]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What went wrong.
        source: io::Error,
    },
}

/// An error in writing a file or folder.
pub fn failed(path: &Path) -> impl FnOnce(io::Error) -> SynthError {
    let path = path.to_path_buf();
    move |source| SynthError::Write { path, source }
}
