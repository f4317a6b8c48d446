//! Where each file of a copy goes.

use super::names::{path_in_copy, sheet_name};
use super::request::{AnonymiseError, Request};
use super::task::Task;
use crate::output::error::unwritable;
use crate::output::names::is_device;
use crate::output::unfinished::Unfinished;
use crate::owner;
use crate::returns::files::{FoundFile, real};
use crate::returns::place::Place;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Opens the folder where a copy goes, before anything is made.
///
/// # Errors
/// Where it is inside the returns, is not empty, would hold the key, or cannot be written to.
pub(crate) fn open(given: &[PathBuf], out: &Path, key: &Path) -> Result<Unfinished, AnonymiseError> {
    let real_out = real(out);
    if let Some(returns) = given.iter().find(|returns| real_out.starts_with(real(returns))) {
        return Err(AnonymiseError::Inside { out: out.to_owned(), returns: returns.clone() });
    }
    if real(key).starts_with(&real_out) {
        return Err(AnonymiseError::KeyInside { key: key.to_owned(), out: out.to_owned() });
    }
    let is_new = !out.exists();
    if !is_new && !out.is_dir() {
        return Err(AnonymiseError::NotEmpty(out.to_owned()));
    }
    let unfinished = Unfinished::open(out, [])?;
    if !unfinished.beside()?.is_empty() {
        return Err(AnonymiseError::NotEmpty(out.to_owned()));
    }
    if is_new {
        owner::make_folder_private(out).map_err(unwritable(out))?;
    }
    Ok(unfinished)
}

/// Where the files of a copy go.
#[derive(Debug, Default)]
pub(super) struct Targets {
    /// The path of each in the copy, in the order of the files: its path below the one given, after the
    /// names of the folders above that say whose the returns are.
    pub paths: Vec<PathBuf>,
    /// The files of which a name, be it of a folder or sheet, is another in the copy, for it tells who a child is.
    pub renamed: Vec<String>,
}

/// Where the files go.
///
/// # Errors
/// Where two files would have one path.
pub(super) fn targets(task: Task<'_>) -> Result<Targets, AnonymiseError> {
    let request = task.request;
    let mut taken = BTreeMap::<PathBuf, &FoundFile>::new();
    let mut targets = Targets::default();
    for found in &request.found.files {
        let as_it_was = inside(request, found);
        let inside = path_in_copy(task, &as_it_was);
        let sheet = found.within.sheet.as_ref().is_some_and(|sheet| sheet_name(task, sheet) != *sheet);
        if sheet || inside != as_it_was {
            targets.renamed.push(found.shown.clone());
        }
        if let Some(other) = taken.insert(inside.clone(), found).filter(|other| !other.is_beside(found)) {
            let (one, other) = (other.shown.clone(), found.shown.clone());
            return Err(AnonymiseError::SamePath { one, other, path: inside });
        }
        targets.paths.push(request.out.join(inside));
    }
    Ok(targets)
}

/// How many folders an archive stands for: itself, and those in it.
fn folders_within(found: &FoundFile) -> usize {
    found.within.member.as_ref().map_or(0, |(_, name)| name.split('/').count())
}

/// The path of the CSV that a table in a file becomes: an archive becomes a folder, and a sheet a file named for both.
/// Of the names that others gave, only what is safe in a path is kept.
fn as_csv(found: &FoundFile, below: PathBuf) -> PathBuf {
    let mut path = below;
    if let Some((_, name)) = &found.within.member {
        path.set_extension("");
        path.extend(name.split('/').map(safe));
    }
    if let Some(sheet) = &found.within.sheet {
        match (ending(&found.path).as_str(), &found.within.member) {
            ("xlsx" | "xml", None) => return path,
            ("xlsm", None) => return path.with_extension("xlsx"),
            _ => {}
        }
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        path.set_file_name(format!("{stem} {}.csv", safe(sheet)));
    }
    path
}

/// How the name of a file ends, in small letters.
fn ending(path: &Path) -> String {
    path.extension().unwrap_or_default().to_string_lossy().to_lowercase()
}

/// A name with nothing in it that means something to a file system.
fn safe(name: &str) -> String {
    let keep = |character: char| character.is_alphanumeric() || matches!(character, ' ' | '-' | '_' | '.' | '(' | ')');
    let name: String = name.chars().map(|character| if keep(character) { character } else { '_' }).collect();
    let name = name.replace("..", "__");
    // Windows leaves off what ends a name so, and takes some names for devices.
    let end = if name.ends_with(['.', ' ']) { "_" } else { "" };
    format!("{}{name}{end}", if is_device(&name) { "_" } else { "" })
}

fn inside(request: &Request<'_>, found: &FoundFile) -> PathBuf {
    let below = request.given.iter().find_map(|root| found.path.strip_prefix(root).ok());
    let below = below.filter(|below| *below != Path::new("")).map(Path::to_owned);
    let below = below.unwrap_or_else(|| PathBuf::from(found.path.file_name().unwrap_or(OsStr::new("table.csv"))));
    let kept = found.folders.len().min(below.components().count() - 1 + folders_within(found));
    let below = as_csv(found, below);
    let authorities = &request.seeds.authorities;
    let says_whose = |name: &&String| {
        Place::of_folders(std::slice::from_ref(*name), Place::default(), authorities) != Place::default()
    };
    let mut path: PathBuf = found.folders.iter().skip(kept).filter(says_whose).rev().collect();
    path.push(below);
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_an_archive_or_workbook_is_made_safe() {
        for (name, made) in [
            ("2011 (May)", "2011 (May)"),
            ("a/../b", "a____b"),
            ("x:y", "x_y"),
            ("CON", "_CON"),
            ("nul.csv", "_nul.csv"),
            ("aux .csv", "_aux .csv"),
            ("Com¹.csv", "_Com¹.csv"),
            ("com.csv", "com.csv"),
            ("com10.csv", "com10.csv"),
            ("dots.", "dots._"),
            ("Blätter ", "Blätter _"),
        ] {
            assert_eq!(safe(name), made, "{name}");
        }
    }
}
