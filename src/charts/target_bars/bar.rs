//! One row of the target dots: its dot and marks, and the text on either side.

use crate::benchmark::targets::MetAt95;
use crate::charts::axis::Axis;
use crate::charts::chart::WIDTH;
use crate::charts::key::{self, Glyph};
use crate::charts::palette::{DARK_BLUE, WHITE};
use crate::charts::paper::{Anchor, At, Drawn, MARGIN, Paper};
use crate::charts::typography::{LINE, Lettering, held_together};
use crate::rounding::Tenths;
use crate::unit::{Good, Unit};
use crate::wording::names::Indicator;
use crate::wording::target::met_or_not;
use crate::wording::value::{Limits, Value};
use plotters::prelude::DrawingBackend;

/// One indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// Which.
    pub indicator: Indicator,
    /// The value.
    pub value: Value,
    /// Its 95% limits.
    pub limits: Option<Limits>,
    /// The smallest and the largest value that the files leave; none where nothing is doubtful.
    pub doubt: Option<Limits>,
    /// The counts behind the value, `7 of 52`, or why there is no value; blank where there is nothing to say.
    pub counted: String,
    /// How the counts are rounded, in a sentence; blank where they are exact.
    pub rounding: String,
    /// The targets beside it.
    pub targets: Vec<Target>,
    /// England's value.
    pub england: Option<Tenths>,
    /// The mean of statistical neighbours.
    pub neighbours: Option<Tenths>,
    /// A caution about the value; blank where there is none.
    pub care: String,
}

/// A target beside a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Whether it is the authority's own target, not the national one.
    pub is_local: bool,
    /// The value to be reached, rounded.
    pub value: Tenths,
    /// The same in words: `60%`, `62.5%`.
    pub shown: String,
    /// The year to be met by.
    pub year: i32,
    /// Whether the value meets it; none where there is no value that is shown.
    pub met: Option<bool>,
    /// Whether that is significant; none where there is no interval.
    pub significance: Option<MetAt95>,
}

/// Where the text at the right begins.
const WORDS: f64 = 694.0;
/// From the top of a row to its first line of text, and to its dot.
const FIRST_LINE: f64 = 21.0;
const DOT: f64 = 20.0;

impl Target {
    /// `target 60%: not met, not statistically significant`.
    fn in_words(&self) -> String {
        let whose = if self.is_local { "own target" } else { "target" };
        match self.standing() {
            standing if standing.is_empty() => format!("{whose} {}", self.shown),
            standing => format!("{whose} {}: {standing}", self.shown),
        }
    }

    /// `not met, not statistically significant`; blank where there is no value.
    pub(super) fn standing(&self) -> String {
        let Some(met) = self.met else { return String::new() };
        let told = self.significance.map(|significance| format!(", {}", significance.in_words(met)));
        format!("{}{}", met_or_not(met), told.unwrap_or_default())
    }
}

/// Text that breaks at commas only.
fn held_in_parts(words: &str) -> String {
    held_together(words).replace(",\u{a0}", ", ")
}

impl Bar {
    /// The value; a symbol stands without its word where the text after it says why.
    fn value_in_words(&self) -> String {
        match self.value.symbol() {
            Some(symbol) if !self.counted.is_empty() => symbol.text,
            _ => self.value.in_words(self.indicator.unit),
        }
    }

    /// The text beside the bar: after the value; then whether targets are met; then cautions.
    fn said(&self) -> [Vec<String>; 3] {
        let shown = |name: &str, value: Option<Tenths>| Some(format!("{name} {}", self.indicator.shown(value?)));
        let counted = (!self.counted.is_empty()).then(|| self.counted.clone());
        let others = [shown("England", self.england), shown("neighbours", self.neighbours)];
        // Where a target does not fit on one line, its significance moves to the next.
        let targets = self.targets.iter().map(|target| held_in_parts(&target.in_words())).collect();
        let care = (!self.care.is_empty()).then(|| self.care.clone());
        [counted.into_iter().chain(others.into_iter().flatten()).collect(), targets, care.into_iter().collect()]
    }

    /// The lines of text with their indents; the first begins after the value.
    fn lines(&self) -> Vec<(f64, String, Lettering)> {
        let width = f64::from(WIDTH) - MARGIN - WORDS;
        let room = Lettering::BOLD.width(&self.value_in_words()) + 12.0;
        let each = [(room, Lettering::PLAIN), (0.0, Lettering::PLAIN), (0.0, Lettering::QUIET)];
        let mut lines = Vec::new();
        for (said, (room, lettering)) in self.said().into_iter().zip(each) {
            let held =
                |words: &String| if lettering.width(words) > width { words.clone() } else { held_together(words) };
            let said: Vec<String> = said.iter().map(held).collect();
            if said.is_empty() {
                continue;
            }
            for (row, line) in lettering.lines_after(room, &said.join(", "), width).into_iter().enumerate() {
                lines.push((if row == 0 { room } else { 0.0 }, line, lettering));
            }
        }
        lines
    }

    /// By how many tenths it is short of its first target; below zero where it is met. None where that is not known.
    pub(super) fn short_of_target(&self) -> Option<i64> {
        let (value, target) = (self.value.number()?, self.targets.first()?.value);
        Some(match self.indicator.good {
            Good::High => target.0 - value.0,
            Good::Low => value.0 - target.0,
        })
    }

    pub(super) fn height(&self) -> f64 {
        let lines = self.lines().len().max(2) as f64;
        FIRST_LINE + LINE * (lines - 1.0) + 10.0
    }

    fn subtitle(&self) -> String {
        let unit = match self.indicator.unit {
            Unit::Percent => "",
            Unit::Score => ", mean score",
        };
        format!("{}{unit}, {}", self.indicator.name(), self.indicator.good_in_words())
    }
}

impl Bar {
    /// Draws the row.
    pub(super) fn draw<B: DrawingBackend>(&self, paper: &Paper<'_, B>, axis: &Axis, top: f64) -> Drawn<B> {
        let line = top + FIRST_LINE;
        paper.words((MARGIN, line), &self.indicator.title, Lettering::BOLD, Anchor::Start)?;
        paper.words((MARGIN, line + LINE), &self.subtitle(), Lettering::QUIET, Anchor::Start)?;
        let middle = top + DOT;
        let at = |value: Tenths| -> At { (axis.of(value), middle) };
        if let Some(Limits { lower, upper }) = self.doubt {
            key::doubt(paper, (axis.of(lower), middle - 12.0), (axis.of(upper), middle + 12.0))?;
        }
        if let Some(Limits { lower, upper }) = self.limits {
            paper.whisker([at(lower), at(upper)])?;
        }
        for target in &self.targets {
            let mark = if target.is_local { Glyph::LocalTarget } else { Glyph::Target };
            mark.draw(paper, at(target.value))?;
        }
        for (mark, value) in [(Glyph::Neighbours, self.neighbours), (Glyph::England, self.england)] {
            if let Some(value) = value {
                mark.draw(paper, at(value))?;
            }
        }
        if let Some(value) = self.value.number() {
            paper.disc(at(value), 9.0, WHITE)?;
            paper.disc(at(value), 7.0, DARK_BLUE)?;
        }
        paper.words((WORDS, line), &self.value_in_words(), Lettering::BOLD, Anchor::Start)?;
        for (row, (room, words, lettering)) in self.lines().iter().enumerate() {
            paper.words((WORDS + room, line + LINE * row as f64), words, *lettering, Anchor::Start)?;
        }
        Ok(())
    }
}
