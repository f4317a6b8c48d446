//! What is published over all of several days, made again from the tables of those days.

use super::error::AuditError;
use super::files::not_followed;
use super::year::is_of_a_year;
use crate::contract::{PUBLISH, SERIES, SERIES_RECORD};
use crate::output::error::ReportError;
use crate::printed::published::{Published, published_in};
use crate::publish::series::{SERIES_TABLE, series};
use crate::seeds::Seeds;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What is wrong with what is published over all days of a folder of reports, a line each. `audited` are all tables of the
/// audit.
///
/// # Errors
/// Where it cannot be made again.
pub(crate) fn not_audited_over_all(
    given: &Path,
    audited: &[Published],
    seeds: &Seeds,
) -> Result<Vec<String>, AuditError> {
    let report = given.join(SERIES);
    let folder = report.join(PUBLISH);
    if folder.is_symlink() || report.is_symlink() {
        return Ok(vec![not_followed(&folder)]);
    }
    let mut found = Vec::new();
    let mut entries: Vec<_> = fs::read_dir(&folder).into_iter().flatten().filter_map(Result::ok).collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    let is_table = |entry: &&fs::DirEntry| entry.file_name() == SERIES_TABLE && !entry.path().is_dir();
    for entry in entries.iter().filter(|entry| !is_table(entry)) {
        found.push(format!("{}: a file that this program does not read", entry.path().display()));
    }
    let is_below =
        |day: &&Published| !is_of_a_year(&day.folder) && day.folder.parent().and_then(Path::parent) == Some(given);
    let below: Vec<&Published> = audited.iter().filter(is_below).collect();
    let table = folder.join(SERIES_TABLE);
    if table.is_symlink() {
        found.push(not_followed(&table));
    } else if let Ok(bytes) = fs::read(&table) {
        let days = days_of(&bytes);
        let of_days = below.iter().filter(|day| days.contains(&day.table.timeframe.as_at.to_string()));
        let of_days: Vec<_> = of_days.map(|day| published_in(&day.folder, audited)).collect();
        let unwritable = |source: std::io::Error| ReportError::Write { path: table.clone(), source: source.into() };
        if series(&of_days, seeds).map_err(unwritable)? != bytes {
            found.push(format!(
                "{}: is not what the tables of its days give; a day may have been published anew since",
                table.display()
            ));
        }
    } else if report.join(SERIES_RECORD).is_file() && below.len() > 1 {
        found.push(format!("{}: is missing: the published figures of all days", table.display()));
    }
    Ok(found)
}

/// The days that a table of several days is of.
fn days_of(bytes: &[u8]) -> BTreeSet<String> {
    let mut reader = csv::Reader::from_reader(bytes);
    let first = |record: csv::StringRecord| record.get(0).map(str::to_owned);
    reader.records().filter_map(Result::ok).filter_map(first).collect()
}
