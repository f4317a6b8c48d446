//! The metadata file: what each column of the data is, for services that show it.

use super::column::Column;
use crate::output::rows::Rows;
use std::io::{self, Write};

/// The columns that the standard requires. The two about filters are blank, because there is no filter.
const COLUMNS: [&str; 8] = [
    "col_name",
    "col_type",
    "label",
    "indicator_grouping",
    "indicator_unit",
    "indicator_dp",
    "filter_hint",
    "filter_grouping_column",
];

/// Writes it.
///
/// # Errors
/// Where the file cannot be written.
pub fn write(columns: &[Column], file: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::of(file);
    rows.write_record(COLUMNS)?;
    for column in columns {
        let decimals = column.measure.decimals().to_string();
        let Column { name, label, grouping, unit, .. } = column;
        rows.write_record([name, "Indicator", label, grouping, unit, &decimals, "", ""])?;
    }
    rows.flush()
}
