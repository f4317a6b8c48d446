//! Why the figures differ: the causes that can have changed them, in words.

use super::parts::{EVERY, indicators};
use crate::compare::Comparison;
use crate::compare::causes::{Cause, of_indicator};
use crate::lines::{hanging, indented};
use std::collections::BTreeSet;

pub(crate) fn text(comparison: &Comparison) -> String {
    let numbers: BTreeSet<u16> = comparison.figures.changed.iter().map(|change| change.key.indicator).collect();
    if numbers.is_empty() {
        return String::new();
    }
    let mut groups: Vec<(Vec<u16>, Vec<Cause<'_>>)> = Vec::new();
    for number in numbers {
        let causes = of_indicator(&comparison.setting, number);
        match groups.iter_mut().find(|(_, of_group)| *of_group == causes) {
            Some((numbers, _)) => numbers.push(number),
            None => groups.push((vec![number], causes)),
        }
    }
    let mut text = "\nWhy\n".to_owned();
    for (numbers, causes) in &groups {
        text.push_str(&of_group(numbers, causes, comparison));
    }
    text.push_str(&how_to_tell(&groups));
    for list in &comparison.setting.unsealed {
        let unless = "run.json does not record its contents: if it changed between the runs, that may be a cause too.";
        text.push_str(&indented(&format!("Both runs used {list}. {unless}"), 2));
    }
    text
}

fn of_group(numbers: &[u16], causes: &[Cause<'_>], comparison: &Comparison) -> String {
    let figures = match indicators(numbers, comparison.setting.indicators) {
        all if all == EVERY => "Every indicator".to_owned(),
        some => some,
    };
    let setting = &comparison.setting;
    match causes {
        [] => {
            let fault = "nothing differs that could have changed the figures. That should not happen: it is a bug in the \
                program. Please report it, with the run.json of both runs, which names no child.";
            indented(&format!("{figures}: {fault}"), 2)
        }
        [only] => {
            let words = only.in_words(setting);
            let it = if numbers.len() == 1 { "it" } else { "them" };
            indented(&format!("{figures}: {words}. Nothing else that differs can have changed {it}."), 2)
        }
        several => {
            let known = "any of these, or several; the two reports alone cannot tell them apart:";
            let mut text = indented(&format!("{figures}: {known}"), 2);
            for cause in several {
                text.push_str(&hanging("    -", &cause.in_words(setting), 6));
            }
            text
        }
    }
}

/// How to tell several causes apart.
fn how_to_tell(groups: &[(Vec<u16>, Vec<Cause<'_>>)]) -> String {
    let mut ways: Vec<String> = Vec::new();
    for (_, causes) in groups.iter().filter(|(_, causes)| causes.len() > 1) {
        for way in causes.iter().map(Cause::put_back) {
            if !ways.contains(&way) {
                ways.push(way);
            }
        }
    }
    if ways.is_empty() {
        return String::new();
    }
    let mut text = indented(
        "To find out, repeat the later run with one thing put back at a time, and compare each with the earlier run:",
        2,
    );
    for way in ways {
        text.push_str(&hanging("    -", &way, 6));
    }
    text
}
