//! What is significant at 99.8%: the only findings that the opening names.

use super::counted::{Counted, shown};
use crate::benchmark::significance::Significance;
use crate::pack::words::phrases::is_significant;
use crate::pack::{OfIndicator, Target};
use crate::unit::Unit;
use crate::wording::counts::{agreeing, listed, spelled_out};

const SIGNIFICANT: &str = "statistically significant";

/// A sentence for each kind of finding; where there is none, how many were tested, if any were.
pub(crate) fn sentences(all: &[OfIndicator]) -> Vec<String> {
    let found: Vec<String> = of_targets(all).chain(of_england(all)).collect();
    if found.is_empty() { nothing(all).into_iter().collect() } else { found }
}

/// `NI 101 misses its national target; this is statistically significant at 99.8%`. That targets are met is not said where
/// others are hidden.
fn of_targets(all: &[OfIndicator]) -> impl Iterator<Item = String> {
    let kinds = [(false, false), (false, true), (true, false), (true, true)];
    kinds.into_iter().filter_map(|(is_local, met)| {
        let is_of_kind = |target: &Target| target.is_local == is_local;
        if met && Counted::targets(all, is_of_kind).hidden > 0 {
            return None;
        }
        let is_meant = |target: &Target| is_of_kind(target) && target.met == Some(met) && is_clear(target);
        let numbers = numbers(all, |of| of.targets.iter().any(is_meant));
        let whose = if is_local { "local" } else { "national" };
        let [one, several] = if met { ["meets its", "meet their"] } else { ["misses its", "miss their"] };
        said(&numbers, &format!("{} {whose} target", agreeing(numbers.len(), one, several)))
    })
}

/// Whether a target is met, or missed, at both levels.
fn is_clear(target: &Target) -> bool {
    is_significant(target) && target.is_beyond_99_8
}

/// `NI 62 and 63 are worse than England; this is statistically significant at 99.8%`.
fn of_england(all: &[OfIndicator]) -> impl Iterator<Item = String> {
    [(Significance::Worse, "worse"), (Significance::Better, "better")].into_iter().filter_map(|(told, way)| {
        let numbers = numbers(all, |of| {
            of.england.as_ref().is_some_and(|england| england.significance == Some(told) && england.is_beyond_99_8)
        });
        said(&numbers, &format!("{} {way} than England", agreeing(numbers.len(), "is", "are")))
    })
}

fn numbers(all: &[OfIndicator], is_meant: impl Fn(&OfIndicator) -> bool) -> Vec<u16> {
    shown(all).filter(|of| is_meant(of)).map(|of| of.indicator.number).collect()
}

fn said(numbers: &[u16], what: &str) -> Option<String> {
    (!numbers.is_empty()).then(|| format!("NI {} {what}; this is {SIGNIFICANT} at 99.8%", listed(numbers)))
}

/// `Of the 11 tested differences from a target or from England, one is statistically significant at 95%, but none at 99.8%`:
/// how many were tested is said, for of the others nothing is known.
fn nothing(all: &[OfIndicator]) -> Option<String> {
    let beside_england = |of: &OfIndicator| {
        let told = of.england.as_ref()?.significance.filter(|told| *told != Significance::NotTested)?;
        Some((told != Significance::NotSignificant, of.indicator.unit))
    };
    let england: Vec<(bool, Unit)> = shown(all).filter_map(beside_england).collect();
    let beside_targets = |of: &'_ OfIndicator| {
        let tested: Vec<&Target> = of.targets.iter().filter(|target| target.significance.is_some()).collect();
        tested.into_iter().map(|target| (is_significant(target), of.indicator.unit)).collect::<Vec<_>>()
    };
    let targets: Vec<(bool, Unit)> = shown(all).flat_map(beside_targets).collect();
    let from = match (targets.is_empty(), england.is_empty()) {
        (false, false) => "from a target or from England",
        (false, true) => "from a target",
        (true, false) => "from England",
        (true, true) => return None,
    };
    let at_95: Vec<Unit> =
        targets.iter().chain(&england).filter(|(is_told, _)| *is_told).map(|(_, unit)| *unit).collect();
    // Of a mean score no limits at 99.8% are published.
    let none = if at_95.contains(&Unit::Score) { "none is known to be at 99.8%" } else { "none at 99.8%" };
    let (found, are) = (spelled_out(at_95.len()), agreeing(at_95.len(), "is", "are"));
    Some(match (targets.len() + england.len(), at_95.len()) {
        (1, 0) => format!("The one tested difference {from} is not {SIGNIFICANT}"),
        (1, _) => format!("The one tested difference {from} is {SIGNIFICANT} at 95%, but not at 99.8%"),
        (2, 0) => format!("Neither of the two tested differences {from} is {SIGNIFICANT}"),
        (tested, 0) => format!("None of the {} tested differences {from} is {SIGNIFICANT}", spelled_out(tested)),
        (tested, _) => format!(
            "Of the {} tested differences {from}, {found} {are} {SIGNIFICANT} at 95%, but {none}",
            spelled_out(tested)
        ),
    })
}
