//! The parts of a funnel: England with its control limits, the authority in focus, and the names of others.

use super::{BOTTOM, Funnel, LimitsOfSize, MOST_NAMED, PLOT, Point, TOP};
use crate::benchmark::funnel::Position;
use crate::charts::axis::{Axis, kept_apart};
use crate::charts::chart::HALF;
use crate::charts::focus::draw_arrow;
use crate::charts::labels::{Labels, Placed};
use crate::charts::palette::{BLACK, DARK_BLUE, QUIET, WHITE};
use crate::charts::paper::{Anchor, At, Drawn, MARGIN, Paper};
use crate::charts::typography::{LINE, Lettering};
use crate::statistics::Interval;
use crate::unit::Unit;
use plotters::prelude::DrawingBackend;

impl Funnel<'_> {
    /// England, and the limits as far as they lie within the plot, with their names at the right.
    pub(super) fn draw_limits<B: DrawingBackend>(&self, paper: &Paper<'_, B>, values: &Axis, sizes: &Axis) -> Drawn<B> {
        let centre = values.of(self.all.centre);
        paper.line(&[(PLOT.0, centre), (PLOT.1, centre)], BLACK, 1.6)?;
        let mut names = vec![((PLOT.1, centre), format!("England {}", self.all.indicator.shown(self.all.centre)))];
        for ((is_outer, _), points) in self.limits_in_plot(values, sizes) {
            let Some((x, y)) = points.last() else { continue };
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

    /// The points of each limit that lie within the plot, by whether it is an outer one and whether it is an upper one.
    fn limits_in_plot(&self, values: &Axis, sizes: &Axis) -> [((bool, bool), Vec<At>); 4] {
        [(false, false), (false, true), (true, false), (true, true)].map(|(is_outer, is_upper)| {
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
            ((is_outer, is_upper), self.all.limits.iter().filter(inside).map(point).collect())
        })
    }

    /// The names of the others: of all where they are few, else of those outside the 99.8% limits. They cover nothing;
    /// a line leads to one that does not stand right beside its dot.
    pub(super) fn draw_names<B: DrawingBackend>(
        &self,
        paper: &Paper<'_, B>,
        values: &Axis,
        sizes: &Axis,
        focus: At,
    ) -> Drawn<B> {
        let points = &self.all.points;
        let few = points.len() <= MOST_NAMED;
        let extreme = |point: &Point| matches!(point.position, Some(Position::Below99_8 | Position::Above99_8));
        let is_named = |point: &&Point| point.place != self.focus.place && (few || extreme(point));
        let mut named = points.iter().filter(is_named).take(MOST_NAMED).peekable();
        if named.peek().is_none() {
            return Ok(());
        }
        let at = |point: &Point| (sizes.at(point.of as f64), values.of(point.value));
        let mut labels = Labels::within((PLOT.0, TOP), (PLOT.1, BOTTOM));
        let limits = self.limits_in_plot(values, sizes);
        limits.iter().flat_map(|(_, points)| points).for_each(|point| labels.take(*point, 2.0));
        points.iter().for_each(|point| labels.take(at(point), 4.0));
        // England's line is struck through no name.
        (0..).map(|step| PLOT.0 + 8.0 * f64::from(step)).take_while(|x| *x < PLOT.1).for_each(|x| {
            labels.take((x, values.of(self.all.centre)), 1.0);
        });
        // Where the name of the one in focus hangs from, no other name goes.
        let (x, y) = focus;
        (0..).map(|step| TOP + 8.0 * f64::from(step)).take_while(|line| *line < y + 8.0).for_each(|line| {
            labels.take((x, line), 8.0);
        });
        for point in named {
            let name = &point.place.name;
            if let Some(Placed { at, leader }) = labels.place(at(point), 4.0, Lettering::QUIET.width(name)) {
                if let Some(leader) = leader {
                    paper.line(&leader, QUIET, 0.8)?;
                }
                paper.words(at, name, Lettering::QUIET, Anchor::Start)?;
            }
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
