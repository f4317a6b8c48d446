//! An anonymised copy of returns, as the sector makes it: births to the first of the month, postcodes to
//! the sector, ids under a key, no UPN, and everything else as it was, byte for byte.

mod cells;
mod columns;
pub mod copied;
mod copied_file;
mod file;
mod homes;
pub mod key;
pub mod places;
pub mod request;
mod table;
mod workbook;
mod xml;

use crate::output::unfinished::Unfinished;
use crate::owner;
use crate::returns::contents;
use crate::returns::files::FoundFile;
use crate::returns::source::content::Content;
use crate::text::Problem;
use copied::Copied;
use copied_file::CopiedFile;
use homes::Homes;
use rayon::prelude::*;
use request::{AnonymiseError, Request};
use std::path::{Path, PathBuf};

/// Makes the copy in the folder that was opened for it, as a whole or not at all.
///
/// # Errors
/// Where two files would have one path, or the copy cannot be written.
pub(crate) fn copy_whole(request: &Request<'_>, unfinished: Unfinished) -> Result<Copied, AnonymiseError> {
    let waiting = unfinished.waiting("");
    let copied =
        copy(&Request { out: &waiting, ..*request }).map_err(|error| error.at(|path| unfinished.place_of(path)))?;
    unfinished.put_missing()?;
    Ok(copied)
}

/// Makes the copy. Where it cannot be made whole, what was written of it is left.
///
/// # Errors
/// Where two files would have one path, or the copy cannot be written.
pub fn copy(request: &Request<'_>) -> Result<Copied, AnonymiseError> {
    let targets = places::targets(request)?;
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source: std::io::Error| AnonymiseError::Write { path, source: source.into() }
    };
    owner::create_folders(request.out).map_err(failed(request.out))?;
    let files: Vec<(&FoundFile, &PathBuf)> = request.found.files.iter().zip(&targets).collect();
    let together: Vec<&[(&FoundFile, &PathBuf)]> = files.chunk_by(|one, other| one.0.is_beside(other.0)).collect();
    let copy_together = |files: &&[(&FoundFile, &PathBuf)]| {
        let found: Vec<&FoundFile> = files.iter().map(|(found, _)| *found).collect();
        let target = files[0].1;
        let tables: Vec<(&FoundFile, Content)> = found.iter().copied().zip(contents(&found)).collect();
        tables_of_file(request, &tables, &files.iter().map(|(_, target)| *target).collect::<Vec<_>>())
            .map_err(failed(target))
    };
    let copies: Vec<Vec<_>> = together.par_iter().map(copy_together).collect::<Result<_, _>>()?;
    let copies = copies.into_iter().flatten();
    let mut all = Copied::default();
    let mut homes = Homes::default();
    for (found, copied) in request.found.files.iter().zip(copies) {
        match copied {
            Ok(CopiedFile { left_out: Some(why), .. }) => all.left_out.push((found.shown.clone(), why)),
            Ok(copied) => {
                all.files += 1;
                all.as_csv.extend(copied.as_csv.then(|| found.shown.clone()));
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

/// Copies the tables of one file: into one of the same kind, or each into a CSV file, as the targets say.
fn tables_of_file(
    request: &Request<'_>,
    tables: &[(&FoundFile, Content)],
    targets: &[&PathBuf],
) -> std::io::Result<Vec<Result<CopiedFile, Problem>>> {
    let is_broken = |(_, content): &(&FoundFile, Content)| matches!(content, Content::OfUnusable(_));
    let target = targets[0];
    match target.extension().and_then(|ending| ending.to_str()) {
        Some("xlsx") if !tables.iter().any(is_broken) => workbook::copy(request, tables, target),
        Some("xml") if !tables.iter().any(is_broken) => {
            let copied = xml::copy(request, tables, target)?;
            Ok(std::iter::once(copied).chain(tables.iter().skip(1).map(|_| Ok(CopiedFile::default()))).collect())
        }
        _ => tables
            .iter()
            .zip(targets)
            .map(|((found, content), target)| file::copy(request, found, content, target))
            .collect(),
    }
}
