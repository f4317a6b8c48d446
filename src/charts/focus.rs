//! What the caterpillar and the funnel share: every authority, with one of them in focus.

use super::paper::{At, Drawn, MARGIN, Paper};
use super::typography::Lettering;
use crate::rounding::Tenths;
use crate::wording::counts::{Among, authorities, listed};
use crate::wording::names::{Indicator, Place};
use plotters::prelude::{DrawingBackend, RGBColor};

/// `NI 62, Three or more placements, among 6 authorities, twelve months to 31 March 2011; lower is better`.
pub(crate) fn measure(indicator: &Indicator, among: Among, when: &str) -> String {
    format!("{}, among {}, {when}; {}", indicator.named(), among.authorities(), indicator.good_in_words())
}

/// A triangle at an edge of the plot that points up and out, or down: what it stands for lies beyond.
///
/// # Errors
/// Where the drawing fails.
pub(crate) fn draw_arrow<B: DrawingBackend>(paper: &Paper<'_, B>, (x, y): At, up: bool, colour: RGBColor) -> Drawn<B> {
    let tip = if up { y - 9.0 } else { y + 9.0 };
    paper.shape(&[(x - 5.0, y), (x + 5.0, y), (x, tip)], colour)
}

/// `Beyond the scale, at the arrows: 2 authorities.`; blank where none is.
pub(crate) fn beyond_in_words(beyond: usize) -> String {
    match beyond {
        0 => String::new(),
        1 => " 1 authority is beyond the scale, at the arrow.".to_owned(),
        _ => format!(" {beyond} authorities are beyond the scale, at the arrows."),
    }
}

/// ` They run from 8.1% (Barnet) to 13.9% (Kent).`
pub(crate) fn range_in_words(indicator: &Indicator, lowest: (&Place, Tenths), highest: (&Place, Tenths)) -> String {
    let end = |(place, value): (&Place, Tenths)| format!("{} ({})", indicator.shown(value), place.name);
    format!(" They run from {} to {}.", end(lowest), end(highest))
}

/// More hidden authorities than this are counted and not named: the table beside the chart names them.
const MOST_NAMED: usize = 6;

/// The lines below a chart: some words, then who is hidden (and therefore `not in the order`, `not drawn`) and how many
/// have no figure; in lines of a chart of this width.
pub(crate) fn lines_below(
    mut words: String,
    hidden: &[String],
    therefore: &str,
    without: usize,
    width: u32,
) -> Vec<String> {
    if !hidden.is_empty() {
        let who = if hidden.len() > MOST_NAMED { authorities(hidden.len()) } else { listed(hidden) };
        words.push_str(&format!(" Hidden, and {therefore}: {who}."));
    }
    if without > 0 {
        words.push_str(&format!(" {} without a reliable figure.", authorities(without)));
    }
    Lettering::QUIET.lines(&words, f64::from(width) - 2.0 * MARGIN)
}
