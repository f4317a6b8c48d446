//! What every chart can do: name itself, describe itself, and be drawn.

use super::paper::{Drawn, Paper};
use super::table::Table;
use crate::output::error::ReportError;
use miette::Diagnostic;
use plotters::prelude::*;
use std::error::Error;

/// The width of every chart in pixels, at 96 to the inch: it prints at 275 mm, across a landscape sheet of A4.
pub const WIDTH: u32 = 1040;

/// A chart that cannot be drawn.
#[derive(Debug, thiserror::Error, Diagnostic)]
#[error("{title} cannot be drawn")]
#[diagnostic(help("give --no-charts to have the tables alone, and report this to whoever gave you the program"))]
pub struct ChartError {
    /// The chart's title.
    pub title: String,
    /// What went wrong.
    pub source: Box<dyn Error + Send + Sync>,
}

impl From<ChartError> for ReportError {
    fn from(source: ChartError) -> ReportError {
        ReportError::render(source)
    }
}

/// The description of a chart, and how it is drawn.
pub trait Chart {
    /// What the chart is of.
    fn title(&self) -> String;

    /// A few sentences for readers who cannot see it: what it shows, the range, the highest and the lowest, whether
    /// targets are met, how many are hidden.
    fn alternative_text(&self) -> String;

    /// The data behind it.
    fn table(&self) -> Table;

    /// How the chart is drawn, and every number of its table, read out.
    fn long_description(&self, table: &Table) -> String;

    /// Its height in pixels; every chart is [`WIDTH`] wide.
    fn height(&self) -> u32;

    /// Draws it.
    ///
    /// # Errors
    /// Where the drawing fails.
    fn draw<B: DrawingBackend>(&self, paper: &Paper<'_, B>) -> Drawn<B>;
}
