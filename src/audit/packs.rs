//! The packs of a published folder, made again from its tables: a file that comes out the same says nothing that the
//! tables do not, whatever it looks like.

use super::error::AuditError;
use crate::output::destination::Destination;
use crate::output::error::ReportError;
use crate::printed::published::{Published, published_in};
use crate::progress::Progress;
use crate::publish::packs;
use crate::seeds::Seeds;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Whether each file of a folder's packs is what its table and those of the years before give, by its path in the folder.
/// `files` are those in the folder that are not tables: no others are made. Of the years before, those among the
/// `audited` tables are used.
///
/// # Errors
/// Where a file cannot be read, or a chart cannot be drawn.
pub(crate) fn made_again(
    folder: &Path,
    files: &[PathBuf],
    audited: &[Published],
    seeds: &Seeds,
) -> Result<BTreeMap<PathBuf, bool>, AuditError> {
    let days = published_in(folder, audited);
    let destination = Comparison { folder, files };
    let made = packs::write(&days, seeds, &destination, Progress::Quiet)?;
    Ok(made.into_iter().collect())
}

/// Compares what is made with the files of a folder.
struct Comparison<'a> {
    folder: &'a Path,
    files: &'a [PathBuf],
}

impl Destination for Comparison<'_> {
    /// The file, and whether it is the same.
    type Taken = (PathBuf, bool);

    /// Nothing is drawn where there is tidy data alone.
    fn wants_packs(&self) -> bool {
        self.files.iter().any(|file| !file.starts_with(packs::TIDY))
    }

    fn wants(&self, file: &str) -> bool {
        self.folder.join(file).is_file()
    }

    /// What is published may be on any disk, and its folder is only read.
    fn unfinished(&self) -> PathBuf {
        std::env::temp_dir()
    }

    fn take(&self, file: &str, bytes: &[u8]) -> Result<(PathBuf, bool), ReportError> {
        let path = self.folder.join(file);
        let there = std::fs::read(&path).map_err(|source| ReportError::Read { path, source: source.into() })?;
        Ok((PathBuf::from(file), there == bytes))
    }
}
