//! The parts of a caterpillar: the lines of England and the target, every authority, and the one in focus.

use super::{BOTTOM, Caterpillar, MOST_NAMED, OfAuthority, PLOT, TOP};
use crate::charts::axis::{Axis, kept_apart};
use crate::charts::focus::draw_arrow;
use crate::charts::palette::{BLACK, DARK_BLUE, ORANGE, OTHERS, WHITE};
use crate::charts::paper::{Anchor, Drawn, Paper};
use crate::charts::typography::{LINE, Lettering};
use crate::rounding::Tenths;
use crate::wording::value::Limits;
use plotters::prelude::DrawingBackend;

impl Caterpillar<'_> {
    /// England and the target, with their names at the right.
    pub(super) fn draw_lines<B: DrawingBackend>(&self, paper: &Paper<'_, B>, axis: &Axis) -> Drawn<B> {
        let england = self.all.england.map(|value| (value, "England".to_owned(), self.all.indicator.shown(value)));
        let target = self.all.target.as_ref();
        let target = target.map(|(value, shown, year)| (*value, format!("Target {year}"), shown.clone()));
        let lines: Vec<_> = england.iter().chain(&target).collect();
        let belong: Vec<f64> = lines.iter().map(|(value, ..)| axis.of(*value)).collect();
        let places = kept_apart(&belong, 2.0 * LINE + 2.0, (TOP, BOTTOM - LINE));
        for ((value, name, shown), place) in lines.iter().zip(places) {
            let y = axis.of(*value);
            let points = [(PLOT.0, y), (PLOT.1, y)];
            if england.as_ref().is_some_and(|england| &england.1 == name) {
                paper.line(&points, BLACK, 1.6)?;
            } else {
                paper.dashes(&points, ORANGE, 2.4)?;
            }
            paper.line(&[(PLOT.1, y), (PLOT.1 + 10.0, place)], BLACK, 0.8)?;
            paper.words((PLOT.1 + 14.0, place + 5.0), name, Lettering::BOLD, Anchor::Start)?;
            paper.words((PLOT.1 + 14.0, place + 5.0 + LINE), shown, Lettering::PLAIN, Anchor::Start)?;
        }
        Ok(())
    }

    pub(super) fn draw_others<B: DrawingBackend>(&self, paper: &Paper<'_, B>, axis: &Axis) -> Drawn<B> {
        let others = || self.all.in_order.iter().enumerate().filter(|(_, of)| !self.is_focus(of));
        let few = self.all.in_order.len() <= MOST_NAMED;
        for (at, of) in others() {
            if let Some(limits) = of.limits {
                let x = self.x(at);
                let wide = if few { 2.4 } else { 1.4 };
                let [lower, upper] = [limits.lower, limits.upper].map(|limit| (x, axis.of(limit)));
                // One down and one up: from end to end it is less far, which makes the drawing smaller.
                paper.line(&if at % 2 == 0 { [lower, upper] } else { [upper, lower] }, OTHERS, wide)?;
            }
        }
        // Beside one in focus they are its background.
        let colour = if self.focus.is_some() { OTHERS } else { DARK_BLUE };
        others().try_for_each(|(at, of)| match self.beyond(axis, of.value) {
            Some(up) => draw_arrow(paper, (self.x(at), axis.of(of.value)), up, colour),
            None => paper.disc((self.x(at), axis.of(of.value)), if few { 6.0 } else { 2.4 }, colour),
        })
    }

    /// Whether a value lies beyond the scale, and then whether above it.
    fn beyond(&self, axis: &Axis, value: Tenths) -> Option<bool> {
        (!axis.holds(value.as_f64())).then(|| axis.of(value) <= TOP)
    }

    pub(super) fn draw_focus<B: DrawingBackend>(
        &self,
        paper: &Paper<'_, B>,
        axis: &Axis,
        focus: &OfAuthority,
    ) -> Drawn<B> {
        let Some(at) = self.all.in_order.iter().position(|of| of.place == focus.place) else { return Ok(()) };
        let (x, y) = (self.x(at), axis.of(focus.value));
        let highest = focus.limits.map_or(y, |limits| axis.of(limits.upper));
        if let Some(Limits { lower, upper }) = focus.limits {
            paper.line(&[(x, axis.of(lower)), (x, axis.of(upper))], WHITE, 7.0)?;
            paper.line(&[(x, axis.of(lower)), (x, axis.of(upper))], DARK_BLUE, 3.0)?;
        }
        match self.beyond(axis, focus.value) {
            Some(up) => draw_arrow(paper, (x, y), up, DARK_BLUE)?,
            None => {
                paper.disc((x, y), 8.5, WHITE)?;
                paper.disc((x, y), 6.5, DARK_BLUE)?;
            }
        }
        // Its name above the plot, with a thin line down to it.
        let label = format!("{} {}", focus.place.name, self.all.indicator.shown(focus.value));
        let half = Lettering::BOLD.width(&label) / 2.0;
        let middle = x.clamp(PLOT.0 + half, PLOT.1 - half);
        paper.line(&[(x, TOP - 8.0), (x, highest)], DARK_BLUE, 0.8)?;
        paper.words((middle, TOP - 14.0), &label, Lettering::BOLD.in_colour(DARK_BLUE), Anchor::Middle)
    }
}
