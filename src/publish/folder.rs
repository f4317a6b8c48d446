//! The folder publish/: written from what is protected, and from nothing else.

use super::{table, words};
use crate::contract::{PROFILE, PUBLISH, PUBLISHED_FIGURES, PUBLISHED_README};
use crate::disclosure::Protected;
use crate::report::ReportError;
use crate::report::folder::{ReportFolder, Written};
use crate::seeds::indicators::IndicatorSeed;
use std::io::{self, Write};

/// Writes the figures of one day, and how they are protected.
///
/// # Errors
/// Where a file cannot be written.
pub fn write(
    protected: &Protected,
    indicators: &[IndicatorSeed],
    folder: &ReportFolder,
) -> Result<Vec<Written>, ReportError> {
    let (printed, profile) = (protected.table(), protected.profile());
    let file = |name: &str, fill: &dyn Fn(&mut dyn Write) -> io::Result<()>| {
        folder.write(&format!("{PUBLISH}/{name}"), |file| fill(file))
    };
    Ok(vec![
        file(PUBLISHED_README, &|file| file.write_all(words::readme(profile, &printed.timeframe).as_bytes()))?,
        file(PROFILE, &|file| file.write_all(words::settings(profile, &printed.same_children).as_bytes()))?,
        file(PUBLISHED_FIGURES, &|file| table::write(printed, indicators, file))?,
    ])
}
