//! restricted/disclosure.csv: every number that is hidden in publish/, and why. It stays here, for the reason says
//! whether a number is small.

use crate::disclosure::{HiddenNumber, Protected};
use crate::output::rows::Rows;
use std::io::{self, Write};

/// The columns, one row per hidden number, the day first, then the years before it, each in order of level, code and
/// indicator. The limits of a hidden value are hidden with it. `choice` is of a number that protects others: `least` where
/// all choices that would lose less were tried and none is enough, `greedy` where there were too many.
const COLUMNS: [&str; 8] = ["as_at", "geographic_level", "code", "name", "indicator", "hidden", "reason", "choice"];

/// Writes the table.
///
/// # Errors
/// Where the file cannot be written.
pub(crate) fn write(tables: &[&Protected], file: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::of(file);
    rows.write_record(COLUMNS)?;
    for protected in tables {
        let as_at = protected.table().timeframe.as_at.to_string();
        for HiddenNumber { figure, part, reason, is_least } in protected.hidden() {
            let indicator = figure.indicator.to_string();
            let choice = is_least.map_or("", |is_least| if is_least { "least" } else { "greedy" });
            rows.write_record([
                as_at.as_str(),
                figure.level.name(),
                figure.code.as_str(),
                figure.name.as_str(),
                indicator.as_str(),
                part.name(),
                reason.name(),
                choice,
            ])?;
        }
    }
    rows.flush()
}
