//! An anonymised copy of returns, as the sector makes it: births to the first of the month, postcodes to
//! the sector, ids under a key, no UPN, and everything else of the return as it was, byte for byte.
//!
//! What tells who a child is may stand where it should not. So the returns are read twice: first for the ids and dates of birth
//! that they hold, then to be copied, each cell of a column only where it belongs there.

mod belongs;
mod cells;
mod columns;
pub mod copied;
mod copied_file;
mod days;
mod file;
mod gathered;
mod homes;
pub mod kept;
pub mod key;
mod known;
mod names;
pub mod places;
pub mod request;
mod table;
mod task;
mod workbook;
mod xml;

use crate::day::order::DateOrder;
use crate::output::unfinished::Unfinished;
use crate::owner;
use crate::returns::contents;
use crate::returns::files::FoundFile;
use crate::returns::source::content::Content;
use crate::text::Problem;
use copied::Copied;
use copied_file::CopiedFile;
use gathered::{Gathered, gather};
use homes::Homes;
use places::Targets;
use rayon::prelude::*;
use request::{AnonymiseError, Request};
use std::path::{Path, PathBuf};
use task::{Given, Task};

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
    let Gathered { known, orders } = gather(request);
    let task = Task { request, known: &known };
    let Targets { paths, renamed } = places::targets(task)?;
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source: std::io::Error| AnonymiseError::Write { path, source: source.into() }
    };
    owner::create_folders(request.out).map_err(failed(request.out))?;
    let files = request.found.files.iter().zip(&paths).zip(&orders);
    let files: Vec<ToCopy<'_>> = files.map(|((found, target), orders)| (found, target, orders.as_slice())).collect();
    let together: Vec<&[ToCopy<'_>]> = files.chunk_by(|one, other| one.0.is_beside(other.0)).collect();
    let copy_together = |files: &&[ToCopy<'_>]| {
        let found: Vec<&FoundFile> = files.iter().map(|(found, ..)| *found).collect();
        let given = files.iter().copied().zip(contents(&found));
        let tables: Vec<Given<'_>> =
            given.map(|((found, target, orders), content)| Given { found, content, orders, target }).collect();
        tables_of_file(task, &tables).map_err(failed(files[0].1))
    };
    let copies: Vec<Vec<_>> = together.par_iter().map(copy_together).collect::<Result<_, _>>()?;
    let mut all = Copied { renamed, ..Copied::default() };
    let mut homes = Homes::default();
    for (found, copied) in request.found.files.iter().zip(copies.into_iter().flatten()) {
        match copied {
            Ok(CopiedFile { left_out: Some(why), .. }) => all.left_out.push((found.shown.clone(), why)),
            Ok(copied) => {
                all.files += 1;
                all.as_csv.extend(copied.as_csv.then(|| found.shown.clone()));
                all.rows += copied.rows;
                all.changes.add(copied.changes);
                all.notes.extend(copied.notes);
                all.extra.add(copied.extra);
                homes.join(copied.homes);
            }
            Err(problem) => all.not_copied.push((found.shown.clone(), problem)),
        }
    }
    all.homes_alike = homes.alike();
    Ok(all)
}

/// A table, where its copy goes, and the orders of its dates.
type ToCopy<'run> = (&'run FoundFile, &'run PathBuf, &'run [DateOrder]);

/// Copies the tables of one file: into one of the same kind, or each into a CSV file, as the targets say.
fn tables_of_file(task: Task<'_>, tables: &[Given<'_>]) -> std::io::Result<Vec<Result<CopiedFile, Problem>>> {
    let is_broken = |given: &Given<'_>| matches!(given.content, Content::OfUnusable(_));
    let target = tables[0].target;
    match target.extension().and_then(|ending| ending.to_str()) {
        Some("xlsx") if !tables.iter().any(is_broken) => workbook::copy(task, tables, target),
        Some("xml") if !tables.iter().any(is_broken) => {
            let copied = xml::copy(task, tables, target)?;
            Ok(std::iter::once(copied).chain(tables.iter().skip(1).map(|_| Ok(CopiedFile::default()))).collect())
        }
        _ => tables.iter().map(|given| file::copy(task, given)).collect(),
    }
}
