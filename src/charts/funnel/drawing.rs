//! The parts of a funnel: England with its control limits, and the authority in focus.

use super::{BOTTOM, Funnel, LimitsOfSize, PLOT, TOP};
use crate::charts::axis::{Axis, kept_apart};
use crate::charts::chart::HALF;
use crate::charts::focus::draw_arrow;
use crate::charts::labels::Labels;
use crate::charts::palette::{BLACK, DARK_BLUE, QUIET, WHITE};
use crate::charts::paper::{Anchor, At, Drawn, MARGIN, Paper};
use crate::charts::typography::{LINE, Lettering};
use crate::statistics::Interval;
use crate::unit::Unit;
use plotters::prelude::DrawingBackend;

impl Funnel<'_> {
    /// England, and the limits as far as they lie within the plot, with their names at the right.
    pub(super) fn draw_limits<B: DrawingBackend>(
        &self,
        paper: &Paper<'_, B>,
        values: &Axis,
        sizes: &Axis,
        labels: &mut Labels,
    ) -> Drawn<B> {
        let centre = values.of(self.all.centre);
        paper.line(&[(PLOT.0, centre), (PLOT.1, centre)], BLACK, 1.6)?;
        let mut names = vec![((PLOT.1, centre), format!("England {}", self.all.indicator.shown(self.all.centre)))];
        for (is_outer, is_upper) in [(false, false), (false, true), (true, false), (true, true)] {
            let bound = |limits: &LimitsOfSize| {
                let Interval { lower, upper } = if is_outer { limits.at_99_8 } else { limits.at_95 };
                if is_upper { upper } else { lower }
            };
            // At an end of the scale there is no limit to see.
            let inside = |limits: &&LimitsOfSize| {
                let bound = bound(limits);
                values.holds(bound) && bound > 0.0 && (self.all.indicator.unit == Unit::Score || bound < 100.0)
            };
            let point = |limits: &LimitsOfSize| -> At { (sizes.at(limits.of as f64), values.at(bound(limits))) };
            let points: Vec<At> = self.all.limits.iter().filter(inside).map(point).collect();
            let Some((x, y)) = points.last() else { continue };
            points.iter().for_each(|point| labels.take(*point, 2.0));
            names.push(((x + 5.0, *y), if is_outer { "99.8% limit" } else { "95% limit" }.to_owned()));
            let corners = thinned(&points);
            if is_outer {
                paper.line(&corners, QUIET, 1.8)?;
            } else {
                paper.dashes(&corners, QUIET, 1.6)?;
            }
        }
        let belong: Vec<f64> = names.iter().map(|((_, y), _)| *y).collect();
        for ((end, name), place) in names.iter().zip(kept_apart(&belong, LINE, (TOP, BOTTOM))) {
            paper.line(&[*end, (PLOT.1 + 12.0, place)], QUIET, 0.6)?;
            let lettering = if name.starts_with("England") { Lettering::BOLD } else { Lettering::PLAIN };
            paper.words((PLOT.1 + 16.0, place + 6.0), name, lettering, Anchor::Start)?;
        }
        Ok(())
    }

    /// The authority in focus, with its name above the plot, where it covers nothing, and a thin line down to it.
    pub(super) fn draw_focus<B: DrawingBackend>(
        &self,
        paper: &Paper<'_, B>,
        (x, y): At,
        beyond: Option<bool>,
    ) -> Drawn<B> {
        let label = format!("{} {}", self.focus.place.name, self.all.indicator.shown(self.focus.value));
        let lettering = Lettering::BOLD.in_colour(DARK_BLUE);
        let half = lettering.width(&label) / 2.0;
        let (from, to) = (MARGIN + half, f64::from(HALF) - MARGIN - half);
        paper.line(&[(x, TOP - 8.0), (x, y)], DARK_BLUE, 0.8)?;
        paper.words((x.min(to).max(from), TOP - 14.0), &label, lettering, Anchor::Middle)?;
        if let Some(up) = beyond {
            return draw_arrow(paper, (x, y), up, DARK_BLUE);
        }
        paper.disc((x, y), 9.0, WHITE)?;
        paper.disc((x, y), 6.5, DARK_BLUE)
    }
}

/// The corners of a line through points, without those that it passes by no more than nobody sees.
fn thinned(points: &[At]) -> Vec<At> {
    /// In pixels.
    const UNSEEN: f64 = 0.1;
    let mut corners: Vec<At> = points.first().copied().into_iter().collect();
    let mut from = 0;
    while from + 1 < points.len() {
        let is_straight = |to: &usize| {
            points[from + 1..*to].iter().all(|point| distance(*point, [points[from], points[*to]]) <= UNSEEN)
        };
        from = (from + 2..points.len()).take_while(is_straight).last().unwrap_or(from + 1);
        corners.push(points[from]);
    }
    corners
}

/// How far a point is from the line through two others.
fn distance((x, y): At, [(from_x, from_y), (to_x, to_y)]: [At; 2]) -> f64 {
    let (wide, high) = (to_x - from_x, to_y - from_y);
    let length = wide.hypot(high);
    if length == 0.0 {
        (x - from_x).hypot(y - from_y)
    } else {
        (wide * (y - from_y) - high * (x - from_x)).abs() / length
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_keeps_the_corners_that_are_seen() {
        let line = [(0.0, 0.0), (10.0, 0.05), (20.0, 0.0), (30.0, 10.0), (40.0, 20.0)];
        assert_eq!(thinned(&line), [(0.0, 0.0), (20.0, 0.0), (40.0, 20.0)]);
        assert_eq!(thinned(&line[..2]), line[..2]);
        assert_eq!(thinned(&[]), []);
    }
}
