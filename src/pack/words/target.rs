//! A target in whole sentences: whether it is met, by how much, and what chance has to do with it.

use super::{by_chance, capital, goal};
use crate::benchmark::targets::Children;
use crate::figures::rounding::Tenths;
use crate::pack::{OfIndicator, Target};
use crate::publish::Printed;
use crate::report::target_in_words::in_children;
use crate::seeds::indicators::IndicatorSeed;

/// One or two sentences; none where there is no figure to judge it by.
pub fn sentences(of: &OfIndicator, target: &Target, seed: &IndicatorSeed) -> Vec<String> {
    let goal = capital(&goal(of, target));
    let chance = by_chance(target);
    let children = children(of, target);
    match (target.met, children) {
        (None, _) => Vec::new(),
        (Some(true), Some(to_spare @ Children::ToSpare(_))) => {
            vec![format!("{goal} is met, {}{chance}", in_children(to_spare, seed))]
        }
        (Some(true), _) => vec![format!("{goal} is met{}{chance}", gap(target, "just reaches it"))],
        (Some(false), short) => {
            let yet = if is_yet_to_come(of, target) { " yet" } else { "" };
            let missed = format!("{goal} is not met{yet}{}{chance}", gap(target, "just misses it"));
            let short = short.filter(|children| matches!(children, Children::Short(_)));
            [Some(missed), short.map(|short| in_children(short, seed))].into_iter().flatten().collect()
        }
    }
}

/// The gap in children, where the counts that it comes from are shown as they are.
fn children(of: &OfIndicator, target: &Target) -> Option<Children> {
    let is_number = |printed| matches!(printed, Printed::Number(_));
    let are_shown = is_number(of.numbers.numerator) && is_number(of.numbers.denominator) && of.counts_to == 1;
    target.children.filter(|_| are_shown)
}

/// `: the figure is 12.5 points below it`.
fn gap(target: &Target, just: &str) -> String {
    let Some(Tenths(above)) = target.above else { return String::new() };
    let size = Tenths(above.saturating_abs());
    match above {
        0 => format!(": the figure {just}"),
        1.. => format!(": the figure is {size} points above it"),
        _ => format!(": the figure is {size} points below it"),
    }
}

/// Whether the target's year is after the figure's.
fn is_yet_to_come(of: &OfIndicator, target: &Target) -> bool {
    of.years.last().is_some_and(|(year, _)| target.year > *year)
}
