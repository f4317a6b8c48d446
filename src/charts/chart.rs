//! What every chart can do: name itself, describe itself, and be drawn.

use super::paper::{Drawn, Paper};
use super::table::Table;
use crate::output::error::ReportError;
use miette::Diagnostic;
use plotters::prelude::*;
use std::error::Error;

/// The width of a chart of several indicators or of many areas in pixels, at 96 to the inch: it prints at 275 mm, across a
/// landscape sheet of A4.
pub const WIDTH: u32 = 1040;
/// The width of a chart that stands beside another of the same indicator.
pub const HALF: u32 = 510;

/// A part of a drawing that a page sets on its own, beside or below the others as it has room: where it stands and how large
/// it is, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// From the left and from the top.
    pub corner: (u32, u32),
    /// Its width and its height.
    pub size: (u32, u32),
    /// Whether it is an entry of the key.
    pub is_key: bool,
}

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

    /// Whether its data are those of all areas, the same whichever is in focus: pages have them once.
    fn is_of_all_areas(&self) -> bool {
        false
    }

    /// What stands above it: the finding, or what it is of; and below that the measure and unit.
    fn heading(&self) -> [String; 2];

    /// Its width in pixels.
    fn width(&self) -> u32 {
        WIDTH
    }

    /// Its height in pixels, with a heading of two lines.
    fn height(&self) -> u32;

    /// The parts that a page sets one by one, in order; none of a chart that is one picture.
    fn parts(&self) -> Vec<Part> {
        Vec::new()
    }

    /// Draws one of its parts, where it stands in the whole drawing under a heading of two lines.
    ///
    /// # Errors
    /// Where the drawing fails.
    fn draw_part<B: DrawingBackend>(&self, _: &Paper<'_, B>, _: usize) -> Drawn<B> {
        Ok(())
    }

    /// Draws what lies under it and is the same whichever is in focus: of most charts nothing.
    ///
    /// # Errors
    /// Where the drawing fails.
    fn draw_ground<B: DrawingBackend>(&self, _: &Paper<'_, B>) -> Drawn<B> {
        Ok(())
    }

    /// Draws it, below its heading and over its ground.
    ///
    /// # Errors
    /// Where the drawing fails.
    fn draw<B: DrawingBackend>(&self, paper: &Paper<'_, B>) -> Drawn<B>;
}
