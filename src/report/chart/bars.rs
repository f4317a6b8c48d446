//! Drawing the bars: percentages on one scale, the mean score on its own below.

use super::SIZE;
use super::description::{AuthorityChart, Bar};
use super::paper::{Drawn, FONT, GRID, LOCAL_TARGET, Paper, QUIET, TARGET, VALUE};
use crate::benchmark::Against;
use crate::report::authority::in_words;
use crate::seeds::indicators::{Good, Unit};
use plotters::coord::Shift;
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// Where things stand, in pixels before scaling.
const MARGIN: u32 = 24;
const TOP: u32 = 104;
const ROW: u32 = 64;
const PLOT_LEFT: u32 = 320;
const PLOT_RIGHT: u32 = 690;
const WORDS_LEFT: u32 = 712;
const SCORE_GAP: u32 = 44;
/// The highest SDQ score.
const HIGHEST_SCORE: f64 = 40.0;

type Plot<'area, B> = ChartContext<'area, B, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// Draws the chart.
pub fn draw<B: DrawingBackend>(chart: &AuthorityChart, area: &DrawingArea<B, Shift>, scale: u32) -> Drawn<B> {
    area.fill(&WHITE)?;
    let paper = Paper { area, scale };
    paper.text((MARGIN, 20), &format!("{} ({})", chart.name, chart.code), 26, BLACK, FontStyle::Bold)?;
    let subtitle = format!("National Indicators for children in care, {}", chart.when);
    paper.text((MARGIN, 56), &subtitle, 16, QUIET, FontStyle::Normal)?;
    let (percent, score): (Vec<&Bar>, Vec<&Bar>) = chart.bars.iter().partition(|bar| bar.unit == Unit::Percent);
    let score_top = TOP + ROW * percent.len() as u32 + SCORE_GAP;
    paper.panel(&percent, TOP, 100.0, "%")?;
    paper.panel(&score, score_top, HIGHEST_SCORE, "")?;
    paper.key(chart, SIZE.1 - 36)
}

impl<B: DrawingBackend> Paper<'_, B> {
    /// Bars on one scale from nought to `highest`, with their words on either side.
    fn panel(&self, bars: &[&Bar], top: u32, highest: f64, unit: &str) -> Drawn<B> {
        let height = ROW * bars.len() as u32;
        let strip = self
            .area
            .clone()
            .shrink((self.px(PLOT_LEFT), self.px(top)), (self.px(PLOT_RIGHT - PLOT_LEFT), self.px(height + 28)));
        let mut plot: Plot<'_, B> = ChartBuilder::on(&strip)
            .x_label_area_size(28 * self.scale)
            .build_cartesian_2d(0.0..highest, bars.len() as f64..0.0)?;
        plot.configure_mesh()
            .disable_y_mesh()
            .disable_y_axis()
            .x_labels(6)
            .light_line_style(WHITE)
            .bold_line_style(GRID.stroke_width(self.scale))
            .axis_style(QUIET.stroke_width(self.scale))
            .x_label_style(TextStyle::from((FONT, 14 * self.scale).into_font()).color(&QUIET))
            .x_label_formatter(&|value| format!("{value:.0}{unit}"))
            .draw()?;
        for (row, bar) in bars.iter().enumerate() {
            let y = top + ROW * row as u32;
            self.text((MARGIN, y + 10), &bar.number, 15, BLACK, FontStyle::Bold)?;
            self.text((MARGIN + 66, y + 10), &bar.title, 15, BLACK, FontStyle::Normal)?;
            let good = match bar.good {
                Good::High => "high is good",
                Good::Low => "low is good",
            };
            self.text((MARGIN + 66, y + 32), good, 13, QUIET, FontStyle::Normal)?;
            self.bar(&mut plot, bar, row as f64)?;
            self.words(bar, y)?;
        }
        Ok(())
    }

    fn bar(&self, plot: &mut Plot<'_, B>, bar: &Bar, row: f64) -> Drawn<B> {
        if let Some(value) = bar.value {
            let shape = Rectangle::new([(0.0, row + 0.24), (value.as_f64(), row + 0.76)], VALUE.filled());
            plot.draw_series([shape])?;
        }
        for (against, colour) in [(&bar.national, TARGET), (&bar.local, LOCAL_TARGET)] {
            if let Some(against) = against {
                let at = against.target.value.as_f64();
                // White beneath, so that the tick stands out where it crosses the bar.
                for (line, width) in [(WHITE, 9), (colour, 5)] {
                    let tick =
                        PathElement::new([(at, row + 0.12), (at, row + 0.88)], line.stroke_width(width * self.scale));
                    plot.draw_series([tick])?;
                }
            }
        }
        Ok(())
    }

    /// The value and what is said of it, at the right.
    fn words(&self, bar: &Bar, y: u32) -> Drawn<B> {
        let Some(value) = bar.value else {
            return self.wrapped((WORDS_LEFT, y + 10), &bar.counted);
        };
        let figure = format!("{value}{}", bar.unit.suffix());
        self.text((WORDS_LEFT, y + 8), &figure, 17, BLACK, FontStyle::Bold)?;
        self.text((WORDS_LEFT + 84, y + 10), &bar.counted, 14, QUIET, FontStyle::Normal)?;
        let targets = [("local target", &bar.local), ("target", &bar.national)];
        let said =
            targets.into_iter().filter_map(|(whose, against)| Some(format!("{whose} {}", in_words(against.as_ref()?))));
        let care = (!bar.care.is_empty()).then(|| bar.care.clone());
        for (line, words) in said.chain(care).enumerate() {
            self.text((WORDS_LEFT, y + 30 + 16 * line as u32), &words, 13, BLACK, FontStyle::Normal)?;
        }
        Ok(())
    }

    /// Words on two lines at most.
    fn wrapped(&self, (x, y): (u32, u32), text: &str) -> Drawn<B> {
        let middle = text.char_indices().rfind(|(place, letter)| *letter == ' ' && *place <= 34);
        let (first, second) = match middle {
            Some((place, _)) if text.len() > 34 => text.split_at(place),
            _ => (text, ""),
        };
        self.text((x, y), first, 14, QUIET, FontStyle::Normal)?;
        self.text((x, y + 20), second.trim_start(), 14, QUIET, FontStyle::Normal)
    }

    /// What the marks mean; a target is explained only where there is one.
    fn key(&self, chart: &AuthorityChart, y: u32) -> Drawn<B> {
        let style =
            TextStyle::from((FONT, 14 * self.scale).into_font()).color(&QUIET).pos(Pos::new(HPos::Left, VPos::Center));
        let year = |target: fn(&Bar) -> &Option<Against>| {
            chart.bars.iter().find_map(|bar| target(bar).as_ref().map(|against| against.target.year))
        };
        let national = year(|bar| &bar.national).map(|year| (TARGET, 5, format!("national target for {year}")));
        let local = year(|bar| &bar.local).map(|year| (LOCAL_TARGET, 5, format!("local target for {year}")));
        let marks = [Some((VALUE, 22, "value".to_owned())), national, local];
        for (place, (colour, wide, words)) in marks.into_iter().flatten().enumerate() {
            let x = MARGIN + 240 * place as u32;
            let corners = [(self.px(x), self.px(y - 10)), (self.px(x + wide), self.px(y + 10))];
            self.area.draw(&Rectangle::new(corners, colour.filled()))?;
            self.area.draw_text(&words, &style, (self.px(x + wide + 8), self.px(y)))?;
        }
        Ok(())
    }
}
