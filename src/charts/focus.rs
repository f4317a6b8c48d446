//! What the caterpillar and the funnel share: every authority, with one of them in focus.

use super::chart::WIDTH;
use super::paper::{Drawn, MARGIN, Paper};
use super::typography::Lettering;
use crate::rounding::Tenths;
use crate::wording::counts::{Among, authorities, listed};
use crate::wording::names::{Indicator, Place};
use plotters::prelude::DrawingBackend;

/// Draws the title and subtitle.
///
/// # Errors
/// Where the drawing fails.
pub(crate) fn draw_heading<B: DrawingBackend>(
    paper: &Paper<'_, B>,
    focus: &Place,
    indicator: &Indicator,
    among: Among,
    when: &str,
) -> Drawn<B> {
    let title = format!("{}: {}", focus.name, indicator.title);
    let subtitle =
        format!("{}, {}, among {}, {when}", indicator.name(), indicator.good_in_words(), among.authorities());
    paper.heading(&title, &subtitle)
}

/// ` They run from 8.1% (Barnet) to 13.9% (Kent).`
pub(crate) fn range_in_words(indicator: &Indicator, lowest: (&Place, Tenths), highest: (&Place, Tenths)) -> String {
    let end = |(place, value): (&Place, Tenths)| format!("{} ({})", indicator.shown(value), place.name);
    format!(" They run from {} to {}.", end(lowest), end(highest))
}

/// The lines below a chart: some words, then who is hidden (and therefore `not in the order`, `not drawn`) and how many
/// have no figure.
pub(crate) fn lines_below(mut words: String, hidden: &[String], therefore: &str, without: usize) -> Vec<String> {
    if !hidden.is_empty() {
        words.push_str(&format!(" Hidden, and {therefore}: {}.", listed(hidden)));
    }
    if without > 0 {
        words.push_str(&format!(" {} without a reliable figure.", authorities(without)));
    }
    Lettering::QUIET.lines(&words, f64::from(WIDTH) - 2.0 * MARGIN)
}
