//! A strip of all areas in the document.

use crate::charts::palette::{self, hexadecimal};
use crate::charts::strip::Strip;
use serde::Serialize;

/// A strip: a drawing without words, what stands under its ends, and what its marks are.
#[derive(Serialize)]
pub(in crate::document) struct StripOfAll {
    /// All of it in a sentence or two.
    alternative: String,
    svg: String,
    ends: [String; 2],
    /// What the marks stand for, in the order of the page's key.
    pub(in crate::document) key: String,
}

impl StripOfAll {
    pub(in crate::document) fn of(strip: &Strip) -> StripOfAll {
        StripOfAll { alternative: strip.in_words(), svg: drawing(strip), ends: strip.ends(), key: key(strip) }
    }
}

/// The marks as on the page.
fn drawing(strip: &Strip) -> String {
    let [quiet, others, orange, black, blue] =
        [palette::QUIET, palette::OTHERS, palette::ORANGE, palette::BLACK, palette::DARK_BLUE].map(hexadecimal);
    let line = |path: String, colour: &str, width: &str| {
        format!(r#"<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}"/>"#)
    };
    let filled = |path: String, colour: &str, edge: &str| {
        format!(r#"<path d="{path}" fill="{colour}" stroke="{edge}" stroke-width="1"/>"#)
    };
    let marks = [
        Some(line("M4 12h192".to_owned(), &quiet, "0.5")),
        Some(line(strip.ticks(), &others, "0.9")),
        strip.target_at().map(|at| line(format!("M{at} 1v22"), &orange, "3")),
        strip.england_at().map(|at| filled(format!("M{at} 1v22m0-17l6 6l-6 6l-6-6z"), &black, &black)),
        strip.own.map(|_| filled(strip.own_mark(), &blue, "#ffffff")),
    ];
    let marks: String = marks.into_iter().flatten().collect();
    format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="400" height="48" viewBox="0 0 200 24">{marks}</svg>"#)
}

fn key(strip: &Strip) -> String {
    let marks = [
        strip.own.map(|_| format!("disc: {}", strip.name)),
        strip.england.map(|_| "diamond: England".to_owned()),
        strip.target.map(|_| "thick line: national target".to_owned()),
        (!strip.others.is_empty()).then(|| "thin lines: other areas".to_owned()),
    ];
    let marks: Vec<String> = marks.into_iter().flatten().collect();
    format!("Better is to the right; {}", marks.join(", "))
}
