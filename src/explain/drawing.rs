//! A child's timeline as a drawing: a bar for each period of care and placement, a mark for each review.

use super::Case;
use super::sheet::{
    AIR, BAR, BAR_TOP, Bar, GAP, LANE, LEFT, LETTERS, MARGIN, MARK, Mark, OVER, ROW, Rows, Sheet, TOP, WIDTH, YEARS,
    short,
};
use super::timeline::{Span, Timeline};
use crate::report::ReportError;
use crate::report::chart::paper::{Drawn, FONT, GRID, Paper, QUIET, TARGET, VALUE, described, use_own_font};
use plotters::prelude::*;

/// The window's ground.
const GROUND: RGBColor = RGBColor(0xE9, 0xEF, 0xF5);
/// Room under the rows, for the day of the figures.
const BELOW: u32 = 48;

/// The timeline of a child as SVG.
///
/// # Errors
/// Where the font cannot be used or the drawing fails.
pub fn of_child(case: &Case<'_>, child: usize) -> Result<String, ReportError> {
    let sheet = Sheet::of(case, child);
    svg(&sheet).map_err(|problem| ReportError::Draw { place: sheet.title, problem })
}

fn svg(sheet: &Sheet) -> Result<String, String> {
    use_own_font()?;
    let mut drawing = String::new();
    {
        let area = SVGBackend::with_string(&mut drawing, (WIDTH, sheet.bottom() + BELOW)).into_drawing_area();
        sheet.draw(&Paper { area: &area, scale: 1 }).map_err(|error| error.to_string())?;
        area.present().map_err(|error| error.to_string())?;
    }
    Ok(described(&drawing, &sheet.title, &sheet.in_words()))
}

impl Sheet {
    fn draw<B: DrawingBackend>(&self, paper: &Paper<'_, B>) -> Drawn<B> {
        paper.area.fill(&WHITE)?;
        paper.text((MARGIN, 20), &self.title, 24, BLACK, FontStyle::Bold)?;
        paper.text((MARGIN, 56), &self.subtitle, LETTERS, QUIET, FontStyle::Normal)?;
        self.draw_years(paper)?;
        let mut top = TOP;
        for group in self.groups() {
            paper.text((MARGIN, top), group.name, LETTERS, BLACK, FontStyle::Bold)?;
            if group.earlier > 0 {
                let words = format!("{} earlier", group.earlier);
                paper.text((MARGIN, top + LANE), &words, LETTERS, QUIET, FontStyle::Normal)?;
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

    /// The window's ground, the line of each year, and the day of the figures.
    fn draw_years<B: DrawingBackend>(&self, paper: &Paper<'_, B>) -> Drawn<B> {
        let Timeline { as_at, window_start, .. } = self.timeline;
        let (bottom, today) = (self.bottom(), self.today());
        rectangle(paper, (self.x(window_start), YEARS), (today, bottom), GROUND)?;
        let window = format!("window {} to {}", short(window_start), short(as_at));
        self.draw_words(paper, self.x(window_start), OVER, &window)?;
        for year in self.timeline.years() {
            let x = self.x(year);
            rectangle(paper, (x, YEARS), (x + 1, bottom), GRID)?;
            paper.text((x + 6, YEARS + 2), &year.year().to_string(), LETTERS, QUIET, FontStyle::Normal)?;
        }
        rectangle(paper, (today, YEARS + LANE), (today + 2, bottom + 6), BLACK)?;
        self.draw_words(paper, today, bottom + 10, &format!("as at {}", short(as_at)))
    }

    /// Words that begin at `x`, or so far before it that they end before the day of the figures.
    fn draw_words<B: DrawingBackend>(&self, paper: &Paper<'_, B>, x: u32, y: u32, words: &str) -> Drawn<B> {
        let style = TextStyle::from((FONT, LETTERS).into_font());
        let (wide, _) = paper.area.estimate_text_size(words, &style)?;
        let x = x.min(self.today().saturating_sub(wide + AIR)).max(LEFT);
        paper.text((x, y), words, LETTERS, BLACK, FontStyle::Normal)
    }

    /// A bar under its words, which begin where it begins as far as they fit; a stay elsewhere is hollow.
    fn draw_bar<B: DrawingBackend>(&self, paper: &Paper<'_, B>, bar: &Bar, top: u32) -> Drawn<B> {
        let (from, to) = self.ends(bar.span);
        self.draw_words(paper, from, top, &bar.words)?;
        let top = top + BAR_TOP;
        rectangle(paper, (from, top), (to, top + BAR), VALUE)?;
        for away in &bar.away {
            let (from, to) = self.ends(*away);
            rectangle(paper, (from, top + 4), (to, top + BAR - 4), WHITE)?;
        }
        Ok(())
    }

    /// Where time begins and ends, three pixels wide at least.
    fn ends(&self, span: Span) -> (u32, u32) {
        let from = self.x(span.start);
        let end = span.end.unwrap_or(self.timeline.as_at.plus_days(1));
        (from, self.x(end).max(from + 3))
    }

    /// A mark and, on its line below, its date.
    fn draw_mark<B: DrawingBackend>(&self, paper: &Paper<'_, B>, mark: &Mark, top: u32) -> Drawn<B> {
        let x = self.x(mark.day);
        let words_top = top + MARK + LANE * mark.lane + 4;
        rectangle(paper, (x, top + MARK), (x + 1, words_top), QUIET)?;
        let (x, middle) = (x as i32, (top + MARK / 2) as i32);
        let corners = [(x, middle - 7), (x + 7, middle), (x, middle + 7), (x - 7, middle)];
        paper.area.draw(&Polygon::new(corners, TARGET.filled()))?;
        paper.text((mark.words_at, words_top), &short(mark.day), LETTERS, BLACK, FontStyle::Normal)
    }
}

fn rectangle<B: DrawingBackend>(
    paper: &Paper<'_, B>,
    upper: (u32, u32),
    lower: (u32, u32),
    colour: RGBColor,
) -> Drawn<B> {
    let corners = [upper, lower].map(|(x, y)| (paper.px(x), paper.px(y)));
    paper.area.draw(&Rectangle::new(corners, colour.filled()))
}
