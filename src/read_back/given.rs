//! What a run was given, from its record: its returns, and its lists as far as they can be read again.

use super::report::{Record, Report};
use crate::indicators::seeded;
use crate::report::record::NONE;
use crate::seeds::Seeds;
use crate::seeds::authorities::Authorities;
use crate::seeds::file::SeedError;
use crate::seeds::identifying::IdentifyingColumns;
use std::path::{Path, PathBuf};

/// The settings that decide which authority and year rows belong to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Given {
    /// The files and folders of returns; none where the record is of a version that did not write them.
    pub(crate) returns: Vec<PathBuf>,
    /// The authority of files that do not name one.
    pub(crate) authority: Option<String>,
    /// The year of files that do not name one.
    pub(crate) year: Option<String>,
}

impl Given {
    /// What a run was given, as its record has it.
    pub(crate) fn of(record: &Record) -> Given {
        let text = |key: &str| record.settings.get(key).and_then(|value| value.as_str()).filter(|text| *text != NONE);
        let returns = record.settings.get("returns").and_then(|value| value.as_array()).into_iter().flatten();
        Given {
            returns: returns.filter_map(|path| path.as_str()).map(PathBuf::from).collect(),
            authority: text("authority").map(str::to_owned),
            year: text("year").map(str::to_owned),
        }
    }
}

/// What a record calls the list that comes with the program.
pub(crate) const BUILT_IN: &str = "built in";

/// The lists that a run used, with another list of authorities where one is given, or why they cannot be read.
///
/// # Errors
/// Where a list is no longer there or its contents are not valid.
pub(crate) fn seeds_of(report: &Report, authorities: Option<&Path>) -> Result<Seeds, SeedError> {
    let lists = &report.record.lists;
    let folder = (lists.seeds != BUILT_IN).then(|| Path::new(&lists.seeds));
    let mut seeds = seeded::load(folder)?;
    // The run has already decided whether to accept a file with identifying columns.
    seeds.identifying = IdentifyingColumns::default();
    let recorded = (lists.authorities != BUILT_IN).then(|| Path::new(&lists.authorities));
    if let Some(list) = authorities.or(recorded) {
        seeds = seeds.with_authorities(Authorities::from_file(list)?);
    }
    Ok(seeds)
}
