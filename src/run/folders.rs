//! The folders that a run writes to.

use super::error::RunError;
use super::over_all;
use super::request::Request;
use crate::output::error::ReportError;
use crate::output::folder::{OF_RUN, ReportFolder};
use crate::report::already_there::AlreadyThere;
use crate::returns::files::shown;
use crate::wording::counts::{authorities, listed};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The folders of a run's reports.
pub(super) struct Folders {
    /// Each day's.
    pub days: Vec<ReportFolder>,
    /// That of the report over all of several days.
    pub over_all: Option<ReportFolder>,
}

impl Folders {
    /// Opens the folders of the days, and with several that of the report over all.
    ///
    /// # Errors
    /// Where one cannot be written to.
    pub fn open(days: &[PathBuf], request: &Request) -> Result<Folders, ReportError> {
        let over_all = (days.len() > 1).then(|| ReportFolder::open(&request.folder_over_all(), over_all::NAME));
        let days = days.iter().map(|folder| ReportFolder::open(folder, OF_RUN)).collect::<Result<_, _>>()?;
        Ok(Folders { days, over_all: over_all.transpose()? })
    }
}

/// Makes sure that no report of other authorities is replaced: of those in these folders each shares an authority with the
/// run, whose authorities are these, names by codes. What cannot be read is no report of others.
///
/// # Errors
/// Where a folder holds a report none of whose authorities is among these.
pub(super) fn none_of_others<'run>(
    folders: impl IntoIterator<Item = &'run Path>,
    ours: &BTreeMap<&str, &str>,
) -> Result<(), RunError> {
    for folder in folders {
        let Some(there) = AlreadyThere::read(folder) else { continue };
        if !there.authorities.keys().any(|code| ours.contains_key(code.as_str())) {
            return Err(RunError::OfOthers {
                folder: shown(folder),
                theirs: named(there.authorities.values().map(String::as_str).collect()),
                as_at: there.as_at.in_words(),
                ours: named(ours.values().copied().collect()),
            });
        }
    }
    Ok(())
}

/// `Barnet and Brent`; of more than a few, `12 authorities`.
fn named(names: Vec<&str>) -> String {
    const NAMED: usize = 4;
    if names.len() <= NAMED { listed(&names) } else { authorities(names.len()) }
}
