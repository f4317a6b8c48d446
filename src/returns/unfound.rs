//! What cannot be found: paths that lead to no returns, and folders that cannot be read.

use crate::fault::SystemError;
use miette::Diagnostic;
use std::fmt;
use std::path::Path;
use thiserror::Error;

/// A folder that cannot be read.
#[derive(Debug)]
pub struct Unreadable {
    /// Its path as messages show it.
    shown: String,
    /// What the system said.
    source: SystemError,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} cannot be read: {}", self.shown, self.source)
    }
}

impl Unreadable {
    /// A folder by the path that messages show.
    pub(crate) fn of(shown: String, error: walkdir::Error) -> Unreadable {
        Unreadable { shown, source: said(error) }
    }
}

/// A path given that leads to no returns.
#[derive(Debug, Error, Diagnostic)]
pub enum FindError {
    /// The path is not there.
    #[error("{0} does not exist")]
    #[diagnostic(help("check the path"))]
    NotThere(String),
    /// Folders below it cannot be read.
    #[error("{}{}", .0, and_more(*.1))]
    #[diagnostic(help(
        "check that you may read it, or give --skip-unreadable to go on without it: nothing in it would count"
    ))]
    UnreadableBelow(Unreadable, usize),
    /// It cannot be read.
    #[error("{shown} cannot be read")]
    #[diagnostic(help("check that you may read it"))]
    Unreadable {
        /// The folder or file.
        shown: String,
        /// What the system said.
        source: SystemError,
    },
    /// Two lists of authorities lie beside the returns.
    #[error("{0} and {1} both list authorities")]
    #[diagnostic(help("say which to use with --authorities"))]
    TwoLists(String, String),
    /// It is the report of a run.
    #[error("{0} is a report of stocktake, not returns")]
    #[diagnostic(help("give the folder of the returns"))]
    Report(String),
    /// There is nothing in any of them that is read.
    #[error("nothing that is read as a return in {folders}{}", of_other_kinds(skipped))]
    #[diagnostic(help(
        "give the folder that holds the return's files: CSV, workbooks, XML or zip files of them; save others as one of these"
    ))]
    Nothing {
        /// The paths given.
        folders: String,
        /// What is there of other kinds.
        skipped: Vec<String>,
    },
}

/// What is there and not read.
fn of_other_kinds(skipped: &[String]) -> String {
    match skipped {
        [] => String::new(),
        [only] => format!(": {only} is there, which is of another kind"),
        [first, others @ ..] => format!(": {first} and {} more are there, which are of other kinds", others.len()),
    }
}

impl FindError {
    /// Why a path that was given cannot be walked.
    pub(crate) fn of_given(place: &Path, shown: String, error: walkdir::Error) -> FindError {
        if place.exists() { FindError::Unreadable { shown, source: said(error) } } else { FindError::NotThere(shown) }
    }
}

/// What the system said of a path that cannot be walked.
fn said(error: walkdir::Error) -> SystemError {
    error.into_io_error().unwrap_or_else(|| std::io::Error::other("a link that leads back to itself")).into()
}

/// Whether an error is that of a link that leads to nothing, or back to a folder above it.
pub(crate) fn leads_nowhere(path: &Path, error: &walkdir::Error) -> bool {
    let is_link = || std::fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink());
    let denied = |error: std::io::Error| error.kind() == std::io::ErrorKind::PermissionDenied;
    error.loop_ancestor().is_some() || is_link() && std::fs::metadata(path).is_err_and(|error| !denied(error))
}

fn and_more(folders: usize) -> String {
    match folders {
        0 => String::new(),
        1 => ", and 1 more folder".to_owned(),
        more => format!(", and {more} more folders"),
    }
}
