//! The panels of the chart: two beside each other, each with its fan, lines, target and the numbers that matter.

use super::{Fan, Panel, YearEnd};
use crate::charts::axis::{Axis, kept_apart};
use crate::charts::palette::{BLACK, DARK_BLUE, MIDDLE_BLUE, ORANGE, OTHERS, PALE_BLUE, QUIET, WHITE};
use crate::charts::paper::{Anchor, At, Drawn, Paper};
use crate::charts::typography::{LINE, Lettering};
use crate::day::Day;
use crate::rounding::Tenths;
use crate::timeframe::back;
use plotters::prelude::{DrawingBackend, RGBColor};

/// From the left of a panel to its plot, and to the plot's right edge, in pixels.
const PLOT: (f64, f64) = (58.0, 282.0);
/// From the top of a panel to its plot, and to the plot's lower edge.
const LINES: (f64, f64) = (54.0, 200.0);
/// The room between the plot and the numbers at its right.
const BESIDE: f64 = 10.0;

/// Where one panel stands, and its axis.
struct Frame<'chart> {
    chart: &'chart YearEnd,
    panel: &'chart Panel,
    corner: At,
    axis: Axis,
}

impl YearEnd {
    pub(super) fn draw_panel<B: DrawingBackend>(&self, paper: &Paper<'_, B>, panel: &Panel, corner: At) -> Drawn<B> {
        let (top, bottom) = (corner.1 + LINES.0, corner.1 + LINES.1);
        let axis = Axis::about(panel.values(), panel.indicator.unit, bottom, top);
        Frame { chart: self, panel, corner, axis }.draw(paper)
    }
}

impl Frame<'_> {
    /// The pixel of a day: the plot runs from the end of last year to the day looked ahead to.
    fn x(&self, day: Day) -> f64 {
        let (first, last) = (back(self.chart.outturn, 12), self.chart.outturn);
        let part = f64::from(day.days_since(first)) / f64::from(last.days_since(first));
        self.corner.0 + PLOT.0 + part.clamp(0.0, 1.0) * (PLOT.1 - PLOT.0)
    }

    fn at(&self, day: Day, value: Tenths) -> At {
        (self.x(day), self.axis.of(value))
    }

    fn draw<B: DrawingBackend>(&self, paper: &Paper<'_, B>) -> Drawn<B> {
        let Frame { chart, panel, corner, .. } = *self;
        paper.words((corner.0, corner.1 + 16.0), &panel.indicator.named(), Lettering::BOLD, Anchor::Start)?;
        let good = panel.indicator.good_in_words();
        paper.words((corner.0, corner.1 + 16.0 + LINE), good, Lettering::QUIET, Anchor::Start)?;
        let (left, right) = (corner.0 + PLOT.0, corner.0 + PLOT.1);
        self.axis.draw_standing(paper, (left, right), panel.indicator.unit.suffix())?;
        let days = [(left, back(chart.outturn, 12), Anchor::Start), (right, chart.outturn, Anchor::End)];
        for (x, day, anchor) in days {
            paper.words((x, corner.1 + LINES.1 + LINE), &day.month_in_words(), Lettering::QUIET, anchor)?;
        }
        self.draw_fan(paper)?;
        let a_year_on = |day: Day| back(day.plus_days(1).plus_months(24).plus_days(-1), 12);
        let last_year: Vec<(Day, Option<Tenths>)> =
            panel.last_year.iter().map(|(day, value)| (a_year_on(*day), *value)).collect();
        self.draw_line(paper, &last_year, OTHERS, 2.5)?;
        if let Some(target) = &panel.target {
            let y = self.axis.of(target.value);
            paper.dashes(&[(left, y), (right, y)], ORANGE, 2.5)?;
        }
        self.draw_line(paper, &panel.this_year, DARK_BLUE, 3.0)?;
        for (day, value) in panel.this_year.iter().filter_map(|(day, value)| Some((*day, (*value)?))) {
            paper.disc(self.at(day, value), 5.0, WHITE)?;
            paper.disc(self.at(day, value), 4.0, DARK_BLUE)?;
        }
        self.draw_numbers(paper)
    }

    /// The fan from the last value known, or from the middle of the forecast where none is.
    fn draw_fan<B: DrawingBackend>(&self, paper: &Paper<'_, B>) -> Drawn<B> {
        let Some(Fan { median, within_80, within_95 }) = self.panel.forecast else { return Ok(()) };
        let (known, outturn) = (self.chart.known, self.chart.outturn);
        let from = self.at(known, self.panel.now().unwrap_or(median));
        for ([low, high], colour) in [(within_95, PALE_BLUE), (within_80, MIDDLE_BLUE)] {
            paper.shape(&[from, self.at(outturn, high), self.at(outturn, low)], colour)?;
        }
        paper.line(&[from, self.at(outturn, median)], DARK_BLUE, 1.5)
    }

    /// A line through the days that have a value, broken where one has none.
    fn draw_line<B: DrawingBackend>(
        &self,
        paper: &Paper<'_, B>,
        days: &[(Day, Option<Tenths>)],
        colour: RGBColor,
        width: f64,
    ) -> Drawn<B> {
        for run in days.split(|(_, value)| value.is_none()) {
            let points: Vec<At> = run.iter().filter_map(|(day, value)| Some(self.at(*day, (*value)?))).collect();
            paper.line(&points, colour, width)?;
        }
        Ok(())
    }

    /// The numbers at the right: the forecast, the target and the end of last year; and the value now.
    fn draw_numbers<B: DrawingBackend>(&self, paper: &Paper<'_, B>) -> Drawn<B> {
        let panel = self.panel;
        let shown = |value: Tenths| panel.indicator.shown(value);
        let forecast = panel.forecast.map(|fan| (fan.median, shown(fan.median), Lettering::BOLD.in_colour(DARK_BLUE)));
        let target = panel
            .target
            .as_ref()
            .map(|target| (target.value, format!("target {}", target.shown), Lettering::PLAIN.in_colour(BLACK)));
        let last = panel.last_year.last().and_then(|(_, value)| *value);
        let last = last.map(|value| (value, format!("last year {}", shown(value)), Lettering::PLAIN.in_colour(QUIET)));
        let names: Vec<(Tenths, String, Lettering)> = [forecast, target, last].into_iter().flatten().collect();
        let belong: Vec<f64> = names.iter().map(|(value, ..)| self.axis.of(*value) + 6.0).collect();
        let column = (self.corner.1 + LINES.0, self.corner.1 + LINES.1 + 6.0);
        for (y, (_, words, lettering)) in kept_apart(&belong, LINE, column).into_iter().zip(&names) {
            paper.words((self.corner.0 + PLOT.1 + BESIDE, y), words, *lettering, Anchor::Start)?;
        }
        let Some(now) = panel.now() else { return Ok(()) };
        let (x, y) = self.at(self.chart.known, now);
        let lettering = Lettering::BOLD.in_colour(DARK_BLUE);
        let line = if y - 30.0 < self.corner.1 + LINES.0 { y + 24.0 } else { y - 12.0 };
        let wide = lettering.width(&shown(now));
        paper.rectangle((x - wide / 2.0 - 3.0, line - 15.0), (x + wide / 2.0 + 3.0, line + 4.0), WHITE)?;
        paper.words((x, line), &shown(now), lettering, Anchor::Middle)
    }
}
