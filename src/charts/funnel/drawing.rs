//! The parts of a funnel: England with its control limits, and the authority in focus.

use super::{BOTTOM, Funnel, LimitsOfSize, PLOT, TOP};
use crate::charts::axis::{Axis, kept_apart};
use crate::charts::labels::Labels;
use crate::charts::palette::{BLACK, DARK_BLUE, QUIET, WHITE};
use crate::charts::paper::{Anchor, At, Drawn, Paper};
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

    /// The authority in focus, with its name where there is room, else on white.
    pub(super) fn draw_focus<B: DrawingBackend>(&self, paper: &Paper<'_, B>, at: At, labels: &mut Labels) -> Drawn<B> {
        paper.disc(at, 10.0, WHITE)?;
        paper.disc(at, 7.5, DARK_BLUE)?;
        labels.take(at, 10.0);
        let label = format!("{} {}", self.focus.place.name, self.all.indicator.shown(self.focus.value));
        let lettering = Lettering::BOLD.in_colour(DARK_BLUE);
        let wide = lettering.width(&label);
        let (left, line) = labels.place(at, 10.0, wide).unwrap_or_else(|| {
            let (x, y) = at;
            let left = if x + 16.0 + wide <= PLOT.1 { x + 16.0 } else { x - 16.0 - wide };
            (left, if y - 12.0 > TOP + LINE { y - 12.0 } else { y + 26.0 })
        });
        paper.rectangle((left - 3.0, line - 15.0), (left + wide + 3.0, line + 4.0), WHITE)?;
        paper.words((left, line), &label, lettering, Anchor::Start)
    }
}
