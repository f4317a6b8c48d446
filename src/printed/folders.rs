//! The folders of what is published.

use super::error::PublishedError;
use crate::contract::{PROFILE, PUBLISH, RECORD, SERIES, YEARS};
use crate::output::unfinished::finished;
use std::path::{Path, PathBuf};

/// The published folders of a report, of a folder of reports for several days, or the published folder itself.
///
/// # Errors
/// Where there is none, or a report is not finished.
pub(crate) fn folders(given: &Path) -> Result<Vec<PathBuf>, PublishedError> {
    if is_published(given) {
        return Ok(folders_of(given));
    }
    let mut days = inside(given);
    // What is published over all of several days is made of theirs.
    days.retain(|day| !day.ends_with(SERIES));
    days.push(given.to_owned());
    days.sort();
    days.iter().try_for_each(|day| finished(day, RECORD))?;
    let found: Vec<PathBuf> = days.iter().flat_map(|day| folders_of(&day.join(PUBLISH))).collect();
    if found.is_empty() { Err(PublishedError::Nothing(given.display().to_string())) } else { Ok(found) }
}

/// The published folder of a day and those of the years before it, the latest first; none where there is no such folder.
/// That of the day is among them whatever is in it, so that it cannot go unread.
pub(crate) fn folders_of(published: &Path) -> Vec<PathBuf> {
    if !published.is_dir() {
        return Vec::new();
    }
    let mut found = inside(&published.join(YEARS));
    found.retain(|folder| is_published(folder));
    found.sort();
    found.push(published.to_owned());
    found.reverse();
    found
}

/// What is directly in a folder; nothing where there is no such folder.
fn inside(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    entries.filter_map(Result::ok).map(|entry| entry.path()).collect()
}

fn is_published(folder: &Path) -> bool {
    folder.join(PROFILE).is_file()
}

/// Whether a folder is empty.
pub(crate) fn is_empty(folder: &Path) -> bool {
    inside(folder).is_empty()
}
