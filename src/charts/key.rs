//! The glyphs that mark values in charts, and the key that explains them.

use super::palette::{BLACK, DARK_BLUE, DARK_PINK, ORANGE, OTHERS, PALE_BLUE, QUIET, WHITE};
use super::paper::{Anchor, At, Drawn, MARGIN, Paper};
use super::typography::Lettering;
use crate::benchmark::significance::Significance;
use plotters::prelude::{DrawingBackend, RGBColor};

/// A mark in a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Glyph {
    /// 95% limits.
    Whisker,
    /// 95% limits, upright.
    Limits,
    /// How far the files could move a value: a pale bar with an edge.
    Doubt,
    /// The national target.
    Target,
    /// The authority's own target.
    LocalTarget,
    /// The path to a target.
    Path,
    /// England: a diamond.
    England,
    /// The mean of statistical neighbours: a hollow diamond.
    Neighbours,
    /// Better, worse, not significant, not tested: up, down, round, hollow.
    Significance(Significance),
    /// From the best authority to the worst.
    Range,
    /// The middle half of authorities.
    MiddleHalf,
    /// From the returns.
    Returned,
    /// Published.
    Published,
    /// From the returns, and not comparable with other years: hollow and grey.
    Apart,
    /// The target at its end.
    Goal,
}

/// The corners of a diamond around a point.
fn diamond((x, y): At, half: f64) -> [At; 4] {
    [(x, y - half), (x + half, y), (x, y + half), (x - half, y)]
}

impl Glyph {
    /// Draws the mark around a point.
    ///
    /// # Errors
    /// Where the drawing fails.
    pub(crate) fn draw<B: DrawingBackend>(self, paper: &Paper<'_, B>, (x, y): At) -> Drawn<B> {
        match self {
            Glyph::Whisker => paper.whisker([(x - 9.0, y), (x + 9.0, y)]),
            Glyph::Limits => limits(paper, (x, y - 8.0), y + 8.0),
            Glyph::Doubt => doubt(paper, (x - 9.0, y - 9.0), (x + 9.0, y + 9.0)),
            Glyph::Target => tick(paper, (x, y), ORANGE),
            Glyph::LocalTarget => {
                tick(paper, (x, y), DARK_PINK)?;
                paper.shape(&[(x - 7.0, y - 15.0), (x + 7.0, y - 15.0), (x, y - 7.0)], DARK_PINK)
            }
            Glyph::Path => paper.dashes(&[(x - 9.0, y), (x + 9.0, y)], ORANGE, 2.5),
            Glyph::England => paper.shape(&diamond((x, y), 7.0), BLACK),
            Glyph::Neighbours => {
                paper.shape(&diamond((x, y), 7.5), BLACK)?;
                paper.shape(&diamond((x, y), 4.0), WHITE)
            }
            Glyph::Significance(significance) => self.draw_significance(paper, (x, y), significance),
            Glyph::Range => paper.line(&[(x - 9.0, y), (x + 9.0, y)], OTHERS, 3.0),
            Glyph::MiddleHalf => paper.rectangle((x - 9.0, y - 7.0), (x + 9.0, y + 7.0), OTHERS),
            Glyph::Returned => paper.disc((x, y), 6.0, DARK_BLUE),
            Glyph::Published => paper.ring((x, y), 6.5, DARK_BLUE),
            Glyph::Apart => paper.ring((x, y), 6.5, QUIET),
            Glyph::Goal => paper.rectangle((x - 9.0, y - 2.5), (x + 9.0, y + 2.5), ORANGE),
        }
    }

