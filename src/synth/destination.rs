//! Where made-up returns go: a folder in which nothing is overwritten and no real returns are mixed with them.

use super::error::{SynthError, failed};
use std::path::{Path, PathBuf};
use std::{fs, io};
use walkdir::WalkDir;

/// The folder in which returns are made before they are moved into a folder in use; hidden, so that no run reads it.
const STAGING: &str = ".stocktake-unfinished";

/// Whether a folder does not exist yet or is empty.
///
/// # Errors
/// If it is a file, or cannot be read.
pub(crate) fn is_free(folder: &Path) -> Result<bool, SynthError> {
    if !folder.exists() {
        return Ok(true);
    }
    if !folder.is_dir() {
        return Err(SynthError::NotAFolder(folder.to_owned()));
    }
    let mut entries = fs::read_dir(folder).map_err(failed(folder))?;
    Ok(entries.next().is_none())
}

/// A hidden folder inside the destination, in which returns are made until it is known that they belong there. It is
/// removed when this is dropped.
pub(crate) struct Staging<'a> {
    folder: &'a Path,
    made: PathBuf,
}

impl<'a> Staging<'a> {
    /// Clears what an earlier attempt left in the folder.
    ///
    /// # Errors
    /// If that cannot be removed.
    pub(crate) fn inside(folder: &'a Path) -> Result<Staging<'a>, SynthError> {
        let made = folder.join(STAGING);
        if made.exists() {
            fs::remove_dir_all(&made).map_err(failed(&made))?;
        }
        Ok(Staging { folder, made })
    }

    /// Where to make the returns.
    pub(crate) fn path(&self) -> &Path {
        &self.made
    }

    /// Moves the files that are missing from the destination into it, if every file already there has the same bytes.
    ///
    /// # Errors
    /// If a file there is different, or a file cannot be moved.
    pub(crate) fn move_into_place(self) -> Result<(), SynthError> {
        if let Some(file) = self.first_foreign()? {
            return Err(SynthError::Occupied { file, folder: self.folder.to_owned() });
        }
        for file in files(&self.made)? {
            let place = self.folder.join(file.strip_prefix(&self.made).unwrap_or(&file));
            if place.exists() {
                continue;
            }
            if let Some(parent) = place.parent() {
                fs::create_dir_all(parent).map_err(failed(parent))?;
            }
            fs::rename(&file, &place).map_err(failed(&place))?;
        }
        Ok(())
    }

    /// The first file of the destination, in order of path, that is not one of those made, byte for byte. Notes (.md)
    /// are allowed.
    fn first_foreign(&self) -> Result<Option<PathBuf>, SynthError> {
        let there = files(self.folder)?;
        let is_note = |file: &Path| file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md"));
        let ours = |file: &Path| {
            let made = self.made.join(file.strip_prefix(self.folder).unwrap_or(file));
            made.is_file() && same_bytes(file, &made).unwrap_or(false)
        };
        Ok(there.into_iter().find(|file| !file.starts_with(&self.made) && !is_note(file) && !ours(file)))
    }
}

impl Drop for Staging<'_> {
    fn drop(&mut self) {
        // What cannot be removed is hidden, and is removed by the next attempt.
        let _ = fs::remove_dir_all(&self.made);
    }
}

/// Every file below a folder, in order of path.
fn files(folder: &Path) -> Result<Vec<PathBuf>, SynthError> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| failed(folder)(error.into()))?;
        if !entry.file_type().is_dir() {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

/// Whether two files have the same bytes; they are read only if they have the same length.
fn same_bytes(one: &Path, other: &Path) -> io::Result<bool> {
    Ok(fs::metadata(one)?.len() == fs::metadata(other)?.len() && fs::read(one)? == fs::read(other)?)
}
