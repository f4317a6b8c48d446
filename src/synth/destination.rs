//! Where made-up returns go: a folder of their own, in which nothing else is lost and no real return lies among them.

use super::SynthError;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Where returns are made before they are set beside what lies in their folder; hidden, so that no run reads it.
const BESIDE: &str = ".stocktake-unfinished";

/// Whether a folder is not there yet, or holds nothing.
///
/// # Errors
/// Where a file is called so, or the folder cannot be read.
pub fn is_free(folder: &Path) -> Result<bool, SynthError> {
    if !folder.exists() {
        return Ok(true);
    }
    if !folder.is_dir() {
        return Err(SynthError::NotAFolder(folder.to_owned()));
    }
    let mut entries = fs::read_dir(folder).map_err(failed(folder))?;
    Ok(entries.next().is_none())
}

/// Returns that are made inside the folder they are for, until it is known that they belong there. What is left of
/// them goes away with this.
pub struct Beside<'a> {
    folder: &'a Path,
    made: PathBuf,
}

impl<'a> Beside<'a> {
    /// For a folder that holds something.
    ///
    /// # Errors
    /// Where what an earlier attempt left there cannot be taken away.
    pub fn inside(folder: &'a Path) -> Result<Beside<'a>, SynthError> {
        let made = folder.join(BESIDE);
        if made.exists() {
            fs::remove_dir_all(&made).map_err(failed(&made))?;
        }
        Ok(Beside { folder, made })
    }

    /// Where to make them.
    pub fn path(&self) -> &Path {
        &self.made
    }

    /// Puts into place what is not there yet, where all that is there would be written again as it stands.
    ///
    /// # Errors
    /// Where a file is there that would not, or a file cannot be put into place.
    pub fn put_into_place(self) -> Result<(), SynthError> {
        if let Some(file) = self.first_other()? {
            return Err(SynthError::NotOurs { file, folder: self.folder.to_owned() });
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

    /// The first file of the folder, in order of path, that is not among those made, byte for byte. Notes beside the
    /// returns (.md) are nobody's return.
    fn first_other(&self) -> Result<Option<PathBuf>, SynthError> {
        let there = files(self.folder)?;
        let is_note = |file: &Path| file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md"));
        let ours = |file: &Path| {
            let made = self.made.join(file.strip_prefix(self.folder).unwrap_or(file));
            made.is_file() && same_bytes(file, &made).unwrap_or(false)
        };
        Ok(there.into_iter().find(|file| !file.starts_with(&self.made) && !is_note(file) && !ours(file)))
    }
}

impl Drop for Beside<'_> {
    fn drop(&mut self) {
        // What cannot be taken away is hidden, and goes at the next attempt.
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

/// Whether two files hold the same; those of other lengths are not read.
fn same_bytes(one: &Path, other: &Path) -> io::Result<bool> {
    Ok(fs::metadata(one)?.len() == fs::metadata(other)?.len() && fs::read(one)? == fs::read(other)?)
}

fn failed(path: &Path) -> impl FnOnce(io::Error) -> SynthError {
    let path = path.to_path_buf();
    move |source| SynthError::Write { path, source: source.into() }
}
