//! Which files are found, for every command that reads returns.

use super::error::CliError;
use crate::printing::complain;
use crate::returns::files::{FoundFiles, find, find_readable};
use std::path::{Path, PathBuf};

/// What becomes of folders that cannot be read.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct FindArguments {
    /// Go on without folders that cannot be read: each is named, and nothing in it counts
    #[arg(long)]
    skip_unreadable: bool,
}

impl FindArguments {
    /// Finds the files given and those in the folders given, without what is in `out`.
    ///
    /// # Errors
    /// Where there is nothing to read, or a folder cannot be read and is not to be skipped.
    pub(crate) fn find(&self, given: &[PathBuf], out: &Path) -> Result<FoundFiles, CliError> {
        if !self.skip_unreadable {
            return find(given, out).map_err(CliError::new);
        }
        let found = find_readable(given, out).map_err(CliError::new)?;
        for unreadable in &found.unreadable {
            complain(&format!("{unreadable}: skipped, and nothing in it counts (--skip-unreadable)"));
        }
        Ok(found)
    }
}
