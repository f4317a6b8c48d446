//! restricted/quality.csv: the statement of quality of every authority.

use crate::benchmark::Compared;
use crate::output::rows::Rows;
use crate::seeds::quality::MeasureSeed;
use crate::verdict::statement::Statement;
use std::io::{self, Write};

/// The columns, one row per authority and measure. The lower the count the better; above a limit, a
/// figure that the measure bears on is to be used with care or not at all.
const COLUMNS: [&str; 11] = [
    "as_at",
    "code",
    "name",
    "dimension",
    "measure",
    "count",
    "of",
    "per_cent",
    "with_care_above",
    "not_usable_above",
    "words",
];

/// Writes the table.
///
/// # Errors
/// Where the file cannot be written.
pub(crate) fn write(
    statements: &[Statement],
    seeds: &[MeasureSeed],
    compared: &Compared,
    file: &mut dyn Write,
) -> io::Result<()> {
    let mut rows = Rows::of(file);
    rows.write_record(COLUMNS)?;
    let as_at = compared.timeframe.as_at.to_string();
    let limit = |limit: Option<u64>| limit.map(|limit| limit.to_string()).unwrap_or_default();
    for statement in statements {
        for (measure, measured) in &statement.measured {
            let Some(seed) = seeds.iter().find(|seed| seed.name == *measure) else { continue };
            rows.write_record([
                as_at.as_str(),
                &statement.code,
                &statement.name,
                seed.dimension.name(),
                seed.name.name(),
                &measured.count.to_string(),
                &measured.of.to_string(),
                &measured.per_cent(),
                &limit(seed.with_care_above),
                &limit(seed.not_usable_above),
                &seed.words,
            ])?;
        }
    }
    rows.flush()
}
