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
            if is_outer {
                paper.line(&points, QUIET, 1.8)?;
            } else {
                paper.dashes(&points, QUIET, 1.6)?;
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
