//! restricted/disclosure.csv: every number that is hidden in publish/, and why. It stays here, for the reason says
//! whether a number is small.

use crate::disclosure::Protected;
use crate::output::rows::Rows;
use std::io::{self, Write};

/// The columns, one row per hidden number, the day first, then the years before it, each in order of level, code and
/// indicator. The limits of a hidden value are hidden with it.
const COLUMNS: [&str; 7] = ["as_at", "geographic_level", "code", "name", "indicator", "hidden", "reason"];

/// Writes the table.
///
/// # Errors
/// Where the file cannot be written.
pub(crate) fn write(tables: &[&Protected], file: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::of(file);
    rows.write_record(COLUMNS)?;
    for protected in tables {
        let as_at = protected.table().timeframe.as_at.to_string();
        for (figure, hidden) in protected.hidden() {
            let numbers =
                [("numerator", hidden.numerator), ("denominator", hidden.denominator), ("value", hidden.value)];
            for (number, reason) in numbers.into_iter().filter_map(|(number, reason)| Some((number, reason?))) {
                let indicator = figure.indicator.to_string();
                let (level, code, name) = (figure.level.name(), figure.code.as_str(), figure.name.as_str());
                rows.write_record([as_at.as_str(), level, code, name, indicator.as_str(), number, reason.name()])?;
            }
        }
    }
    rows.flush()
}
