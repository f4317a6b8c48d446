//! Words in a drawing.

use super::path::At;
use crate::charts::palette::{hexadecimal, name};
use crate::charts::paper::Anchor;
use crate::charts::typography::Lettering;
use plotters::style::RGBColor;
use std::fmt::Write;

/// Words at a point of their baseline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words {
    pub at: At,
    pub said: String,
    /// The size of the letters, in units.
    pub size: u32,
    pub is_bold: bool,
    pub anchor: Anchor,
    pub colour: RGBColor,
}

impl Words {
    pub fn put_in_file(&self, file: &mut String) {
        let Words { at: (x, y), size, .. } = self;
        let anchor = match self.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let weight = if self.is_bold { " font-weight=\"bold\"" } else { "" };
        let (colour, said) = (hexadecimal(self.colour), escaped(&self.said));
        put(
            file,
            format_args!(
                "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight}{anchor} fill=\"{colour}\">{said}</text>\n"
            ),
        );
    }

    /// Plain letters at the start of a line are what a page's style has of itself.
    pub fn put_in_page(&self, page: &mut String, scale: u32) {
        let Words { at: (x, y), size, .. } = self;
        page.push_str("<text");
        let anchor = match self.anchor {
            Anchor::Start => "",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        put_classes(page, [name(self.colour), if self.is_bold { "bold" } else { "" }, anchor]);
        if f64::from(*size) != (Lettering::PLAIN.pixels() * f64::from(scale)).round() {
            put(page, format_args!(" font-size={size}"));
        }
        put(page, format_args!(" x={x} y={y}>{}</text>\n", escaped(&self.said)));
    }
}

/// Writing into memory does not fail.
pub(super) fn put(text: &mut String, what: std::fmt::Arguments<'_>) {
    let _ = text.write_fmt(what);
}

/// The classes of an element, if it has any. What is black has none for that.
pub(super) fn put_classes<const MOST: usize>(page: &mut String, classes: [&str; MOST]) {
    let classes = classes.into_iter().filter(|class| !matches!(*class, "" | "black"));
    let classes: Vec<&str> = classes.collect();
    match classes.as_slice() {
        [] => {}
        [one] => put(page, format_args!(" class={one}")),
        several => put(page, format_args!(" class=\"{}\"", several.join(" "))),
    }
}

/// Text escaped for XML, without the characters that no XML may hold.
pub(super) fn escaped(text: &str) -> String {
    let allowed = |character: char| match character {
        '\t' | '\n' | '\r' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        _ => character >= ' ',
    };
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            _ => escaped.push(if allowed(character) { character } else { '\u{fffd}' }),
        }
    }
    escaped
}
