//! The parts of a trend: its lines, dots and labels.

use super::{BOTTOM, PLOT, Path, TOP, Trend, Year};
use crate::charts::axis::{Axis, kept_apart};
use crate::charts::chart::HALF;
use crate::charts::key::{self, Glyph};
use crate::charts::palette::{BLACK, DARK_BLUE, ORANGE, QUIET, WHITE};
use crate::charts::paper::{Anchor, At, Drawn, Paper};
use crate::charts::typography::{LINE, Lettering};
use crate::rounding::Tenths;
use crate::wording::value::Limits;
use plotters::prelude::DrawingBackend;

/// Runs of consecutive years of one source, published or not, as lines: years of two sources are not compared.
fn runs(points: impl Iterator<Item = (i32, bool, At)>) -> Vec<Vec<At>> {
    let mut runs: Vec<Vec<At>> = Vec::new();
    let mut before = None;
    for (year, is_published, at) in points {
        match runs.last_mut() {
            Some(run) if before == Some((year - 1, is_published)) => run.push(at),
            _ => runs.push(vec![at]),
        }
        before = Some((year, is_published));
    }
    runs
}

impl Trend {
    pub(super) fn draw_england<B: DrawingBackend>(&self, paper: &Paper<'_, B>, axis: &Axis) -> Drawn<B> {
        let known = self.years.iter().filter_map(|year| Some((year, year.england?)));
        let points =
            known.map(|(year, value)| (year.year, year.is_england_published, (self.x(year.year), axis.of(value))));
        for run in runs(points) {
            paper.line(&run, BLACK, 1.6)?;
            run.iter().try_for_each(|at| Glyph::England.draw(paper, *at))?;
        }
        Ok(())
    }

    pub(super) fn draw_path<B: DrawingBackend>(&self, paper: &Paper<'_, B>, axis: &Axis) -> Drawn<B> {
        let Some(Path { from, to, is_already_met, .. }) = &self.path else { return Ok(()) };
        let point = |(year, value): (i32, Tenths)| (self.x(year), axis.of(value));
        if !is_already_met {
            paper.dashes(&[point(*from), point(*to)], ORANGE, 3.0)?;
        }
        let (x, y) = point(*to);
        paper.rectangle((x - 14.0, y - 2.5), (x + 14.0, y + 2.5), ORANGE)
    }

    pub(super) fn draw_years<B: DrawingBackend>(&self, paper: &Paper<'_, B>, axis: &Axis) -> Drawn<B> {
        let at = |(year, value): (&Year, Tenths)| (self.x(year.year), axis.of(value));
        for (year, Limits { lower, upper }) in self.years.iter().filter_map(|year| Some((year, year.doubt?))) {
            let x = self.x(year.year);
            key::doubt(paper, (x - 12.0, axis.of(upper)), (x + 12.0, axis.of(lower)))?;
        }
        for run in runs(self.known().map(|(year, value)| (year.year, year.is_published, at((year, value))))) {
            paper.line(&run, WHITE, 7.0)?;
            paper.line(&run, DARK_BLUE, 3.5)?;
        }
        let known: Vec<(&Year, Tenths)> = self.known().collect();
        for (year, value) in &known {
            let (x, y) = at((year, *value));
            if let Some(Limits { lower, upper }) = year.limits {
                key::limits(paper, (x, axis.of(upper)), axis.of(lower))?;
            }
            paper.disc((x, y), 9.0, WHITE)?;
            let mark = if year.is_published { Glyph::Published } else { Glyph::Returned };
            mark.draw(paper, (x, y))?;
        }
        for year in &self.years {
            if let Some(symbol) = year.value.symbol() {
                let at = (self.x(year.year), BOTTOM + 26.0 + LINE);
                paper.words(at, &symbol.text, Lettering::QUIET, Anchor::Middle)?;
            }
        }
        Ok(())
    }

    /// The names of the lines, at the right.
    pub(super) fn draw_names<B: DrawingBackend>(&self, paper: &Paper<'_, B>, axis: &Axis) -> Drawn<B> {
        let mut names: Vec<(At, String, Lettering)> = Vec::new();
        if let Some((year, value)) = self.known().last() {
            let lettering = Lettering::BOLD.in_colour(DARK_BLUE);
            let name = format!("{} {}", self.place.name, self.indicator.shown(value));
            names.push(((self.x(year.year), axis.of(value)), name, lettering));
        }
        let england = self.years.iter().rev().find_map(|year| Some((year.year, year.england?)));
        if let Some((year, value)) = england {
            let name = format!("England {}", self.indicator.shown(value));
            names.push(((self.x(year), axis.of(value)), name, Lettering::PLAIN));
        }
        if let Some(path) = &self.path {
            let whose = if path.is_local { "Own target" } else { "Target" };
            let at = (self.x(path.to.0), axis.of(path.to.1));
            names.push((at, format!("{whose} {}{}", path.shown, path.already_met()), Lettering::PLAIN));
        }
        let room = f64::from(HALF) - 8.0 - PLOT.1 - 14.0;
        let lines: Vec<Vec<String>> = names.iter().map(|(_, name, lettering)| lettering.lines(name, room)).collect();
        let most = lines.iter().map(Vec::len).max().unwrap_or(1) as f64;
        let belong: Vec<f64> = names.iter().map(|((_, y), ..)| *y).collect();
        let places = kept_apart(&belong, LINE * most, (TOP, BOTTOM - LINE * (most - 1.0)));
        for (((at, _, lettering), lines), place) in names.iter().zip(&lines).zip(places) {
            paper.line(&[(at.0 + 12.0, at.1), (PLOT.1 + 10.0, place)], QUIET, 0.6)?;
            paper.lines((PLOT.1 + 14.0, place + 6.0), lines, *lettering, Anchor::Start)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_breaks_where_a_year_is_missing_and_where_published_figures_join_returns() {
        let lengths = |years: &[(i32, bool)]| {
            let points = years.iter().map(|(year, is_published)| (*year, *is_published, (0.0, 0.0)));
            runs(points).iter().map(Vec::len).collect::<Vec<_>>()
        };
        assert_eq!(lengths(&[(2009, false), (2010, false), (2011, false)]), [3]);
        assert_eq!(lengths(&[(2008, false), (2010, false), (2011, false)]), [1, 2]);
        assert_eq!(lengths(&[(2009, true), (2010, true), (2011, false)]), [2, 1]);
    }
}
