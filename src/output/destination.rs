//! Where files go that are made one by one.

use super::error::ReportError;
use std::path::PathBuf;

/// Where the files of packs go.
pub trait Destination: Sync {
    /// What is said of a file that was handed over.
    type Taken: Send;

    /// Whether anything of the packs is wanted there.
    fn wants_packs(&self) -> bool;

    /// Whether a file is wanted there, by its path with forward slashes.
    fn wants(&self, file: &str) -> bool;

    /// A folder for parts of a file that is not finished, which nobody else may read; they are gone with it.
    fn unfinished(&self) -> PathBuf;

    /// Takes a file.
    ///
    /// # Errors
    /// Where it cannot be taken.
    fn take(&self, file: &str, bytes: &[u8]) -> Result<Self::Taken, ReportError>;
}
