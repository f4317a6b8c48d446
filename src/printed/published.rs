//! What was published: the table and profile of a folder, read back.

use super::context::{self, PrintedContext};
use super::error::PublishedError;
use super::folders::{folders, folders_of};
use super::public::PublicDay;
use super::{PrintedTable, breakdowns, table, words};
use crate::contract::{PROFILE, PUBLISHED_BREAKDOWNS, PUBLISHED_CONTEXT, PUBLISHED_FIGURES};
use crate::seeds::disclosure::Profile;
use crate::timeframe::Timeframe;
use std::path::{Path, PathBuf};

/// The table of one day, as it is published.
#[derive(Debug, Clone)]
pub struct Published {
    /// Its folder, as it was given.
    pub folder: PathBuf,
    /// How it is protected.
    pub profile: Profile,
    /// The figures.
    pub table: PrintedTable,
    /// The same with those of groups after them, where such are published.
    pub with_groups: Option<PrintedTable>,
    /// The care population of England and of regions, where it is published.
    pub context: Option<PrintedContext>,
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
        let table = PrintedTable { same_children, ..table };
        let with_groups = if folder.join(PUBLISHED_BREAKDOWNS).exists() {
            let groups = breakdowns::read(&bytes(PUBLISHED_BREAKDOWNS)?, &table);
            let groups = groups.map_err(|source| unreadable(PUBLISHED_BREAKDOWNS, source))?;
            Some(PrintedTable { figures: [table.figures.as_slice(), &groups].concat(), ..table.clone() })
        } else {
            None
        };
        let context = if folder.join(PUBLISHED_CONTEXT).exists() {
            let context = context::read(&bytes(PUBLISHED_CONTEXT)?, &table.timeframe);
            Some(context.map_err(|source| unreadable(PUBLISHED_CONTEXT, source))?)
        } else {
            None
        };
        Ok(Published { folder: folder.to_owned(), profile, table, with_groups, context })
    }

    /// All figures that are published, those of groups after the others.
    pub fn whole(&self) -> &PrintedTable {
        self.with_groups.as_ref().unwrap_or(&self.table)
    }
}

/// Whether two windows have a day in common.
pub(crate) fn overlap(one: &Timeframe, other: &Timeframe) -> bool {
    one.window_start <= other.as_at && other.window_start <= one.as_at
}

/// Of the tables that were read, that of a published folder and those of the years before it, the latest first.
pub(crate) fn published_in<'a>(folder: &Path, tables: &'a [Published]) -> Vec<PublicDay<'a>> {
    let of_folder = |folder: &PathBuf| tables.iter().find(|published| published.folder == *folder);
    let days = folders_of(folder);
    let day = |Published { table, profile, context, .. }: &'a Published| PublicDay {
        table,
        profile,
        context: context.as_ref(),
    };
    days.iter().filter_map(of_folder).map(day).collect()
}

/// Reads what was published already: reports, their folders publish, or folders of reports.
///
/// # Errors
/// Where one of them holds nothing published, or cannot be read.
pub(crate) fn already_published(given: &[PathBuf]) -> Result<Vec<Published>, PublishedError> {
    let mut found: Vec<PathBuf> = Vec::new();
    for given in given {
        found.extend(folders(given)?);
    }
    found.iter().map(|folder| Published::read(folder)).collect()
}
