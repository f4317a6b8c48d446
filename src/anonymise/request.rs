//! What a copy is made of, and why it may not be made.

use super::key::Key;
use crate::fault::plainly;
use crate::returns::files::FoundFiles;
use crate::seeds::Seeds;
use std::io;
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
}

/// Why a copy cannot be made.
#[derive(Debug, Error)]
pub enum AnonymiseError {
    /// The folder is not empty.
    #[error("{} is not an empty folder: give a new one, so that nothing else is taken for anonymised", .0.display())]
    NotEmpty(PathBuf),
    /// The folder is inside the returns.
    #[error("{} is inside {}, whose returns are copied: give a folder elsewhere", out.display(), returns.display())]
    Inside {
        /// Where the copy would go.
        out: PathBuf,
        /// The returns given.
        returns: PathBuf,
    },
    /// The key would be inside the copy.
    #[error("the key {} would be inside the copy in {}, which it could undo: keep it elsewhere", key.display(), out.display())]
    KeyInside {
        /// The key.
        key: PathBuf,
        /// Where the copy goes.
        out: PathBuf,
    },
    /// Two files would have the same path.
    #[error("{one} and {other} would both be called {} in the copy: copy them one after the other", path.display())]
    SamePath {
        /// One file.
        one: String,
        /// The other.
        other: String,
        /// Their path in the copy.
        path: PathBuf,
    },
    /// The copy cannot be written.
    #[error("{} cannot be written ({}): give a folder that you may write to", path.display(), plainly(source))]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}
