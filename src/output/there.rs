//! Whether a folder holds the report of a run.

use super::folder::earlier_record;
use crate::contract::{RECORD, TABLES};
use std::path::Path;

/// Whether a folder is the report of a run, or a folder of tables in one.
pub(crate) fn is_report(folder: &Path) -> bool {
    let is_of_tables = TABLES.iter().any(|tables| folder.ends_with(tables));
    has_record(folder) || is_of_tables && folder.parent().is_some_and(has_record)
}

fn has_record(folder: &Path) -> bool {
    earlier_record(folder, RECORD).is_some()
}
