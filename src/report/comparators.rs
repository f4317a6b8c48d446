//! restricted/comparators.csv: each figure beside everything it is compared with.

use super::Rows;
use super::indicators::tenths;
use crate::benchmark::comparators::Comparator;
use crate::benchmark::{Compared, ComparedFigure};
use std::io::{self, Write};

/// The columns, one row per authority or region, indicator and comparator; England and regions that are known both
/// from returns and from a publication have a row for each, of which one is `used`. The comparator's value is that
/// of England or the region as a whole; other groups have the mean and median of their authorities, each counting
/// once, of which so many are `published` figures. `difference` is the figure less the comparator's value, else less its mean, in points.
const COLUMNS: [&str; 22] = [
    "as_at",
    "basis",
    "geographic_level",
    "code",
    "name",
    "indicator",
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
];

/// Writes the table.
///
/// # Errors
/// Where the file cannot be written.
pub fn write(compared: &Compared, file: &mut dyn Write) -> io::Result<()> {
    let mut rows: Rows<'_> = csv::Writer::from_writer(file);
    rows.write_record(COLUMNS)?;
    let (as_at, basis) = (compared.timeframe.as_at.to_string(), compared.timeframe.basis.to_string());
    for figure in &compared.list {
        for comparator in &figure.comparators {
            let beside = [as_at.clone(), basis.clone()].into_iter().chain(this(figure)).chain(other(comparator));
            rows.write_record(beside)?;
        }
    }
    rows.flush()
}

fn this(compared: &ComparedFigure) -> [String; 6] {
    let ComparedFigure { figure, standing, .. } = compared;
    let standing = standing.as_ref();
    [
        figure.level.name().to_owned(),
        figure.code.clone(),
        figure.name.clone(),
        figure.indicator.to_string(),
        standing.map(|standing| standing.shown.clone()).unwrap_or_default(),
        standing.map(|standing| standing.source.to_string()).unwrap_or_default(),
    ]
}

fn other(comparator: &Comparator) -> [String; 14] {
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
        comparator.told.map(|told| told.name().to_owned()).unwrap_or_default(),
    ]
}
