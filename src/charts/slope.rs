//! Dumbbells: one authority's indicators in two years, each on its own scale with better to the right; significant changes
//! stand out.

use super::axis::Axis;
use super::chart::{Chart, WIDTH};
use super::key::{self, Glyph, KEY};
use super::palette::{DARK_BLUE, OTHERS, RULE};
use super::paper::{Anchor, At, Drawn, MARGIN, Paper};
use super::table::Table;
use super::typography::{LINE, Lettering};
use crate::benchmark::significance::Significance;
use crate::rounding::Tenths;
use crate::unit::{Good, Unit};
use crate::wording::counts::{hidden_in_words, listed};
use crate::wording::mark::Mark;
use crate::wording::names::{Indicator, Place};
use crate::wording::value::Value;
use plotters::prelude::DrawingBackend;

/// One authority's indicators in two years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slope {
    /// The authority.
    pub place: Place,
    rows: Vec<Row>,
}

/// One indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which.
    pub indicator: Indicator,
    /// The year before and its value.
    pub before: (i32, Value),
    /// The latest year and its value.
    pub now: (i32, Value),
    /// The significance of the change; none where the two are not compared, as an unreliable figure is not.
    pub significance: Option<Significance>,
    /// Whether both values are on the same footing: no line joins others.
    pub is_joined: bool,
}

/// The layout, in pixels.
const TOP: f64 = 112.0;
const PLOT: (f64, f64) = (330.0, 700.0);
const WORDS: f64 = 726.0;
const ROW: f64 = 40.0;
/// The least that a scale spans, in tenths: small changes would look large.
const LEAST_PERCENT: i64 = 200;
const LEAST_SCORE: i64 = 40;

/// What is said of a change of which nothing can be.
const NOT_COMPARED: &str = "not compared";

impl Row {
    fn both(&self) -> Option<(Tenths, Tenths)> {
        Some((self.before.1.number()?, self.now.1.number()?))
    }

    /// Its own scale, around both values.
    fn axis(&self, before: Tenths, now: Tenths) -> Axis {
        let (unit, least) = match self.indicator.unit {
            Unit::Percent => (Unit::Percent, LEAST_PERCENT),
            Unit::Score => (Unit::Score, LEAST_SCORE),
        };
        let (middle, half) = ((before.0 + now.0) / 2, (now.0 - before.0).abs().max(least) / 2);
        let ends = [middle - half, middle + half].map(Tenths);
        let (worse, better) = PLOT;
        match self.indicator.good {
            Good::High => Axis::about(ends.into_iter(), unit, worse, better),
            Good::Low => Axis::about(ends.into_iter(), unit, better, worse),
        }
    }

    fn is_told(&self) -> bool {
        matches!(self.significance, Some(Significance::Better | Significance::Worse))
    }

    /// What the change is, in a word or two; none where a value is not shown.
    fn change(&self) -> Option<&'static str> {
        self.both()?;
        Some(self.significance.map_or(NOT_COMPARED, |significance| Mark::of_significance(significance).word()))
    }

    fn lettering(&self) -> Lettering {
        if self.is_told() { Lettering::BOLD.in_colour(DARK_BLUE) } else { Lettering::PLAIN }
    }
}

impl Slope {
    /// Keeps the indicators in the order given. A change from or to a hidden value has no significance.
    pub fn new(place: Place, mut rows: Vec<Row>) -> Slope {
        for row in rows.iter_mut().filter(|row| row.both().is_none()) {
            row.significance = None;
        }
        Slope { place, rows }
    }

    /// Whether an indicator has a value in both years.
    pub(crate) fn has_two_years(&self) -> bool {
        self.rows.iter().any(|row| row.both().is_some())
    }

    fn drawn(&self) -> Vec<(&Row, Tenths, Tenths)> {
        self.rows.iter().filter_map(|row| row.both().map(|(before, now)| (row, before, now))).collect()
    }

    /// The indicators that cannot be drawn, in words.
    fn left_out(&self) -> Vec<String> {
        let without = self.rows.iter().filter(|row| row.both().is_none());
        let of = |row: &Row| {
            let Indicator { unit, years, .. } = row.indicator;
            let shown = |(year, value): (i32, Value)| format!("{} in {}", value.in_words(unit), years.in_words(year));
            format!("{}: {}, {}.", row.indicator.name(), shown(row.before), shown(row.now))
        };
        let all: Vec<String> = without.map(of).collect();
        if all.is_empty() {
            return Vec::new();
        }
        Lettering::QUIET.lines(&format!("Not drawn: {}", all.join(" ")), f64::from(WIDTH) - 2.0 * MARGIN)
    }

    /// `2010`, or `2009 or 2010` where indicators differ.
    fn years(&self, year: fn(&Row) -> i32) -> String {
        let drawn = self.rows.iter().filter(|row| row.both().is_some());
        let mut years: Vec<(i32, String)> =
            drawn.map(|row| (year(row), row.indicator.years.in_words(year(row)))).collect();
        years.sort_unstable();
        years.dedup();
        years.into_iter().map(|(_, name)| name).collect::<Vec<_>>().join(" or ")
    }

    fn bottom(&self) -> f64 {
        TOP + ROW * self.drawn().len() as f64
    }

    fn marks(&self) -> Vec<(Glyph, String)> {
        let (before, now) = (self.years(|row| row.before.0), self.years(|row| row.now.0));
        vec![(Glyph::Published, before), (Glyph::Returned, now)]
    }
}

