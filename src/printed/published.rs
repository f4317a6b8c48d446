//! What was published: a folder's table and profile, read back.

use super::folders::folders;
use super::{PrintedTable, table, words};
use crate::contract::{PROFILE, PUBLISHED_FIGURES};
use crate::printed::error::PublishedError;
use crate::seeds::disclosure::Profile;
use std::path::{Path, PathBuf};

/// The tables of one day, as they are published.
#[derive(Debug, Clone)]
pub struct Published {
    /// The folder, as it was given.
    pub folder: String,
    /// How they are protected.
    pub profile: Profile,
    /// The figures.
    pub table: PrintedTable,
}

impl Published {
    /// Reads one published folder.
    ///
    /// # Errors
    /// Where its table or profile cannot be read.
    pub fn read(folder: &Path) -> Result<Published, PublishedError> {
        let path = |name: &str| folder.join(name).display().to_string();
        let bytes = |name: &str| {
            let opened = std::fs::read(folder.join(name));
            opened.map_err(|source| PublishedError::Open { path: path(name), source: source.into() })
        };
        let unreadable = |name: &str, source| PublishedError::Unreadable { path: path(name), source };
        let (profile, same_children) =
            words::read_settings(&bytes(PROFILE)?).map_err(|source| unreadable(PROFILE, source))?;
        let table = table::read(&bytes(PUBLISHED_FIGURES)?).map_err(|source| unreadable(PUBLISHED_FIGURES, source))?;
        Ok(Published { folder: folder.display().to_string(), profile, table: PrintedTable { same_children, ..table } })
    }
}

/// Reads what was published already: reports, their folders publish, or folders of reports.
///
/// # Errors
/// Where one of them holds nothing published, or cannot be read.
pub fn already_published(given: &[PathBuf]) -> Result<Vec<Published>, PublishedError> {
    let mut found: Vec<PathBuf> = Vec::new();
    for given in given {
        found.extend(folders(given)?);
    }
    found.iter().map(|folder| Published::read(folder)).collect()
}
