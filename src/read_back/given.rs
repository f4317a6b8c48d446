//! What a run was given, from its record: its returns, and its lists as far as they can be read again.

use super::report::Report;
use crate::indicators::seeded;
use crate::seeds::Seeds;
use crate::seeds::authorities::Authorities;
use crate::seeds::file::SeedError;
use crate::seeds::identifying::IdentifyingColumns;
use std::path::{Path, PathBuf};

/// The arguments that decide which authority and year rows belong to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Given {
    /// The files and folders of returns; none where this version does not understand the run's arguments.
    pub(crate) returns: Vec<PathBuf>,
    /// The authority of files that do not name one.
    pub(crate) authority: Option<String>,
    /// The year of files that do not name one.
    pub(crate) year: Option<String>,
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
