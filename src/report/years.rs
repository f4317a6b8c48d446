//! restricted/years.csv: each place's figures of the latest five years, from every source that has them.

use super::indicators::cells::bounds;
use super::place;
use crate::benchmark::Compared;
use crate::benchmark::standing::Standing;
use crate::benchmark::uncertainty::Uncertainty;
use crate::benchmark::years::Year;
use crate::output::rows::Rows;
use crate::seeds::configuration::Configuration;
use crate::seeds::indicators::IndicatorSeed;
use std::io::{self, Write};

/// The columns after those of the place, one row per place, indicator, year and source, the latest year first; of two
/// sources one is `used` where years are compared. A value that a publication hides or does not have is its symbol: c
/// confidential, x not available, z not applicable, k rounds to zero but is not. `warning` is a list: the year looks
/// further back than the returns cover, it is of part of the authorities, how far it can be relied upon.
const COLUMNS: [&str; 10] =
    ["year", "source", "used", "numerator", "denominator", "value", "lower_95", "upper_95", "interval", "warning"];

/// Writes the table.
///
/// # Errors
/// Where the file cannot be written.
pub(crate) fn write(
    compared: &Compared,
    indicators: &[IndicatorSeed],
    configuration: &Configuration,
    file: &mut dyn Write,
) -> io::Result<()> {
    let mut rows = Rows::of(file);
    rows.write_record(place::COLUMNS.iter().chain(&COLUMNS))?;
    for figure in &compared.list {
        let Some(seed) = indicators.iter().find(|seed| seed.number == figure.figure.indicator) else { continue };
        for year in &figure.years {
            let of_place =
                || place::cells(&compared.timeframe, &figure.figure).into_iter().chain([year.year.to_string()]);
            for (at, standing) in year.known.each().enumerate() {
                rows.write_record(of_place().chain(of_standing(standing, at == 0, seed, configuration)))?;
            }
            if let Some(symbol) = symbol(year) {
                rows.write_record(of_place().chain(symbol))?;
            }
        }
    }
    rows.flush()
}

fn of_standing(standing: &Standing, used: bool, seed: &IndicatorSeed, configuration: &Configuration) -> [String; 9] {
    let counts = standing.counts;
    let uncertainty = Uncertainty::of(standing, seed.unit, configuration.interval);
    let [lower, upper] = bounds(uncertainty.map(|uncertainty| uncertainty.at_95));
    [
        standing.source.to_string(),
        if used { "yes" } else { "no" }.to_owned(),
        counts.map(|counts| counts.numerator.to_string()).unwrap_or_default(),
        counts.map(|counts| counts.denominator.to_string()).unwrap_or_default(),
        standing.shown.clone(),
        lower,
        upper,
        uncertainty.map(|uncertainty| uncertainty.method).unwrap_or_default().to_owned(),
        standing.warnings(),
    ]
}

/// What a publication has in place of a value.
fn symbol(year: &Year) -> Option<[String; 9]> {
    let symbol = year.known.symbol.as_ref()?.name();
    let mut cells: [String; 9] = Default::default();
    cells[0] = "published".to_owned();
    cells[1] = "no".to_owned();
    cells[4] = symbol.to_owned();
    Some(cells)
}
