//! The parts of a heat table: its head, its rows and its cells.

use super::{CELL, Cell, HEAD, HeatTable, NAMES, Row};
use crate::benchmark::significance::Significance;
use crate::charts::key;
use crate::charts::palette::{BLACK, DARK_BLUE, ORANGE, RULE, WHITE};
use crate::charts::paper::{Anchor, At, Drawn, MARGIN, Paper};
use crate::charts::typography::Lettering;
use crate::wording::names::Indicator;
use crate::wording::number::ShownNumber;
use crate::wording::value::Value;
use plotters::prelude::DrawingBackend;
use plotters::style::RGBColor;

impl HeatTable {
    /// The numbers of the indicators and England's values.
    pub(super) fn draw_head<B: DrawingBackend>(&self, paper: &Paper<'_, B>, top: f64) -> Drawn<B> {
        paper.words((MARGIN, top + HEAD + 22.0), "England", Lettering::BOLD, Anchor::Start)?;
        for (column, (indicator, england)) in self.columns.iter().enumerate() {
            let middle = HeatTable::x(column) + CELL.0 / 2.0;
            paper.words((middle, top + 20.0), &indicator.name(), Lettering::BOLD, Anchor::Middle)?;
            if !england.is_missing() {
                paper.words(
                    (middle, top + HEAD + 22.0),
                    &in_a_cell(*england, indicator),
                    Lettering::BOLD,
                    Anchor::Middle,
                )?;
            }
        }
        let right = HeatTable::x(self.columns.len());
        paper.line(&[(MARGIN, top + HEAD + 34.0), (right, top + HEAD + 34.0)], BLACK, 1.6)
    }
}

impl Row {
    pub(super) fn draw<B: DrawingBackend>(
        &self,
        paper: &Paper<'_, B>,
        columns: &[(Indicator, Value)],
        top: f64,
    ) -> Drawn<B> {
        let lines = Lettering::PLAIN.lines(&self.place.name, NAMES - MARGIN - 8.0);
        let first = if lines.len() > 1 { top + 19.0 } else { top + 29.0 };
        paper.lines((MARGIN, first), &lines, Lettering::PLAIN, Anchor::Start)?;
        for (column, (cell, (indicator, _))) in self.cells.iter().zip(columns).enumerate() {
            cell.draw(paper, indicator, (HeatTable::x(column), top))?;
        }
        let right = HeatTable::x(self.cells.len());
        paper.line(&[(MARGIN, top + CELL.1), (right, top + CELL.1)], RULE, 1.0)
    }
}

impl Cell {
    fn look(self) -> (RGBColor, RGBColor) {
        match self.significance {
            Some(Significance::Better) => (DARK_BLUE, WHITE),
            Some(Significance::Worse) => (ORANGE, BLACK),
            Some(Significance::NotSignificant | Significance::NotTested) | None => (WHITE, BLACK),
        }
    }

    fn draw<B: DrawingBackend>(self, paper: &Paper<'_, B>, indicator: &Indicator, (left, top): At) -> Drawn<B> {
        let (ground, ink) = self.look();
        if ground != WHITE {
            paper.rectangle((left + 1.5, top + 1.5), (left + CELL.0 - 1.5, top + CELL.1 - 1.5), ground)?;
        }
        let middle = left + CELL.0 / 2.0;
        let value = in_a_cell(self.value, indicator);
        let lettering = Lettering::PLAIN.in_colour(ink);
        let is_told = matches!(self.significance, Some(Significance::Better | Significance::Worse));
        paper.words((middle, top + 20.0), &value, Lettering { bold: is_told, ..lettering }, Anchor::Middle)?;
        let word = self.word();
        let lettering = if is_told { lettering } else { Lettering::QUIET };
        let aside = match (is_told, self.is_beyond_99_8) {
            (true, true) => 13.0,
            (true, false) => 8.0,
            (false, _) => 0.0,
        };
        paper.words((middle + aside, top + 39.0), &word, lettering, Anchor::Middle)?;
        let Some(significance) = self.significance else { return Ok(()) };
        let left = middle + aside - lettering.width(&word) / 2.0 - 9.0;
        key::triangle(paper, significance, (left, top + 33.5), lettering.colour)?;
        if self.is_beyond_99_8 {
            key::triangle(paper, significance, (left - 11.0, top + 33.5), lettering.colour)?;
        }
        Ok(())
    }
}

/// A value as a cell has room for it: a symbol stands without its word.
fn in_a_cell(value: Value, indicator: &Indicator) -> String {
    ShownNumber::value(value.into(), indicator.unit).text
}