impl Chart for Slope {
    fn title(&self) -> String {
        let Place { name, code } = &self.place;
        let (before, now) = (self.years(|row| row.before.0), self.years(|row| row.now.0));
        format!("{name} ({code}): ten National Indicators, {before} and {now}")
    }

    fn alternative_text(&self) -> String {
        let (before, now) = (self.years(|row| row.before.0), self.years(|row| row.now.0));
        let mut words = format!("Two dots for each indicator of {}, {before} and {now}.", self.place.name);
        for (significance, kind) in
            [(Significance::Better, "Significantly better"), (Significance::Worse, "Significantly worse")]
        {
            let changed: Vec<String> = self
                .rows
                .iter()
                .filter(|row| row.significance == Some(significance))
                .filter_map(|row| {
                    let (before, now) = row.both()?;
                    let shown = |value| row.indicator.shown(value);
                    Some(format!("{} (from {} to {})", row.indicator.named(), shown(before), shown(now)))
                })
                .collect();
            if !changed.is_empty() {
                words.push_str(&format!(" {kind}: {}.", listed(&changed)));
            }
        }
        let open = self.rows.iter().filter(|row| row.significance == Some(Significance::NotSignificant)).count();
        if open > 0 {
            words.push_str(&format!(" {open} not statistically significant."));
        }
        let apart = self.rows.iter().filter(|row| row.change() == Some(NOT_COMPARED)).count();
        if apart > 0 {
            words.push_str(&format!(" {apart} {NOT_COMPARED}."));
        }
        let without = self.rows.iter().filter(|row| row.both().is_none()).count();
        if without > 0 {
            words.push_str(&format!(" {without} without a value in both years."));
        }
        let hidden = self.rows.iter().filter(|row| [row.before.1, row.now.1].contains(&Value::Hidden)).count();
        format!("{words} {}", hidden_in_words(hidden))
    }

    fn table(&self) -> Table {
        let row = |row: &Row| {
            let unit = row.indicator.unit;
            vec![
                row.indicator.named(),
                row.indicator.years.in_words(row.before.0),
                row.before.1.in_words(unit),
                row.indicator.years.in_words(row.now.0),
                row.now.1.in_words(unit),
                row.change().unwrap_or_default().to_owned(),
                row.indicator.good_in_words().to_owned(),
            ]
        };
        Table::new(
            &["indicator", "year before", "value then", "year", "value", "change", "polarity"],
            self.rows.iter().map(row).collect(),
        )
    }

    fn heading(&self) -> [String; 2] {
        let Place { name, code } = &self.place;
        let under =
            "Ten indicators in two years, each on its own scale with better to the right; significant changes are dark";
        [format!("{name} ({code})"), under.to_owned()]
    }

    fn height(&self) -> u32 {
        (self.bottom() + KEY + 22.0 + LINE * self.left_out().len() as f64).ceil() as u32
    }

    fn draw<B: DrawingBackend>(&self, paper: &Paper<'_, B>) -> Drawn<B> {
        paper.words((PLOT.0, TOP - 10.0), "\u{2190} worse", Lettering::QUIET, Anchor::Start)?;
        paper.words((PLOT.1, TOP - 10.0), "better \u{2192}", Lettering::QUIET, Anchor::End)?;
        let drawn = self.drawn();
        let widest = drawn.iter().map(|(row, before, now)| Lettering::BOLD.width(&row.said(*before, *now)));
        let told_at = WORDS + widest.fold(0.0, f64::max) + 14.0;
        for (at, (row, before, now)) in drawn.into_iter().enumerate() {
            row.draw(paper, (told_at, TOP + ROW * at as f64), before, now)?;
        }
        key::draw(paper, self.bottom() + 30.0, &self.marks())?;
        paper.lines((MARGIN, self.bottom() + KEY + 30.0), &self.left_out(), Lettering::QUIET, Anchor::Start)
    }
}

impl Row {
    /// `14.7 to 14.1`.
    fn said(&self, before: Tenths, now: Tenths) -> String {
        let shown = |value| self.indicator.shown(value);
        format!("{} to {}", shown(before), shown(now))
    }

    /// A row: its name, its two dots, both values, and in a column of its own what the change is.
    fn draw<B: DrawingBackend>(
        &self,
        paper: &Paper<'_, B>,
        (told_at, top): At,
        before: Tenths,
        now: Tenths,
    ) -> Drawn<B> {
        let (middle, line) = (top + ROW / 2.0, top + ROW / 2.0 + 6.0);
        let axis = self.axis(before, now);
        let (colour, wide) = if self.is_told() { (DARK_BLUE, 5.0) } else { (OTHERS, 2.5) };
        paper.words((MARGIN, line), &self.indicator.title, self.lettering(), Anchor::Start)?;
        paper.line(&[(PLOT.0, middle), (PLOT.1, middle)], RULE, 1.0)?;
        let [from, to] = [before, now].map(|value| (axis.of(value), middle));
        if self.is_joined {
            paper.line(&[from, to], colour, wide)?;
        }
        paper.ring(from, 7.0, DARK_BLUE)?;
        paper.disc(to, 7.0, DARK_BLUE)?;
        paper.words(
            (WORDS, line),
            &self.said(before, now),
            Lettering { bold: true, ..self.lettering() },
            Anchor::Start,
        )?;
        let told = self.significance.filter(|_| self.is_told()).map(|told| Mark::of_significance(told).in_words());
        let words = told.or_else(|| self.change().map(str::to_owned)).unwrap_or_default();
        paper.words((told_at, line), &words, self.lettering(), Anchor::Start)
    }
}
