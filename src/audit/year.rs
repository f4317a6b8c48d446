//! The folder of a year before, beside the day that it is published with.

use crate::contract::{PROFILE, YEARS};
use crate::printed::published::Published;
use std::path::Path;

/// Whether a folder is that of a year before.
pub(crate) fn is_of_a_year(folder: &Path) -> bool {
    folder.parent().and_then(Path::file_name).is_some_and(|parent| parent == YEARS)
}

/// What is not as it must be of the folder of a year before, a line each. Its name, and the name, meaning and numbers of
/// its profile, can give something away too.
pub(crate) fn not_as_its_day(year: &Published, audited: &[Published]) -> Vec<String> {
    if !is_of_a_year(&year.folder) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let named = year.table.timeframe.as_at.to_string();
    if year.folder.file_name().is_none_or(|name| name != named.as_str()) {
        found.push(format!("{}: a year's folder that is not named by its day", year.folder.display()));
    }
    let of_day = year.folder.parent().and_then(Path::parent);
    let day = audited.iter().find(|day| Some(day.folder.as_path()) == of_day);
    if day.is_some_and(|day| day.profile != year.profile) {
        found.push(format!(
            "{}: is not the profile of the day, by which the years before are protected too",
            year.folder.join(PROFILE).display()
        ));
    }
    found
}
