//! One shape of a drawing: marks of one look, or words.

use super::path::{At, Path};
use super::words::{Words, put, put_classes};
use crate::charts::palette::{hexadecimal, name};
use plotters::style::RGBColor;
use std::borrow::Cow;

/// How marks look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// Lines, with their width.
    Lines(RGBColor, u32),
    /// Discs, with their width: lines of no length with round ends.
    Discs(RGBColor, u32),
    /// Shapes that are filled.
    Filled(RGBColor),
}

/// A shape.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    /// Marks of one look, as one path.
    Marks(Look, Path, Bounds),
    /// Words, and about where they are.
    Words(Words, Bounds),
}

/// Where something is: its left, top, right and bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bounds {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

impl Bounds {
    /// Around points, so far from them.
    pub fn around(points: &[At], by: i32) -> Bounds {
        let none = Bounds { left: i32::MAX, top: i32::MAX, right: i32::MIN, bottom: i32::MIN };
        let with = |bounds: Bounds, &(x, y): &At| {
            bounds.with(Bounds { left: x - by, top: y - by, right: x + by, bottom: y + by })
        };
        points.iter().fold(none, with)
    }

    /// Around both.
    pub fn with(self, other: Bounds) -> Bounds {
        Bounds {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    fn meets(self, other: Bounds) -> bool {
        self.left <= other.right && other.left <= self.right && self.top <= other.bottom && other.top <= self.bottom
    }
}

impl Shape {
    fn bounds(&self) -> Bounds {
        match self {
            Shape::Marks(_, _, bounds) | Shape::Words(_, bounds) => *bounds,
        }
    }

    /// Whether it is words with their baseline above this.
    pub fn is_words_above(&self, cut: u32) -> bool {
        matches!(self, Shape::Words(words, _) if i64::from(words.at.1) < i64::from(cut))
    }

    /// Writes it into a file.
    pub fn put_in_file(&self, file: &mut String) {
        let (look, data) = match self {
            Shape::Words(words, _) => return words.put_in_file(file),
            Shape::Marks(look, path, _) => (look, path.data()),
        };
        // Some that draw a file leave out a path of no size, which a dot by itself is: it is given one unit.
        let lone = matches!(look, Look::Discs(..)) && data.matches("h0").count() == 1;
        let data = if lone { Cow::Owned(data.replace("h0", "h1")) } else { Cow::Borrowed(data) };
        match *look {
            Look::Filled(colour) => put(file, format_args!("<path d=\"{data}\" fill=\"{}\"/>\n", hexadecimal(colour))),
            Look::Lines(colour, width) | Look::Discs(colour, width) => {
                let ends = if matches!(look, Look::Discs(..)) { " stroke-linecap=\"round\"" } else { "" };
                let colour = hexadecimal(colour);
                put(
                    file,
                    format_args!(
                        "<path d=\"{data}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\"{ends}/>\n"
                    ),
                );
            }
        }
    }

    /// Writes it into a page, whose style knows colours by their names.
    pub fn put_in_page(&self, page: &mut String, scale: u32) {
        let (look, data) = match self {
            Shape::Words(words, _) => return words.put_in_page(page, scale),
            Shape::Marks(look, path, _) => (look, path.data()),
        };
        page.push_str("<path");
        match *look {
            Look::Filled(colour) => put_classes(page, [name(colour), "full"]),
            Look::Lines(colour, width) => {
                put_classes(page, [name(colour)]);
                put(page, format_args!(" stroke-width={width}"));
            }
            Look::Discs(colour, width) => {
                put_classes(page, [name(colour), "discs"]);
                put(page, format_args!(" stroke-width={width} d=\"{}\"/>\n", data.replace("h0", "z")));
                return;
            }
        }
        put(page, format_args!(" d=\"{data}\"/>\n"));
    }
}

/// Draws a mark of this look and place: as part of the last path of its look, unless something drawn since lies between.
pub(super) fn draw(shapes: &mut Vec<Shape>, look: Look, bounds: Bounds, draw: impl FnOnce(&mut Path)) {
    let is_same = |shape: &Shape| matches!(shape, Shape::Marks(other, ..) if *other == look);
    let last = shapes.iter_mut().rev().find(|shape| is_same(shape) || shape.bounds().meets(bounds));
    if let Some(Shape::Marks(_, path, around)) = last.filter(|shape| is_same(shape)) {
        *around = around.with(bounds);
        draw(path);
        return;
    }
    let mut path = Path::default();
    draw(&mut path);
    shapes.push(Shape::Marks(look, path, bounds));
}
