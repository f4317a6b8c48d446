//! A report's folder: everything is written to a hidden folder in it and moved into place at the end, so that a run that
//! fails leaves what was there before.

use super::error::{ReportError, unwritable};
use super::hash::hexadecimal;
use super::moves::{Moves, Rename};
use super::names::TakenPaths;
use super::places::{HIDDEN, is_link, is_there, leads_down};
use super::unfinished::Unfinished;
use crate::contract::{PUBLISH, RECORD, RESTRICTED};
use crate::owner;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Bytes of a file that are written at once.
const BUFFER: usize = 1 << 16;

/// The names of a report's parts in its folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ReportName {
    /// The folder of its tables, which only its owner may read.
    pub tables: &'static str,
    /// The folder of what anybody may read, where it has one.
    pub published: Option<&'static str>,
    /// The record that lists them.
    pub record: &'static str,
}

/// The report of a run.
pub(crate) const OF_RUN: ReportName = ReportName { tables: RESTRICTED, published: Some(PUBLISH), record: RECORD };

impl ReportName {
    fn folders(self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.tables).chain(self.published)
    }
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    /// Its path inside the report, with forward slashes.
    pub path: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// A report that is being written.
#[derive(Debug)]
pub(crate) struct ReportFolder {
    name: ReportName,
    unfinished: Unfinished,
    /// The files of the earlier report, its record among them; all others in the folder are somebody's own.
    earlier: BTreeSet<String>,
    /// The paths that are taken.
    taken: TakenPaths,
}

impl ReportFolder {
    /// Opens the folder of a report, which may hold an earlier one.
    ///
    /// # Errors
    /// Where the folder cannot be made or written to, another run writes to it, or it holds what no run wrote.
    pub fn open(folder: &Path, name: ReportName) -> Result<ReportFolder, ReportError> {
        let unfinished = Unfinished::open(folder, name.folders())?;
        if let Some(path) = not_ours(folder, name) {
            return Err(ReportError::NotOurs { path });
        }
        let tables = unfinished.waiting(name.tables);
        owner::create_folders(&tables).map_err(unwritable(&folder.join(name.tables)))?;
        let (earlier, taken) = (earlier_files(folder, name), TakenPaths::default());
        Ok(ReportFolder { name, unfinished, earlier, taken })
    }

    /// Writes a file of the report; only the owner may read those of its tables and the record.
    ///
    /// # Errors
    /// Where it cannot be written, its path is not safe or taken, or somebody's own file has its place.
    pub fn write(
        &self,
        path: &str,
        fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<Written, ReportError> {
        let place = self.taken.take(self.unfinished.folder(), path)?;
        if is_there(&place) && !self.earlier.contains(path) {
            return Err(ReportError::InTheWay { path: place });
        }
        let waiting = self.unfinished(path);
        let write = || {
            let for_owner = Path::new(path).starts_with(self.name.tables) || path == self.name.record;
            let opened = if for_owner { create_for_owner(&waiting)? } else { create(&waiting)? };
            let inner = BufWriter::with_capacity(BUFFER, opened);
            let mut file = Sealed { inner, hash: Sha256::new(), bytes: 0 };
            fill(&mut file)?;
            file.inner.flush()?;
            let sha256 = hexadecimal(&file.hash.finalize());
            Ok(Written { path: path.to_owned(), bytes: file.bytes, sha256 })
        };
        write().map_err(unwritable(&place))
    }

    /// A file of the earlier report, which lies there until the report is finished.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub(crate) fn earlier(&self, path: &str) -> Result<Option<Vec<u8>>, ReportError> {
        if !self.earlier.contains(path) {
            return Ok(None);
        }
        let path = self.unfinished.folder().join(path);
        fs::read(&path).map(Some).map_err(|source| ReportError::Read { path, source: source.into() })
    }

