//! restricted/comparators.csv: each figure with everything it is compared with.

use super::indicators::cells::tenths;
use super::place;
use crate::benchmark::comparators::Comparator;
use crate::benchmark::{Compared, ComparedFigure};
use crate::output::rows::Rows;
use std::io::{self, Write};

/// The columns after those of the place, one row per authority or region, indicator and comparator; England and
/// regions that are known both from returns and from a publication have a row for each, of which one is `used`. The
/// comparator's value is that of England or the region as a whole; other groups have the mean and median of their
/// authorities, each counting once, of which so many are `published` figures. `difference` is the figure less the
/// comparator's value, else less its mean, in points; it is not tested where the figure may not be judged, and the last column
/// says why.
const COLUMNS: [&str; 17] = [
    "value",
    "source",
    "comparator_kind",
    "comparator_code",
    "comparator",
    "comparator_value",
    "comparator_year",
    "comparator_source",
    "used",
    "authorities",
    "with_figure",
    "published",
    "mean",
    "median",
    "difference",
    "told_95",
    "not_tested",
];

/// Writes the table.
///
/// # Errors
/// Where the file cannot be written.
pub(crate) fn write(compared: &Compared, file: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::of(file);
    rows.write_record(place::COLUMNS.iter().chain(&COLUMNS))?;
    for figure in &compared.list {
        for comparator in &figure.comparators {
            let place = place::cells(&compared.timeframe, &figure.figure);
            rows.write_record(place.into_iter().chain(this(figure)).chain(other(comparator)))?;
        }
    }
    rows.flush()
}

fn this(compared: &ComparedFigure) -> [String; 2] {
    let standing = compared.standing.as_ref();
    [
        standing.map(|standing| standing.shown.clone()).unwrap_or_default(),
        standing.map(|standing| standing.source.to_string()).unwrap_or_default(),
    ]
}

fn other(comparator: &Comparator) -> [String; 15] {
    let number = |number: Option<f64>| number.map(tenths).unwrap_or_default();
    let whole = comparator.whole.as_ref();
    [
        comparator.kind.name().to_owned(),
        comparator.code.clone(),
        comparator.name.clone(),
        whole.map(|whole| whole.shown.clone()).unwrap_or_default(),
        whole.map(|whole| whole.year.to_string()).unwrap_or_default(),
        whole.map(|whole| whole.source.to_string()).unwrap_or_default(),
        if comparator.used { "yes" } else { "no" }.to_owned(),
        comparator.authorities.to_string(),
        comparator.with_figure.to_string(),
        comparator.published.to_string(),
        number(comparator.mean),
        number(comparator.median),
        number(comparator.points),
        comparator.significance.map(|told| told.name().to_owned()).unwrap_or_default(),
        comparator.not_judged.map(|why| why.to_string()).unwrap_or_default(),
    ]
}
