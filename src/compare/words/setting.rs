//! What was set differently, a line each.

use super::parts::{SHOWN, and_more, counted, indicators};
use crate::compare::inputs::{InputChange, InputKind};
use crate::compare::setting::{Difference, Moves, SettingChanges};
use crate::compare::side::Both;
use crate::lines::hanging;

/// The width of the column that says what differs.
const NAMES: usize = 34;

pub(crate) fn text(setting: &SettingChanges) -> String {
    let SettingChanges { differences, inputs, .. } = setting;
    if differences.is_empty() && inputs.is_empty() {
        return "\nNothing was set differently: the same program, day, policies, lists and inputs.\n".to_owned();
    }
    let mut text = "\nWhat was set differently\n".to_owned();
    for difference in differences {
        text.push_str(&of_difference(difference, setting.indicators));
    }
    let (moved, others): (Vec<_>, Vec<_>) = inputs.iter().partition(|input| input.kind == InputKind::Moved);
    for input in others.iter().take(SHOWN) {
        text.push_str(&hanging(&format!("  {}", name(input)), &of_input(input), NAMES));
    }
    text.push_str(&and_more(others.len()));
    if !moved.is_empty() {
        let files = counted(moved.len(), "file, the same", "files, the same");
        text.push_str(&hanging("  inputs moved", &format!("{files} under another path"), NAMES));
    }
    text
}

/// What was set differently, save for inputs; blank where nothing was.
pub(crate) fn in_brief(setting: &SettingChanges) -> String {
    let SettingChanges { differences, indicators, .. } = setting;
    if differences.is_empty() {
        return String::new();
    }
    let lines: String = differences.iter().map(|difference| of_difference(difference, *indicators)).collect();
    format!("\nWhat was set differently\n{lines}")
}

fn of_difference(difference: &Difference, all: usize) -> String {
    let Difference { kind, name, values, moves } = difference;
    let bears_on = match moves {
        Moves::All => "bears on every indicator".to_owned(),
        Moves::Indicators(numbers) => format!("bears on {}", indicators(numbers, all)),
        Moves::Nothing => "moves no figure here".to_owned(),
    };
    let name = format!("  {} {name}", kind.name());
    hanging(name.trim_end(), &format!("{} -> {} ({bears_on})", values.before, values.after), NAMES)
}

fn name(input: &InputChange) -> &'static str {
    match input.kind {
        InputKind::Changed => "input changed",
        InputKind::Added => "input added",
        InputKind::Removed => "input gone",
        InputKind::MovedElsewhere => "input in another return",
        InputKind::Moved => "input moved",
    }
}

fn of_input(input: &InputChange) -> String {
    match &input.files {
        Both { before: Some(before), after: Some(after) } => {
            let from = if before.path == after.path { String::new() } else { format!("{} -> ", before.path) };
            format!("{from}{}, {} -> {} rows", after.path, before.rows, after.rows)
        }
        Both { before: Some(only), .. } | Both { after: Some(only), .. } => {
            format!("{}, {} rows", only.path, only.rows)
        }
        Both { before: None, after: None } => String::new(),
    }
}
