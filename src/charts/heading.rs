//! What stands above a chart: its title and what is said under it, in lines that fit its width.

use super::chart::Chart;
use super::paper::{Anchor, Drawn, MARGIN, Paper};
use super::typography::{LINE, Lettering};
use plotters::prelude::DrawingBackend;

/// The height of a title's line, in pixels.
const TITLE_LINE: f64 = 28.0;
/// The baselines of the first line of each, where both have one line.
const TITLE: f64 = 38.0;
const UNDER: f64 = 66.0;
/// From the last baseline to where the drawing begins.
const AIR: f64 = 12.0;

/// A heading in lines.
pub(super) struct Heading {
    title: Vec<String>,
    under: Vec<String>,
}

impl Heading {
    pub(super) fn of(chart: &impl Chart) -> Heading {
        let room = f64::from(chart.width()) - 2.0 * MARGIN;
        let [title, under] = chart.heading();
        Heading { title: Lettering::TITLE.lines(&title, room), under: Lettering::QUIET.lines(&under, room) }
    }

    /// How much higher it is than one of two lines, which charts leave room for.
    pub(super) fn extra(&self) -> f64 {
        let more = |lines: &[String]| lines.len().saturating_sub(1) as f64;
        TITLE_LINE * more(&self.title) + LINE * more(&self.under)
    }

    /// Where the drawing begins.
    pub(super) fn bottom(&self) -> f64 {
        UNDER + self.extra() + AIR
    }

    /// Draws it.
    ///
    /// # Errors
    /// Where the drawing fails.
    pub(super) fn draw<B: DrawingBackend>(&self, paper: &Paper<'_, B>) -> Drawn<B> {
        for (row, line) in self.title.iter().enumerate() {
            paper.words((MARGIN, TITLE + TITLE_LINE * row as f64), line, Lettering::TITLE, Anchor::Start)?;
        }
        let under = UNDER + TITLE_LINE * self.title.len().saturating_sub(1) as f64;
        paper.lines((MARGIN, under), &self.under, Lettering::QUIET, Anchor::Start)
    }
}

/// The size of a chart with its heading, in pixels.
pub(super) fn size(chart: &impl Chart) -> (u32, u32) {
    (chart.width(), chart.height() + Heading::of(chart).extra() as u32)
}

/// Draws a chart below its heading, with its ground unless that is there already.
///
/// # Errors
/// Where the drawing fails.
pub(super) fn draw<B: DrawingBackend>(chart: &impl Chart, paper: &Paper<'_, B>, has_ground: bool) -> Drawn<B> {
    let heading = Heading::of(chart);
    heading.draw(paper)?;
    let below = paper.lower(heading.extra());
    if !has_ground {
        chart.draw_ground(&below)?;
    }
    chart.draw(&below)
}
