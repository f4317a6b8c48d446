//! The parts of a trend: its lines, dots and labels.

use super::{BOTTOM, PLOT, Path, TOP, Trend, Year};
use crate::benchmark::footing::Footing;
use crate::charts::axis::{Axis, kept_apart};
use crate::charts::chart::HALF;
use crate::charts::key::{self, Glyph};
use crate::charts::palette::{BLACK, DARK_BLUE, ORANGE, QUIET, WHITE};
use crate::charts::paper::{Anchor, At, Drawn, Paper};
use crate::charts::typography::{LINE, Lettering};
use crate::rounding::Tenths;
use crate::wording::value::Limits;
use plotters::prelude::DrawingBackend;

/// Runs of consecutive years on the same footing, as lines: others are not compared.
fn runs(points: impl Iterator<Item = (i32, Footing, At)>) -> Vec<Vec<At>> {
    let mut runs: Vec<Vec<At>> = Vec::new();
    let mut before: Option<(i32, Footing)> = None;
    for (year, footing, at) in points {
        let is_joined = before.is_some_and(|(last, of_last)| last == year - 1 && of_last.joins(footing));
        match runs.last_mut() {
            Some(run) if is_joined => run.push(at),
            _ => runs.push(vec![at]),
        }
        before = Some((year, footing));
    }
    runs
}

impl Trend {
    pub(super) fn draw_england<B: DrawingBackend>(&self, paper: &Paper<'_, B>, axis: &Axis) -> Drawn<B> {
        let points =
            self.england().map(|(year, england)| (year, england.footing, (self.x(year), axis.of(england.value))));
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
        for run in runs(self.known().map(|(year, value)| (year.year, year.footing, at((year, value))))) {
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
            let mark = match year.footing {
                Footing::Returns => Glyph::Returned,
                Footing::Published => Glyph::Published,
                Footing::Apart => Glyph::Apart,
            };
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
        if let Some((year, england)) = self.england().next_back() {
            let name = format!("England {}", self.indicator.shown(england.value));
            names.push(((self.x(year), axis.of(england.value)), name, Lettering::PLAIN));
        }
        if let Some(path) = &self.path {
            let whose = if path.is_local { "Own target" } else { "Target" };
            let at = (self.x(path.to.0), axis.of(path.to.1));
            names.push((
                at,
                format!("{whose} {}{}", path.shown, path.already_met(self.indicator.years)),
                Lettering::PLAIN,
            ));
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
    fn a_line_breaks_where_a_year_is_missing_and_where_the_footing_changes() {
        use Footing::{Apart, Published, Returns};
        let lengths = |years: &[(i32, Footing)]| {
            let points = years.iter().map(|(year, footing)| (*year, *footing, (0.0, 0.0)));
            runs(points).iter().map(Vec::len).collect::<Vec<_>>()
        };
        assert_eq!(lengths(&[(2009, Returns), (2010, Returns), (2011, Returns)]), [3]);
        assert_eq!(lengths(&[(2008, Returns), (2010, Returns), (2011, Returns)]), [1, 2]);
        assert_eq!(lengths(&[(2009, Published), (2010, Published), (2011, Returns)]), [2, 1]);
        assert_eq!(lengths(&[(2009, Apart), (2010, Apart), (2011, Returns)]), [1, 1, 1]);
    }
}
