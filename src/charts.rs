//! The charts of the pack: a file each, drawn with plotters from a description and nothing else.
//!
//! A description holds every number and word that is drawn, already rounded; what is hidden is in it by name alone,
//! so that no place, order or axis can tell of it. The same description makes the title, the words for those who
//! cannot see the chart, and the table of what is behind it.

pub mod axis;
pub mod caterpillar;
pub mod chart;
pub mod funnel;
pub mod heat_table;
pub mod key;
pub mod labels;
pub mod letters;
pub mod of_run;
pub mod palette;
pub mod paper;
mod picture;
pub mod slope;
pub mod spine;
pub mod svg;
pub mod table;
pub mod target_bars;
pub mod trend;

use crate::charts::chart::{Chart, ChartError, WIDTH};
use letters::use_own_font;
use paper::Paper;
pub use picture::png;
use std::error::Error;
use svg::Svg;
use table::Table;

/// Parts of a pixel in an SVG drawing, so that lines lie where they belong.
const SVG_SCALE: u32 = 10;

/// A chart that is drawn, with what stands for it where it cannot be seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnChart {
    /// What it is called among the charts of its place: `spine`, `trend-62`.
    pub name: String,
    /// What it is of.
    pub title: String,
    /// In a few sentences, for those who cannot see it.
    pub alternative_text: String,
    /// The data behind it.
    pub table: Table,
    /// The drawing.
    pub svg: String,
}

impl DrawnChart {
    /// Draws a chart.
    ///
    /// # Errors
    /// Where the font cannot be used or the drawing fails.
    pub fn of(name: impl Into<String>, chart: &impl Chart) -> Result<DrawnChart, ChartError> {
        let (title, alternative_text, table) = (chart.title(), chart.alternative_text(), chart.table());
        let failed = |source: Box<dyn Error + Send + Sync>| ChartError { title: title.clone(), source };
        use_own_font().map_err(|problem| failed(problem.into()))?;
        let words = format!("{alternative_text} {}", chart.long_description(&table));
        let mut drawing = Svg::begun((WIDTH, chart.height()), SVG_SCALE, &title, &words);
        {
            let area = drawing.area();
            chart.draw(&Paper::new(&area, SVG_SCALE)).map_err(|error| failed(error.into()))?;
        }
        Ok(DrawnChart { name: name.into(), svg: drawing.ended(), title, alternative_text, table })
    }

    /// The drawing as a part of a page: its ids begin with a name of the page's own, its words are the alternative text
    /// alone.
    pub fn in_page(&self, name: &str) -> String {
        svg::in_page(&self.svg, name, &self.alternative_text)
    }
}

/// A chart as SVG, with its title and its words.
///
/// # Errors
/// Where the font cannot be used or the drawing fails.
pub fn svg(chart: &impl Chart) -> Result<String, ChartError> {
    Ok(DrawnChart::of("", chart)?.svg)
}
