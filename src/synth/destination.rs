//! Where made-up returns go: a folder in which nothing is overwritten and no real returns are mixed with them.

use super::error::{SynthError, failed};
use crate::output::unfinished::Unfinished;
use std::path::{Path, PathBuf};
use std::{fs, io};
use walkdir::WalkDir;

/// Moves the returns that were made into their folder, if every file already there has the same bytes; those that are
/// there stay.
///
/// # Errors
/// If a file there is different, or a file cannot be moved.
pub(crate) fn move_into_place(made: Unfinished) -> Result<(), SynthError> {
    if let Some(file) = first_foreign(&made)? {
        return Err(SynthError::Occupied { file, folder: made.folder().to_owned() });
    }
    Ok(made.put_missing()?)
}

/// The first file of the destination, in order of path, that is not one of those made, byte for byte. Notes (.md) are
/// allowed.
fn first_foreign(made: &Unfinished) -> Result<Option<PathBuf>, SynthError> {
    let is_note = |file: &Path| file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md"));
    let ours = |file: &Path| {
        let made = made.waiting("").join(file.strip_prefix(made.folder()).unwrap_or(file));
        made.is_file() && same_bytes(file, &made).unwrap_or(false)
    };
    let there = made.beside()?.into_iter().map(|path| files(&path)).collect::<Result<Vec<_>, _>>()?;
    Ok(there.into_iter().flatten().find(|file| !is_note(file) && !ours(file)))
}

/// A file, or every file below a folder, in order of path.
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
