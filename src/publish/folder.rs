//! The tables of the folder publish/, written from what is protected and from nothing else.

use super::context::population;
use super::forecast::forecasts;
use crate::context::ContextRow;
use crate::contract::{
    PROFILE, PUBLISH, PUBLISHED_BREAKDOWNS, PUBLISHED_CONTEXT, PUBLISHED_FIGURES, PUBLISHED_FORECAST, PUBLISHED_README,
    YEARS,
};
use crate::disclosure::Protected;
use crate::forecast::Forecast;
use crate::output::error::ReportError;
use crate::output::folder::{ReportFolder, Written};
use crate::printed::{breakdowns, context, forecast, table, words};
use crate::seeds::Seeds;
use crate::seeds::indicators::IndicatorSeed;
use std::io::Write;

/// Writes the figures of one day and how they are protected, and below [`YEARS`] those of the years before it. `tables`
/// begin with the day; of it the care population and, where it is asked for, `ahead` are published too.
///
/// # Errors
/// Where a file cannot be written.
pub(crate) fn write(
    tables: &[&Protected],
    exact: &[ContextRow],
    ahead: Option<&Forecast>,
    seeds: &Seeds,
    folder: &ReportFolder,
) -> Result<Vec<Written>, ReportError> {
    let indicators = &seeds.indicators;
    let Some((day, before)) = tables.split_first() else { return Ok(Vec::new()) };
    let printed = day.table();
    let readme = words::readme(day.profile(), &printed.timeframe);
    let mut written =
        vec![folder.write(&format!("{PUBLISH}/{PUBLISHED_README}"), |file| file.write_all(readme.as_bytes()))?];
    written.extend(figures(day, PUBLISH, indicators, folder)?);
    if day.groups().next().is_some() {
        let write = |file: &mut dyn Write| breakdowns::write(&printed.timeframe, day.groups(), indicators, file);
        written.push(folder.write(&format!("{PUBLISH}/{PUBLISHED_BREAKDOWNS}"), write)?);
    }
    if let Some(context) = population(exact, printed, day.profile()) {
        let write = |file: &mut dyn Write| context::write(&context, &printed.timeframe, &seeds.context, file);
        written.push(folder.write(&format!("{PUBLISH}/{PUBLISHED_CONTEXT}"), write)?);
    }
    if let Some(ahead) = ahead {
        let forecasts = forecasts(ahead, printed);
        let write = |file: &mut dyn Write| forecast::write(printed, &forecasts, indicators, file);
        written.push(folder.write(&format!("{PUBLISH}/{PUBLISHED_FORECAST}"), write)?);
    }
    for year in before {
        let below = format!("{PUBLISH}/{YEARS}/{}", year.table().timeframe.as_at);
        written.extend(figures(year, &below, indicators, folder)?);
    }
    Ok(written)
}

/// Writes one table and its profile.
fn figures(
    protected: &Protected,
    below: &str,
    indicators: &[IndicatorSeed],
    folder: &ReportFolder,
) -> Result<[Written; 2], ReportError> {
    let (printed, profile) = (protected.table(), protected.profile());
    let settings = words::settings(profile, &printed.same_children);
    Ok([
        folder.write(&format!("{below}/{PROFILE}"), |file| file.write_all(settings.as_bytes()))?,
        folder.write(&format!("{below}/{PUBLISHED_FIGURES}"), |file| table::write(printed, indicators, file))?,
    ])
}
