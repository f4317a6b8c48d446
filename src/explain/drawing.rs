//! A child's timeline as a drawing: a bar for each period of care and placement, a mark for each review.

use super::case::Case;
use crate::walk::sheet::{
    AIR, BAR, BAR_TOP, BELOW, Bar, GAP, LANE, LEFT, MARGIN, MARK, Mark, OVER, ROW, Rows, Sheet, TOP, WIDTH, YEARS,
};

use crate::charts::chart::ChartError;
use crate::charts::palette::{BLACK, DARK_BLUE, ORANGE, QUIET, WHITE};
use crate::charts::paper::{Anchor, Drawn, Paper};
use crate::charts::svg::Drawing;
use crate::charts::typography::{Lettering, use_own_font};
use crate::walk::timeline::Timeline;
use plotters::prelude::{DrawingBackend, RGBColor};
use std::error::Error;

/// The background of the window.
const GROUND: RGBColor = RGBColor(0xE9, 0xEF, 0xF5);
/// The lines of years.
const GRID: RGBColor = RGBColor(0xD9, 0xD9, 0xD9);
/// From the top of words to their baseline.
const LINE: u32 = 13;

/// The timeline of a child as SVG.
///
/// # Errors
/// Where the font cannot be used or the drawing fails.
pub(crate) fn of_child(case: &Case<'_>, child: usize) -> Result<String, ChartError> {
    let sheet = Sheet::of(&case.followed, child);
    svg(&sheet).map_err(|source| ChartError { title: sheet.title, source })
}

fn svg(sheet: &Sheet) -> Result<String, Box<dyn Error + Send + Sync>> {
    use_own_font()?;
    let mut drawing = Drawing::begun((WIDTH, sheet.bottom() + BELOW), 1);
    sheet.draw(&Paper::new(&drawing.area(), 1))?;
    Ok(drawing.in_file(&sheet.title, &sheet.in_words()))
}

impl Sheet {
    fn draw<B: DrawingBackend>(&self, paper: &Paper<'_, B>) -> Drawn<B> {
        words(paper, (MARGIN, 20), &self.title, Lettering { points: 14.5, ..Lettering::BOLD })?;
        words(paper, (MARGIN, 56), &self.subtitle, Lettering::QUIET)?;
        self.draw_years(paper)?;
        let mut top = TOP;
        for group in self.groups() {
            words(paper, (MARGIN, top), group.name, Lettering::BOLD)?;
            if group.earlier > 0 {
                let earlier = format!("{} earlier", group.earlier);
                words(paper, (MARGIN, top + LANE), &earlier, Lettering::QUIET)?;
            }
            match &group.rows {
                Rows::Bars(bars) => {
                    for (row, bar) in bars.iter().enumerate() {
                        self.draw_bar(paper, bar, top + ROW * row as u32)?;
                    }
                }
                Rows::Marks(marks, _) => marks.iter().try_for_each(|mark| self.draw_mark(paper, mark, top))?,
            }
            top += group.height() + GAP;
        }
        Ok(())
    }

    /// The background of the window, a line for each year, and the day of the figures.
    fn draw_years<B: DrawingBackend>(&self, paper: &Paper<'_, B>) -> Drawn<B> {
        let Timeline { window_start, .. } = self.timeline;
        let (bottom, today) = (self.bottom(), self.today());
        rectangle(paper, (self.x(window_start), YEARS), (today, bottom), GROUND)?;
        self.draw_words(paper, self.x(window_start), OVER, &self.window_in_words())?;
        for year in self.timeline.years() {
            let x = self.x(year);
            rectangle(paper, (x, YEARS), (x + 1, bottom), GRID)?;
            words(paper, (x + 6, YEARS + 2), &year.year().to_string(), Lettering::QUIET)?;
        }
        rectangle(paper, (today, YEARS + LANE), (today + 2, bottom + 6), BLACK)?;
        self.draw_words(paper, today, bottom + 10, &self.as_at_in_words())
    }

    /// Words that start at `x`, or far enough before it to end before the day of the figures.
    fn draw_words<B: DrawingBackend>(&self, paper: &Paper<'_, B>, x: u32, y: u32, said: &str) -> Drawn<B> {
        let wide = Lettering::PLAIN.width(said).ceil() as u32;
        let x = x.min(self.today().saturating_sub(wide + AIR)).max(LEFT);
        words(paper, (x, y), said, Lettering::PLAIN)
    }

    /// A bar under its words, which start where it starts if they fit; a stay elsewhere is hollow.
    fn draw_bar<B: DrawingBackend>(&self, paper: &Paper<'_, B>, bar: &Bar, top: u32) -> Drawn<B> {
        let (from, to) = self.ends(bar.span);
        self.draw_words(paper, from, top, &bar.words)?;
        let top = top + BAR_TOP;
        rectangle(paper, (from, top), (to, top + BAR), DARK_BLUE)?;
        for away in &bar.away {
            let (from, to) = self.ends(*away);
            rectangle(paper, (from, top + 4), (to, top + BAR - 4), WHITE)?;
        }
        Ok(())
    }

    /// A mark, and its date on its line below.
    fn draw_mark<B: DrawingBackend>(&self, paper: &Paper<'_, B>, mark: &Mark, top: u32) -> Drawn<B> {
        let x = self.x(mark.day);
        let words_top = top + MARK + LANE * mark.lane + 4;
        rectangle(paper, (x, top + MARK), (x + 1, words_top), QUIET)?;
        let (x, middle) = (f64::from(x), f64::from(top + MARK / 2));
        let corners = [(x, middle - 7.0), (x + 7.0, middle), (x, middle + 7.0), (x - 7.0, middle)];
        paper.shape(&corners, ORANGE)?;
        words(paper, (mark.words_at, words_top), &mark.day.in_short(), Lettering::PLAIN)
    }
}

fn rectangle<B: DrawingBackend>(
    paper: &Paper<'_, B>,
    upper: (u32, u32),
    lower: (u32, u32),
    colour: RGBColor,
) -> Drawn<B> {
    let at = |(x, y): (u32, u32)| (f64::from(x), f64::from(y));
    paper.rectangle(at(upper), at(lower), colour)
}

/// Words placed by their upper left corner.
fn words<B: DrawingBackend>(paper: &Paper<'_, B>, (x, top): (u32, u32), words: &str, lettering: Lettering) -> Drawn<B> {
    paper.words((f64::from(x), f64::from(top + LINE)), words, lettering, Anchor::Start)
}
