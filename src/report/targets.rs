//! restricted/targets.csv: each place with every target there is for it.

use super::indicators::cells::tenths;
use super::place;
use crate::benchmark::targets::{Against, Children};
use crate::benchmark::{Compared, Targeted};
use crate::output::rows::Rows;
use crate::seeds::authorities::ENGLAND_CODE;
use crate::wording::target::met_in_tables;
use std::io::{self, Write};

/// The columns after those of the place, one row per place, indicator, target and source of a value of the place; of
/// two sources one is `used` where figures are compared. `above` and `ahead_of_path` are in points, below zero
/// where the value is below the target or behind the path; `yearly_change` is what must be added a year to meet the
/// target in time. `met` is not_known where the value may not be judged, and `why_not_known` says why. `already_met_in` is the first
/// year known, where it meets the target and no path begins.
const COLUMNS: [&str; 18] = [
    "value",
    "source",
    "used",
    "whose",
    "target",
    "target_year",
    "target_source",
    "met",
    "met_95",
    "above",
    "children_short",
    "children_to_spare",
    "path_from_year",
    "path_value",
    "ahead_of_path",
    "yearly_change",
    "why_not_known",
    "already_met_in",
];

/// Writes the table.
///
/// # Errors
/// Where the file cannot be written.
pub(crate) fn write(compared: &Compared, file: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::of(file);
    rows.write_record(place::COLUMNS.iter().chain(&COLUMNS))?;
    for figure in &compared.list {
        for targeted in &figure.targets {
            let place = place::cells(&compared.timeframe, &figure.figure);
            rows.write_record(place.into_iter().chain(value(targeted)).chain(target(&targeted.against)))?;
        }
    }
    rows.flush()
}

fn value(targeted: &Targeted) -> [String; 3] {
    let standing = targeted.standing.as_ref();
    [
        standing.map(|standing| standing.shown.clone()).unwrap_or_default(),
        standing.map(|standing| standing.source.to_string()).unwrap_or_default(),
        if targeted.used { "yes" } else { "no" }.to_owned(),
    ]
}

fn target(against: &Against) -> [String; 15] {
    let number = |number: Option<f64>| number.map(tenths).unwrap_or_default();
    let Against { target, path, .. } = against;
    let (short, to_spare) = match against.children {
        Some(Children::Short(short)) => (short.to_string(), "0".to_owned()),
        Some(Children::ToSpare(to_spare)) => ("0".to_owned(), to_spare.to_string()),
        None => Default::default(),
    };
    [
        if target.code == ENGLAND_CODE { "national" } else { "local" }.to_owned(),
        target.value.to_string(),
        target.year.to_string(),
        target.source.clone(),
        met_in_tables(against).to_owned(),
        against.significance.map(|told| told.name().to_owned()).unwrap_or_default(),
        against.above.map(|above| above.to_string()).unwrap_or_default(),
        short,
        to_spare,
        path.as_ref().map(|path| path.from.year.to_string()).unwrap_or_default(),
        number(path.as_ref().map(|path| path.expected)),
        number(path.as_ref().map(|path| path.ahead)),
        number(against.yearly),
        against.not_judged.map(|why| why.to_string()).unwrap_or_default(),
        against.already_met.as_ref().map(|first| first.year.to_string()).unwrap_or_default(),
    ]
}
