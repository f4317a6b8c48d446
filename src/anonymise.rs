//! The anonymised copy of returns, as the sector makes it: births to the first of the month, postcodes to
//! the sector, ids under a key, no UPN, and everything else as it was, byte for byte.

mod columns;
mod file;
mod homes;
pub mod key;
mod places;
mod raw;

use crate::fault::SystemError;
use crate::owner;
use crate::returns::files::{FoundFile, FoundFiles, real};
use crate::seeds::Seeds;
use crate::text::Problem;
use homes::Homes;
use key::Key;
use miette::Diagnostic;
use rayon::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// What a copy is made of.
#[derive(Debug)]
pub struct Request<'run> {
    /// The paths given.
    pub given: &'run [PathBuf],
    /// The files found there.
    pub found: &'run FoundFiles,
    /// Where the copy goes: a folder that is not there, or holds nothing.
    pub out: &'run Path,
    /// The key under which ids are hidden.
    pub key: &'run Key,
    /// The lists to read by.
    pub seeds: &'run Seeds,
}

/// A copy that cannot be made.
#[derive(Debug, Error, Diagnostic)]
pub enum AnonymiseError {
    /// The folder holds something.
    #[error("{} is not an empty folder", .0.display())]
    #[diagnostic(help("give one that does not exist yet, so that nothing else is taken for anonymised"))]
    NotEmpty(PathBuf),
    /// The folder lies in the returns.
    #[error("{} lies inside {}, whose returns are copied", out.display(), returns.display())]
    #[diagnostic(help("give a folder elsewhere"))]
    Inside {
        /// Where the copy would go.
        out: PathBuf,
        /// The returns given.
        returns: PathBuf,
    },
    /// The key would go with the copy.
    #[error("the key {} would lie in {}, with the copy that it undoes", key.display(), out.display())]
    #[diagnostic(help("keep it elsewhere"))]
    KeyInside {
        /// The key.
        key: PathBuf,
        /// Where the copy goes.
        out: PathBuf,
    },
    /// Two files would have the same path.
    #[error("{one} and {other} would both be called {} in the copy", path.display())]
    #[diagnostic(help("copy them one at a time, each to a folder of its own"))]
    SamePath {
        /// One file.
        one: String,
        /// The other.
        other: String,
        /// Their path in the copy.
        path: PathBuf,
    },
    /// The copy cannot be written.
    #[error("{} cannot be written", path.display())]
    #[diagnostic(help("give a folder that you may write to and that has room"))]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: SystemError,
    },
}

/// What was copied.
#[derive(Debug, Default)]
pub struct Copied {
    /// How many files.
    pub files: usize,
    /// How many rows.
    pub rows: u64,
    /// What was changed in their cells.
    pub changes: Changes,
    /// Cells and rows that were not copied as the others are, in order of file and line.
    pub notes: Vec<Note>,
    /// Homes of one child that the copy cannot tell apart: a row of either, in order of file and line.
    pub homes_alike: Vec<[RowAt; 2]>,
    /// Columns that are no part of the return and were copied as they stand, by table.
    pub extra_columns: Vec<(String, String)>,
    /// Files that were not copied, with what is wrong with each.
    pub not_copied: Vec<(String, Problem)>,
}

/// How many cells were changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Changes {
    /// Ids replaced.
    pub ids: u64,
    /// Dates of birth put on the first of their month.
    pub births: u64,
    /// Postcodes cut to their sector.
    pub postcodes: u64,
    /// UPNs taken out.
    pub upns: u64,
}

/// A file as shown, and a line in it as a spreadsheet shows it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowAt {
    /// The file.
    pub file: String,
    /// The line.
    pub line: u32,
}

/// A cell or row that was not copied as the others are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// The row.
    pub at: RowAt,
    /// The column; empty for a whole row.
    pub column: String,
    /// What became of it.
    pub kind: NoteKind,
}

/// What became of a cell or row that was not copied as the others are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteKind {
    /// A date of birth or postcode that cannot be read, and so not be made coarse: the cell is blank.
    Blanked,
    /// A full postcode, a UPN or the end of a line where none belongs: something else stands there.
    StoodIn,
    /// A row with more cells than headings, which no definition reads: only its place is kept.
    TooLong,
}

/// Checks where a copy would go, before anything is made.
///
/// # Errors
/// Where it lies in the returns, or holds something, or would hold the key.
pub fn check_places(given: &[PathBuf], out: &Path, key: &Path) -> Result<(), AnonymiseError> {
    let real_out = real(out);
    if let Some(returns) = given.iter().find(|returns| real_out.starts_with(real(returns))) {
        return Err(AnonymiseError::Inside { out: out.to_owned(), returns: returns.clone() });
    }
    let empty = fs::read_dir(out).map(|mut entries| entries.next().is_none());
    if out.exists() && !empty.unwrap_or(false) {
        return Err(AnonymiseError::NotEmpty(out.to_owned()));
    }
    if real(key).starts_with(&real_out) {
        return Err(AnonymiseError::KeyInside { key: key.to_owned(), out: out.to_owned() });
    }
    Ok(())
}

/// Makes the copy. Nothing of it is left where it cannot be made whole.
///
/// # Errors
/// Where two files would have one path, or the copy cannot be written.
pub fn copy(request: &Request<'_>) -> Result<Copied, AnonymiseError> {
    let targets = places::targets(request)?;
    let there = request.out.exists();
    let made = copy_all(request, &targets);
    if made.is_err() {
        // What could be written of a copy that failed is taken away, as far as the system lets it be.
        let _ = if there { empty(request.out) } else { fs::remove_dir_all(request.out) };
    }
    made
}

fn copy_all(request: &Request<'_>, targets: &[PathBuf]) -> Result<Copied, AnonymiseError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source: std::io::Error| AnonymiseError::Write { path, source: source.into() }
    };
    owner::create_folders(request.out).map_err(failed(request.out))?;
    let files: Vec<(&FoundFile, &PathBuf)> = request.found.files.iter().zip(targets).collect();
    let copies: Vec<_> = files
        .into_par_iter()
        .map(|(found, target)| file::copy(request, found, target).map_err(failed(target)))
        .collect::<Result<_, _>>()?;
    let mut all = Copied::default();
    let mut homes = Homes::default();
    for (found, copied) in request.found.files.iter().zip(copies) {
        match copied {
            Ok(copied) => {
                all.files += 1;
                all.rows += copied.rows;
                all.changes.add(copied.changes);
                all.notes.extend(copied.notes);
                all.extra_columns.extend(copied.extra_columns);
                homes.join(copied.homes);
            }
            Err(problem) => all.not_copied.push((found.shown.clone(), problem)),
        }
    }
    all.homes_alike = homes.alike();
    all.extra_columns.sort();
    all.extra_columns.dedup();
    Ok(all)
}

/// Takes away all that a folder holds.
fn empty(folder: &Path) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { fs::remove_dir_all(path)? } else { fs::remove_file(path)? }
    }
    Ok(())
}

impl Changes {
    fn add(&mut self, other: Changes) {
        self.ids += other.ids;
        self.births += other.births;
        self.postcodes += other.postcodes;
        self.upns += other.upns;
    }
}
