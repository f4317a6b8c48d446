//! A report's folder: everything is written to a hidden folder in it and moved into place at the end, so that a run that
//! fails leaves what was there before.

use super::error::ReportError;
use super::hash::hexadecimal;
use crate::contract::{PUBLISH, RECORD, RESTRICTED};
use crate::owner;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// The folder a report is written to before it is moved into place.
const BESIDE: &str = ".stocktake-unfinished";
/// The folder for what it replaces, until that is removed.
const REPLACED: &str = ".stocktake-replaced";

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
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
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
    folder: PathBuf,
    beside: PathBuf,
    /// The folders that were created for it, the innermost first.
    made: Vec<PathBuf>,
    finished: bool,
}

impl ReportFolder {
    /// Opens the folder of a report, which may hold an earlier one.
    ///
    /// # Errors
    /// Where the folder cannot be made or written to.
    pub fn open(folder: &Path, name: ReportName) -> Result<ReportFolder, ReportError> {
        let beside = folder.join(BESIDE);
        if folder.exists() && !folder.is_dir() {
            return Err(ReportError::NotAFolder { path: folder.to_owned() });
        }
        if let Some(path) = not_ours(folder, name) {
            return Err(ReportError::NotOurs { path });
        }
        let not_there = |folder: &&Path| *folder != Path::new("") && !folder.exists();
        let made = folder.ancestors().take_while(not_there).map(Path::to_owned).collect();
        let open = || {
            fs::create_dir_all(folder)?;
            remove(&beside)?;
            fs::create_dir(&beside)?;
            owner::create_folders(&beside.join(name.tables))
        };
        open().map_err(|source: io::Error| ReportError::Write { path: folder.to_owned(), source: source.into() })?;
        Ok(ReportFolder { name, folder: folder.to_owned(), beside, made, finished: false })
    }

    /// Writes a file of the report; only the owner may read those of its tables.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn write(
        &self,
        path: &str,
        fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<Written, ReportError> {
        let place = self.beside.join(path);
        let write = || {
            let of_tables = Path::new(path).starts_with(self.name.tables);
            let opened = if of_tables { create_for_owner(&place)? } else { create(&place)? };
            let mut file = Sealed { inner: BufWriter::new(opened), hash: Sha256::new(), bytes: 0 };
            fill(&mut file)?;
            file.inner.flush()?;
            let sha256 = hexadecimal(&file.hash.finalize());
            Ok(Written { path: path.to_owned(), bytes: file.bytes, sha256 })
        };
        write().map_err(|source: io::Error| ReportError::Write { path: self.folder.join(path), source: source.into() })
    }

    /// The path of a file or folder of the report until it is moved into place.
    pub(crate) fn unfinished(&self, path: &str) -> PathBuf {
        self.beside.join(path)
    }

    /// Moves the report into place, instead of an earlier one, the record last. Files in the earlier report's folders
    /// that are not part of it stay; if a part cannot be moved, the earlier report is put back.
    ///
    /// # Errors
    /// Where a part cannot be renamed.
    pub fn finish(mut self) -> Result<(), ReportError> {
        let failed = |source: io::Error| ReportError::Write { path: self.folder.clone(), source: source.into() };
        let replaced = self.folder.join(REPLACED);
        let record = self.name.record;
        let earlier = earlier_outputs(&self.folder, record);
        remove(&replaced).and_then(|()| fs::create_dir(&replaced)).map_err(failed)?;
        let mut moved = Moved::default();
        // The record last: without it, nothing says that the tables are complete.
        let put = self.name.folders().chain([record]).try_for_each(|part| {
            moved.rename(self.folder.join(part), replaced.join(part))?;
            moved.rename(self.beside.join(part), self.folder.join(part))
        });
        if let Err(source) = put {
            moved.undo();
            // It is empty, unless something could not be put back: then it stays.
            let _ = fs::remove_dir(&replaced);
            return Err(failed(source));
        }
        self.finished = true;
        for part in self.name.folders() {
            keep_what_is_not_ours(&replaced, &self.folder, part, &earlier).map_err(failed)?;
        }
        remove(&replaced).and_then(|()| remove(&self.beside)).map_err(failed)
    }
}

/// Renames that can be undone.
#[derive(Default)]
struct Moved(Vec<(PathBuf, PathBuf)>);

impl Moved {
    /// Renames a file or folder, if it is there.
    fn rename(&mut self, from: PathBuf, to: PathBuf) -> io::Result<()> {
        if from.exists() {
            fs::rename(&from, &to)?;
            self.0.push((from, to));
        }
        Ok(())
    }

    fn undo(self) {
        for (from, to) in self.0.into_iter().rev() {
            // What cannot be put back stays where it was moved, and is not lost.
            let _ = fs::rename(to, from);
        }
    }
}

/// The record of an earlier run, where the folder has one.
fn earlier_record(folder: &Path, record: &str) -> Option<serde_json::Value> {
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
    let empty = |folder: &Path| fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    if record.exists() {
        return Some(record);
    }
    name.folders().map(|tables| folder.join(tables)).find(|tables| tables.exists() && !empty(tables))
}

/// The files that the record of a report that is there lists; none where no run wrote it.
pub(crate) fn earlier_outputs(folder: &Path, record: &str) -> BTreeSet<PathBuf> {
    let record = earlier_record(folder, record);
    let listed = record.as_ref().and_then(|record| record["outputs"].as_array());
    let paths = listed.into_iter().flatten().filter_map(|output| output["path"].as_str());
    paths.map(PathBuf::from).collect()
}

/// Moves files that the record does not list from the folder of an earlier report to that of the new one.
fn keep_what_is_not_ours(from: &Path, to: &Path, tables: &str, ours: &BTreeSet<PathBuf>) -> io::Result<()> {
    for entry in walkdir::WalkDir::new(from.join(tables)).into_iter().filter_map(Result::ok) {
        let Ok(inside) = entry.path().strip_prefix(from) else { continue };
        let place = to.join(inside);
        if entry.file_type().is_dir() || ours.contains(inside) || place.exists() {
            continue;
        }
        if let Some(parent) = place.parent() {
            owner::create_folders(parent)?;
        }
        fs::rename(entry.path(), place)?;
    }
    Ok(())
}

impl Drop for ReportFolder {
    fn drop(&mut self) {
        if !self.finished {
            // All that can be done for a report that failed is to remove its pieces.
            let _ = remove(&self.beside);
            // Folders that were created for it, where they are empty.
            self.made.iter().for_each(|folder| drop(fs::remove_dir(folder)));
        }
    }
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

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
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
mod tests;