    /// Each has a white edge, so that it stands out on a bar.
    fn draw_significance<B: DrawingBackend>(
        self,
        paper: &Paper<'_, B>,
        (x, y): At,
        significance: Significance,
    ) -> Drawn<B> {
        let triangle =
            |up: f64, by: f64| [(x - by, y + 0.75 * by * up), (x + by, y + 0.75 * by * up), (x, y - by * up)];
        match significance {
            Significance::Better => {
                paper.shape(&triangle(1.0, 12.5), WHITE)?;
                paper.shape(&triangle(1.0, 9.0), DARK_BLUE)
            }
            Significance::Worse => {
                paper.shape(&triangle(-1.0, 15.0), WHITE)?;
                paper.shape(&triangle(-1.0, 11.5), BLACK)?;
                paper.shape(&triangle(-1.0, 9.0), ORANGE)
            }
            Significance::NotSignificant => {
                paper.disc((x, y), 8.5, WHITE)?;
                paper.disc((x, y), 6.0, BLACK)
            }
            Significance::NotTested => {
                paper.disc((x, y), 9.0, WHITE)?;
                paper.ring((x, y), 6.5, BLACK)
            }
        }
    }
}

/// Vertical 95% limits, from a point downwards.
///
/// # Errors
/// Where the drawing fails.
pub(crate) fn limits<B: DrawingBackend>(paper: &Paper<'_, B>, (x, upper): At, lower: f64) -> Drawn<B> {
    paper.line(&[(x, upper), (x, lower)], DARK_BLUE, 1.6)?;
    [upper, lower].iter().try_for_each(|end| paper.line(&[(x - 5.0, *end), (x + 5.0, *end)], DARK_BLUE, 1.6))
}

/// A small triangle, up for better and down for worse; otherwise nothing.
///
/// # Errors
/// Where the drawing fails.
pub(crate) fn triangle<B: DrawingBackend>(
    paper: &Paper<'_, B>,
    significance: Significance,
    (x, y): At,
    colour: RGBColor,
) -> Drawn<B> {
    match significance {
        Significance::Better => paper.shape(&[(x - 6.0, y + 4.5), (x + 6.0, y + 4.5), (x, y - 6.0)], colour),
        Significance::Worse => paper.shape(&[(x - 6.0, y - 4.5), (x + 6.0, y - 4.5), (x, y + 6.0)], colour),
        Significance::NotSignificant | Significance::NotTested => Ok(()),
    }
}

/// A pale bar with an edge, between two corners.
///
/// # Errors
/// Where the drawing fails.
pub(crate) fn doubt<B: DrawingBackend>(paper: &Paper<'_, B>, (left, top): At, (right, bottom): At) -> Drawn<B> {
    paper.rectangle((left - 1.0, top - 1.0), (right + 1.0, bottom + 1.0), QUIET)?;
    paper.rectangle((left, top), (right, bottom), PALE_BLUE)
}

/// A vertical tick with a white edge.
fn tick<B: DrawingBackend>(paper: &Paper<'_, B>, (x, y): At, colour: RGBColor) -> Drawn<B> {
    paper.rectangle((x - 4.5, y - 13.0), (x + 4.5, y + 13.0), WHITE)?;
    paper.rectangle((x - 2.5, y - 13.0), (x + 2.5, y + 13.0), colour)
}

/// The height of one line of the key.
pub(crate) const KEY: f64 = 30.0;

/// The entries of the key in lines, each with its distance from the left, on paper of this width.
pub(crate) fn lines(marks: &[(Glyph, String)], width: f64) -> Vec<Vec<(f64, Glyph, &str)>> {
    let mut lines: Vec<Vec<(f64, Glyph, &str)>> = vec![Vec::new()];
    let mut x = MARGIN;
    for (mark, words) in marks {
        let wide = 26.0 + Lettering::PLAIN.width(words) + 28.0;
        if x > MARGIN && x + wide > width {
            lines.push(Vec::new());
            x = MARGIN;
        }
        if let Some(line) = lines.last_mut() {
            line.push((x, *mark, words));
        }
        x += wide;
    }
    lines
}

/// Draws the key.
///
/// # Errors
/// Where the drawing fails.
pub(crate) fn draw<B: DrawingBackend>(paper: &Paper<'_, B>, y: f64, marks: &[(Glyph, String)]) -> Drawn<B> {
    for (row, line) in lines(marks, paper.width()).into_iter().enumerate() {
        let y = y + KEY * row as f64;
        for (x, mark, words) in line {
            mark.draw(paper, (x + 9.0, y - 6.0))?;
            paper.words((x + 26.0, y), words, Lettering::PLAIN, Anchor::Start)?;
        }
    }
    Ok(())
}
