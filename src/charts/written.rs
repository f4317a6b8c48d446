//! Words at a point, for plotters to draw.
//!
//! The text of plotters loads its font anew for each word, whoever draws it; a drawing of shapes has no use for the font, and there are a
//! hundred thousand words in a report.

use super::typography::{FONT, Lettering};
use plotters::element::{Drawable, PointCollection};
use plotters::prelude::*;
use plotters::style::text_anchor::Pos;
use plotters_backend::{BackendColor, BackendCoord, BackendTextStyle, DrawingErrorKind};
use std::iter::{Once, once};

/// Words at a point.
pub(super) struct Written<'words> {
    /// What is said.
    pub words: &'words str,
    /// How it is set.
    pub set: Set,
    /// Where, in units: half the size of the letters above their baseline.
    pub at: BackendCoord,
}

/// How words are set.
#[derive(Clone, Copy)]
pub(super) struct Set {
    /// Their letters.
    pub lettering: Lettering,
    /// Units to a pixel.
    pub scale: u32,
    /// How they stand at the point.
    pub anchor: Pos,
}

impl Set {
    /// The same with its font.
    fn with_font(self) -> TextStyle<'static> {
        self.lettering.style(self.scale).pos(self.anchor)
    }
}

/// What plotters says of a font that cannot be used.
type FontError = <TextStyle<'static> as BackendTextStyle>::FontError;

impl BackendTextStyle for Set {
    type FontError = FontError;

    fn color(&self) -> BackendColor {
        self.lettering.colour.to_backend_color()
    }

    fn size(&self) -> f64 {
        self.lettering.size(self.scale)
    }

    fn style(&self) -> FontStyle {
        self.lettering.weight()
    }

    fn anchor(&self) -> Pos {
        self.anchor
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(FONT)
    }

    fn layout_box(&self, words: &str) -> Result<((i32, i32), (i32, i32)), FontError> {
        self.with_font().layout_box(words)
    }

    fn draw<E, Draw: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        words: &str,
        at: BackendCoord,
        draw: Draw,
    ) -> Result<Result<(), E>, FontError> {
        BackendTextStyle::draw(&self.with_font(), words, at, draw)
    }
}

impl<'words> PointCollection<'words, BackendCoord> for &'words Written<'words> {
    type Point = &'words BackendCoord;
    type IntoIter = Once<&'words BackendCoord>;

    fn point_iter(self) -> Once<&'words BackendCoord> {
        once(&self.at)
    }
}

impl<B: DrawingBackend> Drawable<B> for Written<'_> {
    fn draw<Points: Iterator<Item = BackendCoord>>(
        &self,
        mut points: Points,
        backend: &mut B,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<B::ErrorType>> {
        points.try_for_each(|at| backend.draw_text(self.words, &self.set, at))
    }
}
