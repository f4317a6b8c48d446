//! A panel of a chart that has a small one for each of several measures: where it is, and its frame.

use super::axis::Axis;
use super::chart::Part;
use super::key::{self, Glyph};
use super::palette::RULE;
use super::paper::{Anchor, At, Drawn, MARGIN, Paper};
use super::typography::{LINE, Lettering};
use crate::day::Day;
use plotters::prelude::DrawingBackend;

/// The layout, in pixels: where the first row begins, and how far apart rows and panels are.
const TOP: f64 = 96.0;
const ROW: f64 = 216.0;
const PANEL: f64 = 424.0;
/// How many panels are beside each other.
const ACROSS: usize = 2;
/// From the left of a panel to the ends of its plot.
const PLOT: (f64, f64) = (58.0, 340.0);
/// From the top of a panel to its plot, and how high that is.
const HEAD: f64 = 2.0 * LINE + 12.0;
const HIGH: f64 = 104.0;

/// Where a panel is, and the days and values along its sides.
pub(crate) struct Panel {
    left: f64,
    top: f64,
    ends: (Day, Day),
    axis: Axis,
}

impl Panel {
    /// A panel in its place among all, of the days between two. The axis is made between its bottom and its top.
    pub(crate) fn among(place: usize, ends: (Day, Day), axis: impl FnOnce(f64, f64) -> Axis) -> Panel {
        let left = MARGIN + PANEL * (place % ACROSS) as f64;
        let top = TOP + ROW * (place / ACROSS) as f64;
        Panel { left, top, ends, axis: axis(top + HEAD + HIGH, top + HEAD) }
    }

    /// The pixels of a value on a day.
    pub(crate) fn at(&self, day: Day, value: f64) -> At {
        (self.x(day), self.axis.at(value))
    }

    fn x(&self, day: Day) -> f64 {
        let (first, last) = self.ends;
        let part = f64::from(day.days_since(first)) / f64::from(last.days_since(first).max(1));
        self.left + PLOT.0 + part * (PLOT.1 - PLOT.0)
    }

    /// Runs of points next to each other that have a value, as lines.
    pub(crate) fn runs(&self, points: impl Iterator<Item = (Day, Option<f64>)>) -> Vec<Vec<At>> {
        let points: Vec<Option<At>> = points.map(|(day, value)| Some(self.at(day, value?))).collect();
        let runs = points.split(Option::is_none).map(|run| run.iter().flatten().copied().collect::<Vec<At>>());
        runs.filter(|run| !run.is_empty()).collect()
    }

    /// Its title and what is said under it, lines across with the first and the last number of the axis, and the first and
    /// the last month.
    ///
    /// # Errors
    /// Where the drawing fails.
    pub(crate) fn draw_frame<B: DrawingBackend>(
        &self,
        paper: &Paper<'_, B>,
        [title, under]: [&str; 2],
        suffix: &str,
    ) -> Drawn<B> {
        paper.words((self.left, self.top + 14.0), title, Lettering::BOLD, Anchor::Start)?;
        paper.words((self.left, self.top + 14.0 + LINE), under, Lettering::QUIET, Anchor::Start)?;
        let (from, to) = (self.left + PLOT.0, self.left + PLOT.1);
        let steps: Vec<i64> = self.axis.steps().collect();
        for step in &steps {
            let y = self.axis.at(*step as f64);
            paper.line(&[(from, y), (to, y)], RULE, 1.0)?;
        }
        for step in [steps.first(), steps.last()].into_iter().flatten() {
            let at = (from - 8.0, self.axis.at(*step as f64) + 6.0);
            paper.words(at, &format!("{step}{suffix}"), Lettering::QUIET, Anchor::End)?;
        }
        let (first, last) = self.ends;
        for (day, anchor) in [(first, Anchor::Start), (last, Anchor::End)] {
            let at = (self.x(day), self.top + HEAD + HIGH + LINE);
            paper.words(at, &day.month_in_words(), Lettering::QUIET, anchor)?;
        }
        Ok(())
    }
}

/// The width of a chart of panels, at which letters are of ten points across a sheet that stands.
pub(crate) const WIDTH: u32 = (MARGIN + PANEL * ACROSS as f64) as u32;

/// The line of the key under so many panels.
pub(crate) fn key_line(panels: usize) -> f64 {
    TOP + ROW * panels.div_ceil(ACROSS) as f64 + LINE
}

/// Each panel and each entry of the key as a part of its own.
pub(crate) fn parts(panels: usize, marks: &[(Glyph, String)]) -> Vec<Part> {
    let part = |place: usize| Part {
        corner: ((MARGIN + PANEL * (place % ACROSS) as f64) as u32, (TOP + ROW * (place / ACROSS) as f64) as u32),
        size: (PANEL as u32 - 4, ROW as u32 - 20),
        is_key: false,
    };
    let key = key::parts(marks, f64::from(WIDTH), key_line(panels));
    (0..panels).map(part).chain(key).collect()
}

/// The height of a chart of so many panels with a key of one line.
pub(crate) fn height(panels: usize) -> u32 {
    (key_line(panels) + 24.0).ceil() as u32
}
