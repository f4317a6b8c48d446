//! The figures that differ, in a table.

use super::parts::{SHOWN, and_more_than};
use crate::compare::Comparison;
use crate::compare::figures::{COLUMNS, FigureChange, cells};
use crate::figures::Status;
use crate::lines::hanging;
use crate::read_back::figure::FigureRow;
use crate::unit::Unit;

/// The most figures that are shown in brief: those of one place.
const IN_BRIEF: usize = 10;

pub(crate) fn text(comparison: &Comparison) -> String {
    shown(comparison, SHOWN, "--out DIR writes them all")
}

/// The first of them.
pub(crate) fn in_brief(comparison: &Comparison) -> String {
    shown(comparison, IN_BRIEF, "`stocktake compare` shows them")
}

/// So many of them at most, and where the others are.
fn shown(comparison: &Comparison, most: usize, others: &str) -> String {
    let figures = &comparison.figures;
    if figures.changed.is_empty() {
        return String::new();
    }
    let alone = figures.of_one_authority();
    let shown = figures.told();
    let mut text = format!(
        "\nFigures that differ, and how many children joined, left, changed side or changed score\n  {:<23} {:<3} {:<20} {:<20} {:>6} {:>6} {:>5} {:>5}\n",
        "Area", "NI", "Before", "After", "Joined", "Left", "Side", "Score"
    );
    for change in shown.iter().take(most) {
        text.push_str(&line(change, comparison));
    }
    text.push_str(&and_more_than(most, shown.len(), others));
    if alone && shown.len() < figures.changed.len() {
        text.push_str("  (England and the region are this authority alone, and differ likewise)\n");
    }
    text
}

fn line(change: &FigureChange, comparison: &Comparison) -> String {
    let name: String = change.name.chars().take(23).collect();
    let [before, after] =
        [&change.figures.before, &change.figures.after].map(|figure| value(figure.as_ref(), change.unit));
    let mut text = format!("  {name:<23} {:<3} {before:<20} {after:<20}", change.key.indicator);
    if change.key.authority().is_some() {
        let [joined, left, sides, score, ..] = comparison.movements(change).map(|number| match number {
            0 => "-".to_owned(),
            _ => number.to_string(),
        });
        text.push_str(&format!(" {joined:>6} {left:>6} {sides:>5} {score:>5}"));
    }
    format!("{}\n{}", text.trim_end(), notes(change))
}

/// `11.2% (112/1000)`, or why there is no value.
fn value(figure: Option<&FigureRow>, unit: Unit) -> String {
    let Some(figure) = figure else {
        return "no such area".to_owned();
    };
    match (&figure.status, figure.value, figure.counts()) {
        (Status::Ok, Some(value), Some((numerator, denominator))) => {
            format!("{value}{} ({numerator}/{denominator})", unit.suffix())
        }
        (Status::NoDenominator, ..) => "no children counted".to_owned(),
        _ => "not available".to_owned(),
    }
}

/// What differs besides the value, one line for each column.
fn notes(change: &FigureChange) -> String {
    let (Some(before), Some(after)) = (&change.figures.before, &change.figures.after) else {
        return String::new();
    };
    // The population is the denominator except for NI 58.
    let of_its_own = |row: &FigureRow| row.population != row.denominator;
    let differ = COLUMNS.into_iter().zip(cells(before).into_iter().zip(cells(after)));
    let mut text = String::new();
    for (column, (from, to)) in differ.filter(|(_, (from, to))| from != to) {
        let worth_saying = match column {
            "reason" | "warning" | "authorities" => true,
            "population" => of_its_own(before) || of_its_own(after),
            _ => false,
        };
        if worth_saying {
            text.push_str(&hanging("", &format!("{column}: {} -> {}", or_none(&from), or_none(&to)), 6));
        }
    }
    text
}

fn or_none(cell: &str) -> &str {
    if cell.is_empty() { "none" } else { cell }
}
