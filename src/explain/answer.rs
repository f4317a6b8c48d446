//! The walk of a child through one definition, as it is printed.

use super::case::Case;
use crate::care::ChildHistory;
use crate::indicators::witness::Line;
use crate::lines::{indented, visible};
use crate::walk::answer::Walk;

/// The indicator's heading, and the lines under it.
pub(crate) fn in_words(
    case: &Case<'_>,
    child: usize,
    history: &ChildHistory<'_>,
    indicator: usize,
) -> (String, String) {
    let seed = &case.request.seeds.indicators[indicator];
    let Walk { lines, said, doubt } = Walk::of(&case.followed, child, history, indicator);
    let mut text: String = lines.iter().map(|line| in_a_line(case, line)).collect();
    text.push_str(&indented(&said, 2));
    if let Some(doubt) = doubt {
        text.push_str(&indented(&doubt, 2));
    }
    (format!("NI {}  {}", seed.number, seed.short_title), text)
}

fn in_a_line(case: &Case<'_>, line: &Line) -> String {
    // Colour codes have no width, so the mark is put before the words by hand.
    let words = indented(&visible(&line.words), 7);
    format!("  {}  {}", case.request.ink.passed(line.passed), words.trim_start())
}
