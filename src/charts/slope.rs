//! Slope chart: one authority's indicators in two years; significant changes stand out.

use super::axis::{Axis, kept_apart};
use super::chart::{Chart, WIDTH};
use super::key::Glyph;
use super::palette::{BLACK, DARK_BLUE, OTHERS, QUIET};
use super::paper::{Anchor, Drawn, MARGIN, Paper};
use super::table::Table;
use super::typography::{LINE, Lettering};
use crate::benchmark::significance::Significance;
use crate::rounding::Tenths;
use crate::unit::Unit;
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
    /// The significance of the change; none where there is no change.
    pub significance: Option<Significance>,
    /// Whether both values are published or both from the returns: no line joins two sources.
    pub is_of_one_source: bool,
}

/// The layout, in pixels.
const TOP: f64 = 124.0;
const LEFT: f64 = 176.0;
const RIGHT: f64 = 466.0;
const PERCENT: f64 = 400.0;
const SCORE: f64 = 44.0;
const GAP: f64 = 56.0;

impl Row {
    fn both(&self) -> Option<(Tenths, Tenths)> {
        Some((self.before.1.number()?, self.now.1.number()?))
    }

    fn is_told(&self) -> bool {
        matches!(self.significance, Some(Significance::Better | Significance::Worse))
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

    fn drawn(&self, unit: Unit) -> Vec<(&Row, Tenths, Tenths)> {
        let of_unit = self.rows.iter().filter(|row| row.indicator.unit == unit);
        of_unit.filter_map(|row| row.both().map(|(before, now)| (row, before, now))).collect()
    }

    /// The indicators that cannot be drawn, in words.
    fn left_out(&self) -> Vec<String> {
        let without = self.rows.iter().filter(|row| row.both().is_none());
        let of = |row: &Row| {
            let shown = |(year, value): (i32, Value)| format!("{} in {year}", value.in_words(row.indicator.unit));
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
        let mut years: Vec<i32> = self.rows.iter().filter(|row| row.both().is_some()).map(year).collect();
        years.sort_unstable();
        years.dedup();
        years.iter().map(i32::to_string).collect::<Vec<_>>().join(" or ")
    }

    /// The panels that have a line, with the top and height of each.
    fn panels(&self) -> Vec<(Unit, f64, f64)> {
        let mut top = TOP;
        let mut panels = Vec::new();
        for (unit, height) in [(Unit::Percent, PERCENT), (Unit::Score, SCORE)] {
            if !self.drawn(unit).is_empty() {
                panels.push((unit, top, height));
                top += height + GAP;
            }
        }
        panels
    }

    fn bottom(&self) -> f64 {
        self.panels().last().map_or(TOP, |(_, top, height)| top + height)
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
        let mut words = format!("Lines from {before} to {now} for the indicators of {}.", self.place.name);
        for (significance, kind) in [(Significance::Better, "Better"), (Significance::Worse, "Worse")] {
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
                words.push_str(&format!(" {kind} beyond chance: {}.", listed(&changed)));
            }
        }
        let open = self.rows.iter().filter(|row| row.significance == Some(Significance::NotSignificant)).count();
        if open > 0 {
            words.push_str(&format!(" {open} cannot be told from chance."));
        }
        let without = self.rows.iter().filter(|row| row.both().is_none()).count();
        if without > 0 {
            words.push_str(&format!(" {without} without a value in both years."));
        }
        let hidden = self.rows.iter().filter(|row| [row.before.1, row.now.1].contains(&Value::Hidden)).count();
        format!("{words} {}", hidden_in_words(hidden))
    }

    fn long_description(&self, table: &Table) -> String {
        format!(
            "Each indicator is a line from its value in the year before, at the left, to its latest, at the right; where one \
             is published and the other from the returns, no line joins them. Lines of \
             changes beyond chance are thick and dark, and marked better or worse; the others are thin and grey. Mean \
             scores have a scale of their own below. {}",
            table.read_out()
        )
    }

    fn table(&self) -> Table {
        let row = |row: &Row| {
            let unit = row.indicator.unit;
            vec![
                row.indicator.named(),
                row.before.0.to_string(),
                row.before.1.in_words(unit),
                row.now.0.to_string(),
                row.now.1.in_words(unit),
                row.significance
                    .map(|significance| Mark::of_significance(significance).word())
                    .unwrap_or_default()
                    .to_owned(),
                row.indicator.good_in_words().to_owned(),
            ]
        };
        Table::new(
            &["indicator", "year before", "value then", "year", "value", "change", "polarity"],
            self.rows.iter().map(row).collect(),
        )
    }

    fn height(&self) -> u32 {
        (self.bottom() + 46.0 + LINE * self.left_out().len() as f64).ceil() as u32
    }

    fn draw<B: DrawingBackend>(&self, paper: &Paper<'_, B>) -> Drawn<B> {
        let Place { name, code } = &self.place;
        let under = "Ten indicators in two years; changes beyond chance are dark and marked";
        paper.heading(&format!("{name} ({code})"), under)?;
        for (x, year, side) in [
            (LEFT - 12.0, self.years(|row| row.before.0), Anchor::End),
            (RIGHT + 12.0, self.years(|row| row.now.0), Anchor::Start),
        ] {
            paper.words((x, TOP - 22.0), &year, Lettering::BOLD, side)?;
        }
        for (unit, top, height) in self.panels() {
            self.draw_panel(paper, unit, (top, top + height))?;
        }
        paper.lines((MARGIN, self.bottom() + 48.0), &self.left_out(), Lettering::QUIET, Anchor::Start)
    }
}

impl Slope {
    fn draw_panel<B: DrawingBackend>(&self, paper: &Paper<'_, B>, unit: Unit, (top, bottom): (f64, f64)) -> Drawn<B> {
        let mut rows = self.drawn(unit);
        // Significant changes are drawn last, over the others.
        rows.sort_by_key(|(row, ..)| row.is_told());
        let values = rows.iter().flat_map(|(_, before, now)| [*before, *now]);
        let axis = Axis::about(values, unit, bottom, top);
        for x in [LEFT, RIGHT] {
            paper.line(&[(x, top - 8.0), (x, bottom + 8.0)], QUIET, 1.0)?;
        }
        if unit == Unit::Score {
            paper.words(
                ((LEFT + RIGHT) / 2.0, top - 8.0),
                "mean score, on its own scale",
                Lettering::QUIET,
                Anchor::Middle,
            )?;
        }
        for (row, before, now) in &rows {
            let points = [(LEFT, axis.of(*before)), (RIGHT, axis.of(*now))];
            let (colour, wide) = if row.is_told() { (DARK_BLUE, 4.0) } else { (OTHERS, 2.0) };
            if row.is_of_one_source {
                paper.line(&points, colour, wide)?;
            }
            points.iter().try_for_each(|at| paper.disc(*at, wide + 1.5, colour))?;
        }
        self.draw_side(paper, &axis, &rows, (top, bottom), true)?;
        self.draw_side(paper, &axis, &rows, (top, bottom), false)
    }

