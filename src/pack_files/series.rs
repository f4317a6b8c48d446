//! The files of the report over several days: the charts and page of every place, and the page of all.

use super::files::Files;
use crate::benchmark::Compared;
use crate::charts::flows::FlowCharts;
use crate::charts::of_run::flows::flows_of;
use crate::charts::of_run::series::series_of_places;
use crate::charts::series::Series;
use crate::figures::Figure;
use crate::flows::{Flows, words};
use crate::level::Level;
use crate::output::destination::Destination;
use crate::output::error::ReportError;
use crate::pack::{About, Audience, Note};
use crate::pages::{self, SeriesRow, paths};
use crate::progress::Progress;
use crate::seeds::Seeds;
use crate::wording::glossary;
use crate::workbook::{self, Format};
use rayon::prelude::*;

/// The workbook over several days.
const WORKBOOK: &str = "series.xlsx";

/// Its tables as an OpenDocument spreadsheet.
const OPEN_DOCUMENT: &str = "series.ods";

/// Writes all of it for the owner. The days are in order.
///
/// # Errors
/// Where a chart cannot be drawn, or a file cannot be written.
pub(crate) fn write<D: Destination>(
    days: &[&Compared],
    flows: &Flows,
    seeds: &Seeds,
    destination: &D,
    progress: Progress,
) -> Result<Vec<D::Taken>, ReportError> {
    let Some(about) = about(days, seeds) else { return Ok(Vec::new()) };
    let with_flows = |(figure, series): (&Figure, Series)| {
        let flows = flows_of(&series.place, flows);
        (figure.level, series, flows)
    };
    let places: Vec<_> = series_of_places(days, seeds).map(with_flows).collect();
    let work = progress.pieces("Drawing the series", places.len() as u64);
    let of_each = places.par_iter().map(|(level, series, flows)| {
        let written = of_place(&about, *level, series, flows.as_ref(), destination)?;
        work.advance(1);
        Ok(written)
    });
    let mut written: Vec<D::Taken> = of_each.collect::<Result<Vec<_>, ReportError>>()?.into_iter().flatten().collect();
    let rows: Vec<SeriesRow> = places.iter().map(|(level, series, _)| row(*level, series)).collect();
    let mut files = Files::to(destination);
    files.make(paths::OVERVIEW, || Ok(pages::overview_of_series(&about, &rows)?.into_bytes()))?;
    let unfinished = destination.unfinished();
    for (file, format) in [(WORKBOOK, Format::Excel(&unfinished)), (OPEN_DOCUMENT, Format::OpenDocument)] {
        let write = || workbook::write_series(&about, &places, &seeds.indicators, format);
        files.make(file, || Ok(write()?))?;
    }
    written.extend(files.written);
    work.finish();
    Ok(written)
}

/// The charts and the page of one place.
fn of_place<D: Destination>(
    about: &About,
    level: Level,
    series: &Series,
    flows: Option<&FlowCharts>,
    destination: &D,
) -> Result<Vec<D::Taken>, ReportError> {
    let page = paths::path_of(level, &series.place);
    let file = page.trim_end_matches(".html").to_owned();
    let mut files = Files::to(destination);
    files.draw(&file, "series", series)?;
    if let Some(flows) = flows {
        files.draw(&file, "flows", flows)?;
    }
    let charts = std::mem::take(&mut files.charts);
    files.make(&page, || Ok(pages::of_series(about, (level, &series.place), &charts)?.into_bytes()))?;
    Ok(files.written)
}

fn row(level: Level, series: &Series) -> SeriesRow {
    let place = series.place.clone();
    SeriesRow { path: paths::path_of(level, &place), place, level, values: series.on_last_day().collect() }
}

/// What the pages share.
fn about(days: &[&Compared], seeds: &Seeds) -> Option<About> {
    let (first, last) = (days.first()?.timeframe, days.last()?.timeframe);
    let note = |(heading, paragraphs): (&str, Vec<String>)| Note { heading: heading.to_owned(), paragraphs };
    Some(About {
        audience: Audience::Owner,
        timeframe: last,
        when: format!("{} to {}", first.as_at.in_words(), last.as_at.in_words()),
        branding: seeds.branding.clone(),
        notes: words::notes().into_iter().chain([("Glossary", glossary::in_paragraphs())]).map(note).collect(),
    })
}
