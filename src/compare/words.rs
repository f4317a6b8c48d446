//! A comparison in words, for the terminal, the most important first.

mod children;
mod figures;
mod parts;
mod setting;
mod why;

use super::Comparison;
use super::side::{Both, Side};
use crate::compare::words::parts::{counted, verb};
use crate::lines::hanging;
use std::collections::BTreeSet;

/// The comparison in words, with children's ids only where asked for.
pub(crate) fn text(comparison: &Comparison, sides: &Both<Side>, with_ids: bool) -> String {
    let mut text = head(comparison, sides);
    text.push_str(&setting::text(&comparison.setting));
    text.push_str(&figures::text(comparison));
    text.push_str(&why::text(comparison));
    text.push_str(&children::text(comparison, with_ids));
    text
}

/// The comparison in brief: what was set differently, save for inputs, and the first figures that differ.
pub(crate) fn in_brief(comparison: &Comparison, sides: &Both<Side>) -> String {
    let mut text = head(comparison, sides);
    text.push_str(&setting::in_brief(&comparison.setting));
    text.push_str(&figures::in_brief(comparison));
    text
}

fn head(comparison: &Comparison, sides: &Both<Side>) -> String {
    let mut text = String::new();
    for (name, side) in [("Before", &sides.before), ("After", &sides.after)] {
        let record = &side.report.record;
        let (folder, written) = (side.report.folder.display(), &record.written_at);
        text.push_str(&hanging(name, &format!("{folder}, for {}, written {written}", record.as_at), 8));
    }
    let (changed, same) = (comparison.figures.told().len(), comparison.figures.told_the_same());
    let figures = match (changed, same) {
        (0, _) => format!("No figure differs: all {same} are the same."),
        (_, 0) => format!("All {changed} figures differ."),
        _ => format!("{changed} of {} figures {}; {same} do not.", changed + same, verb(changed, "differs", "differ")),
    };
    let children: BTreeSet<_> = comparison.children.iter().map(|change| (&change.la_code, &change.child)).collect();
    text.push_str(&format!("\n{figures} {} changed standing.\n", counted(children.len(), "child", "children")));
    if comparison.figures.are_of_others() {
        text.push_str(
            "No authority is in both runs: these are reports of other areas, not of other days or returns.\n",
        );
    }
    text
}
