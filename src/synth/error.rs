//! Why returns could not be made.

use crate::fault::plainly;
use std::io;
use std::path::{Path, PathBuf};

/// Why returns could not be made.
#[derive(Debug, thiserror::Error)]
pub enum SynthError {
    /// No years were given.
    #[error("no years to make returns for: give the years they end in, such as 2009,2010,2011")]
    NoYears,
    /// A year that is not plausible.
    #[error("no returns can be made for the year {0}: give years from 1950 to 2100")]
    YearOutOfRange(i32),
    /// No authorities were given.
    #[error("no authorities to make returns for: give at least one")]
    NoAuthorities,
    /// Two authorities share a code.
    #[error("two authorities have the code {0}: give each its own code")]
    DuplicateCode(String),
    /// The folder is a file.
    #[error("{} is a file: give a folder that does not exist yet or is empty", .0.display())]
    NotAFolder(PathBuf),
    /// The folder holds something else.
    #[error(
        "{} already exists and is not what would be written: instead of {}, give a folder that does not exist yet or \
         is empty, so that no return is lost and no made-up children are mixed with real ones",
        file.display(), folder.display()
    )]
    Occupied {
        /// The first such file.
        file: PathBuf,
        /// The folder.
        folder: PathBuf,
    },
    /// A file or folder could not be written.
    #[error("{} cannot be written ({}): give a folder that has space and that you may write to", path.display(), plainly(source))]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What went wrong.
        source: io::Error,
    },
}

/// An error in writing a file or folder.
pub(crate) fn failed(path: &Path) -> impl FnOnce(io::Error) -> SynthError {
    let path = path.to_path_buf();
    move |source| SynthError::Write { path, source }
}