    /// The labels at one side, moved apart where they would overlap.
    fn draw_side<B: DrawingBackend>(
        &self,
        paper: &Paper<'_, B>,
        axis: &Axis,
        rows: &[(&Row, Tenths, Tenths)],
        ends: (f64, f64),
        is_left: bool,
    ) -> Drawn<B> {
        let value = |(_, before, now): &(&Row, Tenths, Tenths)| if is_left { *before } else { *now };
        let belong: Vec<f64> = rows.iter().map(|row| axis.of(value(row))).collect();
        let places = kept_apart(&belong, LINE + 1.0, ends);
        for ((row, y), place) in rows.iter().zip(belong).zip(places) {
            let (indicator, lettering) = (&row.0.indicator, row.0.lettering());
            let shown = indicator.shown(value(row));
            let wide = Lettering::BOLD.width(&shown) + 12.0;
            let bold = Lettering { bold: true, ..lettering };
            let line = place + 6.0;
            if is_left {
                paper.line(&[(LEFT - 3.0, y), (LEFT - 16.0, place)], BLACK, 0.6)?;
                paper.words((LEFT - 20.0, line), &shown, bold, Anchor::End)?;
                paper.words((LEFT - 20.0 - wide, line), &indicator.name(), lettering, Anchor::End)?;
                continue;
            }
            paper.line(&[(RIGHT + 3.0, y), (RIGHT + 16.0, place)], BLACK, 0.6)?;
            paper.words((RIGHT + 20.0, line), &shown, bold, Anchor::Start)?;
            let (x, name) = (RIGHT + 20.0 + wide, indicator.named());
            paper.words((x, line), &name, lettering, Anchor::Start)?;
            if let (true, Some(significance)) = (row.0.is_told(), row.0.significance) {
                let x = x + lettering.width(&name) + 18.0;
                Glyph::Significance(significance).draw(paper, (x, place))?;
                paper.words((x + 14.0, line), Mark::of_significance(significance).word(), lettering, Anchor::Start)?;
            }
        }
        Ok(())
    }
}
