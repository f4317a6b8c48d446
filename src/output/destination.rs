//! A place for files that are made one by one.

use super::error::ReportError;
use std::path::PathBuf;

/// A place for the files of packs.
pub(crate) trait Destination: Sync {
    /// What becomes of a file that was handed over.
    type Taken: Send;

    /// Whether any file of the packs is wanted.
    fn wants_packs(&self) -> bool;

    /// Whether a file is wanted, by its path with forward slashes.
    fn wants(&self, file: &str) -> bool;

    /// The file that lies in the place of a file, where it is one of the report before.
    ///
    /// # Errors
    /// Where it cannot be read.
    fn earlier(&self, file: &str) -> Result<Option<Vec<u8>>, ReportError>;

    /// A file of the same report that was made before the packs, where there is one.
    ///
    /// # Errors
    /// Where it cannot be read.
    fn made_before(&self, file: &str) -> Result<Option<Vec<u8>>, ReportError>;

    /// A folder for the parts of an unfinished file, which nobody else may read; they are removed with it.
    fn unfinished(&self) -> PathBuf;

    /// Takes a file.
    ///
    /// # Errors
    /// Where it cannot be taken.
    fn take(&self, file: &str, bytes: &[u8]) -> Result<Self::Taken, ReportError>;
}
