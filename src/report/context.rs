//! restricted/context.csv: the care population of every place.

use crate::context::ContextRow;
use crate::output::rows::Rows;
use crate::timeframe::Timeframe;
use std::io::{self, Write};

/// The columns, one row per place and measure, and per group of those looked after on the day and of reviews. `value` is a share in percent,
/// or a rate per 10,000; blank where children are counted.
const COLUMNS: [&str; 12] = [
    "as_at",
    "basis",
    "geographic_level",
    "code",
    "name",
    "measure",
    "dimension",
    "group",
    "numerator",
    "denominator",
    "value",
    "title",
];

/// Writes the table.
///
/// # Errors
/// Where the file cannot be written.
pub fn write(context: &[ContextRow], timeframe: &Timeframe, file: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::of(file);
    rows.write_record(COLUMNS)?;
    for row in context {
        let [dimension, group] = row.group.clone().unwrap_or_default();
        rows.write_record([
            timeframe.as_at.to_string(),
            timeframe.basis.to_string(),
            row.level.name().to_owned(),
            row.code.clone(),
            row.name.clone(),
            row.measure.clone(),
            dimension,
            group,
            row.numerator.to_string(),
            row.denominator.map(|all| all.to_string()).unwrap_or_default(),
            row.value().map(|value| value.to_string()).unwrap_or_default(),
            row.title.clone(),
        ])?;
    }
    rows.flush()
}