    /// A file that this report has already, where it waits to be moved into place.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub(crate) fn made(&self, path: &str) -> Result<Option<Vec<u8>>, ReportError> {
        let waiting = self.unfinished(path);
        if !waiting.is_file() {
            return Ok(None);
        }
        fs::read(&waiting).map(Some).map_err(|source| ReportError::Read { path: waiting, source: source.into() })
    }

    /// The files of the earlier report that have no successor yet, and would go with it.
    pub(crate) fn without_successor(&self) -> impl Iterator<Item = &str> {
        self.earlier.iter().map(String::as_str).filter(|path| !self.taken.has(path))
    }

    /// The path of a file or folder of the report until it is moved into place.
    pub(crate) fn unfinished(&self, path: &str) -> PathBuf {
        self.unfinished.waiting(path)
    }

    /// Moves the report into place, instead of an earlier one, the record last. Files in the earlier report's folders
    /// that are not part of it stay where they are; if a file cannot be moved, the earlier report is put back.
    ///
    /// # Errors
    /// Where a file cannot be moved.
    pub fn finish(self) -> Result<(), ReportError> {
        self.finish_by(&mut |from, to| fs::rename(from, to))
    }

    fn finish_by(self, rename: Rename<'_>) -> Result<(), ReportError> {
        let tables = self.unfinished.folder().join(self.name.tables);
        if tables.exists() && !is_link(&tables) {
            owner::make_folder_private(&tables).map_err(unwritable(&tables))?;
        }
        let is_record = |path: &String| path == self.name.record;
        let new = self.unfinished.all_waiting()?.into_iter().collect();
        let mut moves = Moves { earlier: self.earlier.into_iter().collect(), new };
        // Without its record, nothing says that tables are complete.
        moves.earlier.sort_by_key(|path| !is_record(path));
        moves.new.sort_by_key(is_record);
        self.unfinished.put(moves, rename)
    }
}

/// The record of an earlier run, where the folder has one.
pub(super) fn earlier_record(folder: &Path, record: &str) -> Option<serde_json::Value> {
    let bytes = fs::read(folder.join(record)).ok()?;
    let record: serde_json::Value = serde_json::from_slice(&bytes).ok()?;
    (record["program"] == env!("CARGO_PKG_NAME")).then_some(record)
}

/// A file or folder in the place of a report that no run wrote.
fn not_ours(folder: &Path, name: ReportName) -> Option<PathBuf> {
    if earlier_record(folder, name.record).is_some() {
        return None;
    }
    let record = folder.join(name.record);
    let hidden = |entry: &fs::DirEntry| entry.file_name().to_string_lossy().starts_with(HIDDEN);
    let empty = |folder: &Path| fs::read_dir(folder).is_ok_and(|entries| entries.flatten().all(|entry| hidden(&entry)));
    if record.exists() {
        return Some(record);
    }
    name.folders().map(|tables| folder.join(tables)).find(|tables| tables.exists() && !empty(tables))
}

/// The files of the earlier report that are still there: its record, and those that the record lists.
fn earlier_files(folder: &Path, name: ReportName) -> BTreeSet<String> {
    let Some(record) = earlier_record(folder, name.record) else { return BTreeSet::new() };
    let listed = outputs(&record).filter(|path| {
        let of_report = name.folders().any(|tables| Path::new(path).starts_with(tables));
        of_report && leads_down(path)
    });
    let is_file = |path: &&str| fs::symlink_metadata(folder.join(path)).is_ok_and(|metadata| !metadata.is_dir());
    listed.chain([name.record]).filter(is_file).map(str::to_owned).collect()
}

/// The files that the record of a report that is there lists; none where no run wrote it.
pub(crate) fn earlier_outputs(folder: &Path, record: &str) -> BTreeSet<PathBuf> {
    let record = earlier_record(folder, record);
    record.iter().flat_map(outputs).map(PathBuf::from).collect()
}

/// The paths that a record lists.
fn outputs(record: &serde_json::Value) -> impl Iterator<Item = &str> {
    record["outputs"].as_array().into_iter().flatten().filter_map(|output| output["path"].as_str())
}

/// Creates a file, and its folder where there is none yet.
fn create(place: &Path) -> io::Result<File> {
    if let Some(folder) = place.parent() {
        fs::create_dir_all(folder)?;
    }
    File::create(place)
}

/// Creates a file that only its owner may read, and its folder where there is none yet.
fn create_for_owner(place: &Path) -> io::Result<File> {
    match (owner::create(place), place.parent()) {
        (Err(error), Some(parent)) if error.kind() == io::ErrorKind::NotFound => {
            owner::create_folders(parent)?;
            owner::create(place)
        }
        (created, _) => created,
    }
}

/// A file whose bytes are counted and hashed as they are written.
struct Sealed {
    inner: BufWriter<File>,
    hash: Sha256,
    bytes: u64,
}

impl Write for Sealed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.hash.update(&bytes[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

#[cfg(test)]
mod replaced;
#[cfg(test)]
mod tests;
