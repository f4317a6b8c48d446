//! The charts of the pack, one file each, drawn with plotters from a description and nothing else.
//!
//! A description holds every number and word that is drawn, already rounded. A hidden value is in it as `Hidden` alone,
//! so that no place, order or axis can reveal it. The same description makes the title, the alternative text
//! and the table of the data.

pub mod ages;
pub mod axis;
mod bulk;
pub mod caterpillar;
pub mod chart;
pub mod dots;
pub mod flows;
mod focus;
pub mod funnel;
mod heading;
pub mod heat_table;
pub mod key;
pub mod labels;
pub mod of_run;
pub mod palette;
mod panel;
pub mod paper;
mod picture;
pub mod series;
pub mod slope;
pub mod small_trend;
pub mod sparkline;
pub mod spine;
pub mod strip;
pub mod svg;
pub mod table;
pub mod target_bars;
pub mod trend;
pub mod typography;
mod written;
pub mod year_end;

use chart::{Chart, ChartError, Part};
use heading::{Heading, draw, size};
use paper::Paper;

pub use picture::png;
use std::error::Error;
use svg::{Drawing, Ground, in_parts};
use table::Table;
use typography::use_own_font;

/// Units per pixel in an SVG drawing, so that lines lie exactly where they belong.
const SVG_SCALE: u32 = 10;

/// A drawn chart, with its alternative text and its data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnChart {
    /// Its name among the charts of its place: `spine`, `trend-62`.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// What stands above it: the finding, or what it is of; and below that the measure and unit.
    pub heading: [String; 2],
    /// How high both are in the drawing, in pixels: a page has them above the drawing.
    pub top: u32,
    /// A few sentences for readers who cannot see it.
    pub alternative_text: String,
    /// The data behind it; none where a page has that of all areas once, for whichever is in focus.
    pub table: Option<Table>,
    /// The drawing.
    pub drawing: Drawing,
    /// The parts of it that a page sets one by one; none where it is one picture.
    pub parts: Vec<(Part, Drawing)>,
    /// The drawing as a file of its own; blank where none is wanted.
    pub svg: String,
}

impl DrawnChart {
    /// Draws a chart, for a page and as a file.
    ///
    /// # Errors
    /// Where the font cannot be used or the drawing fails.
    pub fn of(name: impl Into<String>, chart: &impl Chart) -> Result<DrawnChart, ChartError> {
        Ok(DrawnChart::in_pages(name, chart, None)?.with_file())
    }

    /// The same with its drawing as a file of its own.
    pub(crate) fn with_file(self) -> DrawnChart {
        DrawnChart { svg: self.drawing.in_file(&self.title, &self.alternative_text), ..self }
    }

    /// Draws a chart for pages alone, over its ground where that is drawn already.
    ///
    /// # Errors
    /// Where the font cannot be used or the drawing fails.
    pub(crate) fn in_pages(
        name: impl Into<String>,
        chart: &impl Chart,
        ground: Option<&Ground>,
    ) -> Result<DrawnChart, ChartError> {
        let (title, alternative_text) = (chart.title(), chart.alternative_text());
        let table = (!chart.is_of_all_areas()).then(|| chart.table());
        let failed = |source: Box<dyn Error + Send + Sync>| ChartError { title: title.clone(), source };
        use_own_font().map_err(|problem| failed(problem.into()))?;
        let heading = Heading::of(chart);
        let mut drawing = Drawing::begun(size(chart), SVG_SCALE);
        if let Some(ground) = ground {
            drawing = drawing.over(ground, heading.extra() as u32);
        }
        draw(chart, &Paper::new(&drawing.area(), SVG_SCALE), ground.is_some()).map_err(|error| failed(error.into()))?;
        let draw_part = |(place, part): (usize, Part)| {
            let mut drawing = Drawing::begun(size(chart), SVG_SCALE);
            let drawn = chart.draw_part(&Paper::new(&drawing.area(), SVG_SCALE), place);
            drawn.map_err(|error| failed(error.into()))?;
            Ok((part, drawing))
        };
        let parts = chart.parts().into_iter().enumerate().map(draw_part).collect::<Result<Vec<_>, ChartError>>()?;
        let (heading, top) = (chart.heading(), heading.bottom() as u32);
        let (name, svg) = (name.into(), String::new());
        Ok(DrawnChart { name, title, heading, top, alternative_text, table, drawing, parts, svg })
    }

    /// The drawing as part of a page: its ids begin with this name, and its heading is left to the page, and so is its
    /// description, in the element `{name}-words`. What it shares with other drawings is within it, or the file at this
    /// address.
    pub(crate) fn part(&self, name: &str, ground_at: Option<&str>) -> String {
        if self.parts.is_empty() {
            self.drawing.in_page(&self.title, name, self.top, ground_at)
        } else {
            in_parts(&self.title, name, &self.parts)
        }
    }
}

/// Draws the ground of a chart, for all charts that share it.
///
/// # Errors
/// Where the font cannot be used or the drawing fails.
pub(crate) fn ground_of(chart: &impl Chart) -> Result<Ground, ChartError> {
    let failed = |source: Box<dyn Error + Send + Sync>| ChartError { title: chart.title(), source };
    use_own_font().map_err(|problem| failed(problem.into()))?;
    let mut drawing = Drawing::begun(size(chart), SVG_SCALE);
    chart.draw_ground(&Paper::new(&drawing.area(), SVG_SCALE)).map_err(|error| failed(error.into()))?;
    Ok(drawing.into_ground())
}

/// A chart as SVG, with its title and description.
///
/// # Errors
/// Where the font cannot be used or the drawing fails.
pub fn svg(chart: &impl Chart) -> Result<String, ChartError> {
    Ok(DrawnChart::of("", chart)?.svg)
}
