//! What a copy is made of, and why it may not be made.

use super::kept::KeptColumns;
use super::key::Key;
use crate::fault::SystemError;
use crate::output::error::ReportError;
use crate::returns::files::FoundFiles;
use crate::seeds::Seeds;
use miette::Diagnostic;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// What a copy is made of.
#[derive(Debug)]
pub struct Request<'run> {
    /// The paths given.
    pub given: &'run [PathBuf],
    /// The files found there.
    pub found: &'run FoundFiles,
    /// Where the copy goes: a folder that does not exist, or is empty.
    pub out: &'run Path,
    /// The key under which ids are hidden.
    pub key: &'run Key,
    /// Authorities, tables and codes.
    pub seeds: &'run Seeds,
    /// Columns that are copied though they are no part of the return.
    pub kept: &'run KeptColumns,
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
    /// The folder cannot be written to, or another process writes to it.
    #[error(transparent)]
    #[diagnostic(transparent)]
    Folder(#[from] ReportError),
}

impl AnonymiseError {
    /// The same of another path, where it is about a path that cannot be written.
    pub(crate) fn at(self, path_of: impl FnOnce(&Path) -> PathBuf) -> AnonymiseError {
        match self {
            AnonymiseError::Write { path, source } => AnonymiseError::Write { path: path_of(&path), source },
            other => other,
        }
    }
}
