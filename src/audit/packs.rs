//! The packs of a published folder, made again from the tables in it: a file that comes out the same tells nothing that
//! the tables do not, whatever it looks like.

use super::error::AuditError;
use crate::output::destination::Destination;
use crate::output::error::ReportError;
use crate::printed::error::PublishedError;
use crate::printed::folders::folders_of;
use crate::printed::public::PublicDay;
use crate::printed::published::Published;
use crate::progress::Progress;
use crate::publish::packs;
use crate::seeds::Seeds;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Whether each file of a folder's packs is what its tables and those of its years before give, by its path in the
/// folder. Files that are not there are not made, `files` being those that are and no tables; tables that are not among
/// the `folders` that are audited are not read.
///
/// # Errors
/// Where a table cannot be read, or a chart cannot be drawn.
pub fn made_again(
    folder: &Path,
    files: &[PathBuf],
    folders: &[PathBuf],
    seeds: &Seeds,
) -> Result<BTreeMap<PathBuf, bool>, AuditError> {
    let audited = folders_of(folder).into_iter().filter(|folder| folders.contains(folder));
    let tables: Result<Vec<Published>, PublishedError> = audited.map(|folder| Published::read(&folder)).collect();
    let tables = tables?;
    let days: Vec<PublicDay<'_>> =
        tables.iter().map(|Published { table, profile, .. }| PublicDay { table, profile }).collect();
    let beside = BesideWhatIsThere { folder, files };
    let made = packs::write(&days, seeds, &beside, Progress::Quiet)?;
    Ok(made.into_iter().collect())
}

/// Sets what is made beside the files of a folder.
struct BesideWhatIsThere<'a> {
    folder: &'a Path,
    files: &'a [PathBuf],
}

impl Destination for BesideWhatIsThere<'_> {
    /// The file, and whether it is the same.
    type Taken = (PathBuf, bool);

    /// Beside tidy data alone there is nothing for which charts would have to be drawn.
    fn wants_packs(&self) -> bool {
        self.files.iter().any(|file| !file.starts_with(packs::TIDY))
    }

    fn wants(&self, file: &str) -> bool {
        self.folder.join(file).is_file()
    }

    /// What is published may be on any disk, and the folder that is audited is only read.
    fn unfinished(&self) -> PathBuf {
        std::env::temp_dir()
    }

    fn take(&self, file: &str, bytes: &[u8]) -> Result<(PathBuf, bool), ReportError> {
        let path = self.folder.join(file);
        let there = std::fs::read(&path).map_err(|source| ReportError::Read { path, source: source.into() })?;
        Ok((PathBuf::from(file), there == bytes))
    }
}
