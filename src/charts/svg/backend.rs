//! The backend that plotters draws with: it takes down shapes.

use super::shape::{Bounds, Look, Shape, draw};
use super::words::Words;
use crate::charts::paper::Anchor;
use crate::charts::typography::HEIGHT;
use plotters::prelude::*;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind};
use std::convert::Infallible;

/// The backend.
pub(crate) struct Backend<'drawing> {
    /// The size of the drawing, in units.
    size: (u32, u32),
    shapes: &'drawing mut Vec<Shape>,
}

type Done = Result<(), DrawingErrorKind<Infallible>>;

impl<'drawing> Backend<'drawing> {
    /// On a drawing of this size in units, which these are the shapes of.
    pub(super) fn on(size: (u32, u32), shapes: &'drawing mut Vec<Shape>) -> Backend<'drawing> {
        Backend { size, shapes }
    }

    fn lines(&mut self, points: &[BackendCoord], style: &impl BackendStyle) {
        let (Some((first, others)), width) = (points.split_first(), style.stroke_width()) else { return };
        if others.iter().all(|point| point == first) {
            // Without a length and round ends, nothing is seen.
            return;
        }
        let bounds = Bounds::around(points, width.div_ceil(2) as i32);
        draw(self.shapes, Look::Lines(colour(style.color()), width), bounds, |path| {
            if !path.goes_on_from(*first) {
                path.begin(*first);
            }
            others.iter().for_each(|point| path.line(*point));
        });
    }

    fn filled(&mut self, corners: &[BackendCoord], style: &impl BackendStyle) {
        let look = Look::Filled(colour(style.color()));
        draw(self.shapes, look, Bounds::around(corners, 0), |path| path.shape(corners));
    }
}

impl DrawingBackend for Backend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, colour: BackendColor) -> Done {
        self.filled(&[(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)], &colour);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Done {
        self.lines(&[from, to], style);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Done {
        self.lines(&path.into_iter().collect::<Vec<_>>(), style);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, one: BackendCoord, other: BackendCoord, style: &S, fill: bool) -> Done {
        let [left, right] = [one.0.min(other.0), one.0.max(other.0)];
        let [top, bottom] = [one.1.min(other.1), one.1.max(other.1)];
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        if fill {
            self.filled(&corners, style);
        } else {
            self.lines(&[corners.as_slice(), &corners[..1]].concat(), style);
        }
        Ok(())
    }

    /// Circles that are not filled are drawn by nobody: they would be filled.
    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, style: &S, _: bool) -> Done {
        let bounds = Bounds::around(&[(x, y)], radius as i32);
        draw(self.shapes, Look::Discs(colour(style.color()), 2 * radius), bounds, |path| path.dot((x, y)));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, style: &S) -> Done {
        self.filled(&corners.into_iter().collect::<Vec<_>>(), style);
        Ok(())
    }

    /// As in the bitmap backend, the baseline is half the font size below the point given.
    fn draw_text<S: BackendTextStyle>(&mut self, words: &str, style: &S, (x, y): BackendCoord) -> Done {
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        let (size, baseline) = ((style.size() / HEIGHT).round() as u32, y + (style.size() / 2.0) as i32);
        // No letter is wider than it is high.
        let wide = words.chars().count() as i32 * size as i32;
        let [left, right] = match anchor {
            Anchor::Start => [x, x + wide],
            Anchor::Middle => [x - wide / 2, x + wide / 2],
            Anchor::End => [x - wide, x],
        };
        let bounds = Bounds { left, right, top: baseline - size as i32, bottom: baseline + size as i32 / 2 };
        let words = Words {
            at: (x, baseline),
            said: words.to_owned(),
            size,
            is_bold: matches!(style.style(), FontStyle::Bold),
            anchor,
            colour: colour(style.color()),
        };
        self.shapes.push(Shape::Words(words, bounds));
        Ok(())
    }
}

fn colour(colour: BackendColor) -> RGBColor {
    let (red, green, blue) = colour.rgb;
    RGBColor(red, green, blue)
}
