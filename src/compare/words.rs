//! A comparison in words, for a person at a terminal: what matters most comes first.

mod children;
mod figures;
mod setting;
mod why;

use super::side::Side;
use super::{Both, Comparison};
use crate::lines::hanging;
use std::collections::BTreeSet;

/// Entries of a list that are shown; the tables hold the others.
const SHOWN: usize = 40;

/// The comparison in words; ids of children only where asked for.
pub fn text(comparison: &Comparison, sides: &Both<Side>, with_ids: bool) -> String {
    let mut text = head(comparison, sides);
    text.push_str(&setting::text(&comparison.setting));
    text.push_str(&figures::text(comparison));
    text.push_str(&why::text(comparison));
    text.push_str(&children::text(comparison, with_ids));
    text
}

fn head(comparison: &Comparison, sides: &Both<Side>) -> String {
    let mut text = String::new();
    for (name, side) in [("Before", &sides.before), ("After", &sides.after)] {
        let record = &side.report.record;
        let (folder, written) = (side.report.folder.display(), &record.written_at);
        text.push_str(&hanging(name, &format!("{folder}, for {}, written {written}", record.as_at), 8));
    }
    let (changed, same) = (comparison.figures.changed.len(), comparison.figures.same);
    let figures = match (changed, same) {
        (0, _) => format!("No figure differs: all {same} are the same."),
        (_, 0) => format!("All {changed} figures differ."),
        _ => format!("{changed} of {} figures {}; {same} do not.", changed + same, verb(changed, "differs", "differ")),
    };
    let children: BTreeSet<_> = comparison.children.iter().map(|change| (&change.la_code, &change.child)).collect();
    text.push_str(&format!("\n{figures} {} changed standing.\n", counted(children.len(), "child", "children")));
    text
}

/// `1 child`, `2 children`.
fn counted(number: usize, one: &str, several: &str) -> String {
    format!("{number} {}", verb(number, one, several))
}

fn verb<'word>(number: usize, one: &'word str, several: &'word str) -> &'word str {
    if number == 1 { one } else { several }
}

/// All ten indicators in words.
const EVERY: &str = "every indicator";

/// `NI 61, 62 and 63`; every one of the ten is said in words.
fn indicators(numbers: &[u16]) -> String {
    let numbers: Vec<String> = numbers.iter().map(u16::to_string).collect();
    match numbers.as_slice() {
        [] => "no indicator".to_owned(),
        all if all.len() == crate::seeds::indicators::NUMBERS.len() => EVERY.to_owned(),
        [only] => format!("NI {only}"),
        [first @ .., last] => format!("NI {} and {last}", first.join(", ")),
    }
}

/// What is left out of a list that is longer than what is shown.
fn and_more(all: usize) -> String {
    match all.saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!("  and {more} more: --out DIR writes them all\n"),
    }
}
