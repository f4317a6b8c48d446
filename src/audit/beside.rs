//! What lies beside the folder publish/ in a folder that is given as a publication: whoever hands that folder on hands it
//! on too.

use super::files::not_followed;
use crate::contract::{
    BACKTEST_RECORD, CHECK_RECORD, COMPARISON_RECORD, FORECAST_RECORD, PROFILE, PUBLISH, RECORD, SERIES_RECORD, TABLES,
};
use crate::output::folder::earlier_outputs;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::Path;

/// The records of reports of every kind.
const RECORDS: [&str; 6] = [RECORD, SERIES_RECORD, CHECK_RECORD, COMPARISON_RECORD, BACKTEST_RECORD, FORECAST_RECORD];

/// What no record beside it accounts for, a line each, in a report or in a folder of reports for several days.
pub(crate) fn not_accounted_for(given: &Path) -> Vec<String> {
    // Of a published folder itself every file is audited.
    if given.join(PROFILE).is_file() {
        return Vec::new();
    }
    let accounted = accounted_for(given);
    let is_report = given.join(PUBLISH).is_dir();
    let mut entries: Vec<_> = fs::read_dir(given).into_iter().flatten().filter_map(Result::ok).collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    let mut found = Vec::new();
    for entry in entries {
        let (path, name) = (entry.path(), entry.file_name());
        if path.is_symlink() {
            // That of publish/ is named with its files.
            found.extend((name != PUBLISH).then(|| not_followed(&path)));
        } else if !is_report && (path.join(PUBLISH).is_dir() || path.join(SERIES_RECORD).is_file()) {
            found.extend(not_accounted_for(&path));
        } else if name != PUBLISH && !accounted.contains(&name) && !only_ignores(&path) {
            found.push(format!(
                "{}: lies beside what is published, and no record of this program accounts for it: take it away",
                path.display()
            ));
        }
    }
    found
}

/// Whether it is a file that keeps reports out of a repository, and says nothing else.
fn only_ignores(path: &Path) -> bool {
    let says = |text: String| text.lines().all(|line| matches!(line, "*" | "!.gitignore"));
    path.ends_with(".gitignore") && fs::read_to_string(path).is_ok_and(says)
}

/// The records in a folder, and the folders of tables that they list files of.
fn accounted_for(folder: &Path) -> BTreeSet<OsString> {
    let mut names = BTreeSet::new();
    for record in RECORDS {
        let outputs = earlier_outputs(folder, record);
        let tables = TABLES.iter().filter(|tables| outputs.iter().any(|output| output.starts_with(tables)));
        names.extend(tables.map(OsString::from));
        names.extend((!outputs.is_empty()).then(|| OsString::from(record)));
    }
    names
}
