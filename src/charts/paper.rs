//! The paper that a chart is drawn on: lines, shapes and text in unscaled pixels, whatever the scale of the drawing.

use super::palette::{BLACK, WHITE};
use super::typography::{LINE, Lettering};
use super::written::{Set, Written};
use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// The margin at the edges, in pixels.
pub(crate) const MARGIN: f64 = 24.0;

/// The result of drawing something.
pub(crate) type Drawn<B> = Result<(), DrawingAreaErrorKind<<B as DrawingBackend>::ErrorType>>;

/// A point on the paper, in pixels from the left and from the top.
pub(crate) type At = (f64, f64);

/// The paper and its scale.
pub struct Paper<'area, B: DrawingBackend> {
    area: &'area DrawingArea<B, Shift>,
    scale: u32,
    /// How far everything is moved down.
    down: f64,
}

/// How text stands at a point: it begins there, is centred on it, or ends there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is what its name says")]
pub enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    fn of_plotters(self) -> Pos {
        let horizontal = match self {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        Pos::new(horizontal, VPos::Top)
    }
}

impl<'area, B: DrawingBackend> Paper<'area, B> {
    /// Paper on a drawing area, at a scale.
    pub fn new(area: &'area DrawingArea<B, Shift>, scale: u32) -> Paper<'area, B> {
        Paper { area, scale, down: 0.0 }
    }

    /// The same paper, with everything moved down by so much.
    pub(crate) fn lower(&self, by: f64) -> Paper<'area, B> {
        Paper { area: self.area, scale: self.scale, down: self.down + by }
    }

    /// The width of the paper in pixels.
    pub(crate) fn width(&self) -> f64 {
        f64::from(self.area.dim_in_pixel().0) / f64::from(self.scale)
    }

    fn at(&self, (x, y): At) -> (i32, i32) {
        (self.whole(x), self.whole(y + self.down))
    }

    fn whole(&self, planned: f64) -> i32 {
        (planned * f64::from(self.scale)).round() as i32
    }

    fn wide(&self, colour: RGBColor, width: f64) -> ShapeStyle {
        colour.stroke_width(self.whole(width).max(1) as u32)
    }

    /// Text on a baseline at `y`.
    pub fn words(&self, (x, y): At, words: &str, lettering: Lettering, anchor: Anchor) -> Drawn<B> {
        // plotters puts the baseline half the font size lower.
        let line = self.whole(y + self.down) - (lettering.size(self.scale) / 2.0) as i32;
        let set = Set { lettering, scale: self.scale, anchor: anchor.of_plotters() };
        self.area.draw(&Written { words, set, at: (self.whole(x), line) })
    }

    /// Lines of text, the first with its baseline at `y`.
    pub(crate) fn lines(&self, (x, y): At, lines: &[String], lettering: Lettering, anchor: Anchor) -> Drawn<B> {
        let each = lines.iter().enumerate();
        each.into_iter().try_for_each(|(row, line)| self.words((x, y + LINE * row as f64), line, lettering, anchor))
    }

    /// A line through points.
    pub(crate) fn line(&self, points: &[At], colour: RGBColor, width: f64) -> Drawn<B> {
        let points: Vec<_> = points.iter().map(|point| self.at(*point)).collect();
        self.area.draw(&PathElement::new(points, self.wide(colour, width)))
    }

    /// A dashed line through points.
    pub(crate) fn dashes(&self, points: &[At], colour: RGBColor, width: f64) -> Drawn<B> {
        const DASH: f64 = 7.0;
        const GAP: f64 = 5.0;
        // How far along the line the last dash began.
        let mut along = 0.0;
        for pair in points.windows(2) {
            let [(x, y), (to_x, to_y)] = [pair[0], pair[1]];
            let length = (to_x - x).hypot(to_y - y);
            let point = |part: f64| (x + (to_x - x) * part / length, y + (to_y - y) * part / length);
            let mut done = 0.0;
            while done < length {
                let (drawn, left) = if along < DASH { (true, DASH - along) } else { (false, DASH + GAP - along) };
                let step = left.min(length - done);
                if drawn {
                    self.line(&[point(done), point(done + step)], colour, width)?;
                }
                done += step;
                along = if step < left {
                    along + step
                } else if drawn {
                    DASH
                } else {
                    0.0
                };
            }
        }
        Ok(())
    }

    /// A rectangle.
    pub(crate) fn rectangle(&self, upper: At, lower: At, colour: RGBColor) -> Drawn<B> {
        self.area.draw(&Rectangle::new([self.at(upper), self.at(lower)], colour.filled()))
    }

    /// A disc.
    pub(crate) fn disc(&self, at: At, radius: f64, colour: RGBColor) -> Drawn<B> {
        self.area.draw(&Circle::new(self.at(at), self.whole(radius), colour.filled()))
    }

    /// A circle with a white middle.
    pub(crate) fn ring(&self, at: At, radius: f64, colour: RGBColor) -> Drawn<B> {
        self.disc(at, radius, colour)?;
        self.disc(at, radius - 2.5, WHITE)
    }

    /// A shape with straight sides.
    pub(crate) fn shape(&self, corners: &[At], colour: RGBColor) -> Drawn<B> {
        let corners: Vec<_> = corners.iter().map(|corner| self.at(*corner)).collect();
        self.area.draw(&Polygon::new(corners, colour.filled()))
    }

    /// A value's 95% limits: a line with ends, edged with white so that it stands out on anything.
    pub(crate) fn whisker(&self, [from, to]: [At; 2]) -> Drawn<B> {
        let ends = |by: f64| {
            let end = |(x, y): At| if from.1 == to.1 { [(x, y - by), (x, y + by)] } else { [(x - by, y), (x + by, y)] };
            [[from, to], end(from), end(to)]
        };
        for (colour, width, by) in [(WHITE, 5.0, 6.5), (BLACK, 2.0, 5.0)] {
            ends(by).iter().try_for_each(|line| self.line(line, colour, width))?;
        }
        Ok(())
    }
}
