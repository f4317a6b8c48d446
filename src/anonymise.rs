//! An anonymised copy of returns, as the sector makes it: births to the first of the month, postcodes to
//! the sector, ids under a key, no UPN, and everything else as it was, byte for byte.

mod columns;
pub mod copied;
mod file;
mod homes;
pub mod key;
pub mod places;
pub mod request;

use crate::owner;
use crate::returns::contents;
use crate::returns::files::FoundFile;
use crate::returns::source::content::Content;
use copied::Copied;
use homes::Homes;
use rayon::prelude::*;
use request::{AnonymiseError, Request};
use std::fs;
use std::path::{Path, PathBuf};

/// Makes the copy. Nothing of it is left where it cannot be made whole.
///
/// # Errors
/// Where two files would have one path, or the copy cannot be written.
pub fn copy(request: &Request<'_>) -> Result<Copied, AnonymiseError> {
    let targets = places::targets(request)?;
    let there = request.out.exists();
    let made = copy_all(request, &targets);
    if made.is_err() {
        // What was written of a copy that failed is removed, as far as the system allows.
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
    let together: Vec<&[(&FoundFile, &PathBuf)]> = files.chunk_by(|one, other| one.0.is_beside(other.0)).collect();
    let copy_together = |files: &&[(&FoundFile, &PathBuf)]| -> Vec<_> {
        let found: Vec<&FoundFile> = files.iter().map(|(found, _)| *found).collect();
        let of_file = |((found, target), content): (&(&FoundFile, &PathBuf), Content)| {
            file::copy(request, found, &content, target).map_err(failed(target))
        };
        files.iter().zip(contents(&found)).map(of_file).collect()
    };
    let copies: Vec<_> = together.par_iter().flat_map_iter(copy_together).collect::<Result<_, _>>()?;
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

/// Removes everything in a folder.
fn empty(folder: &Path) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { fs::remove_dir_all(path)? } else { fs::remove_file(path)? }
    }
    Ok(())
}
