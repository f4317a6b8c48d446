//! What is significant at 99.8%: the only findings that the opening names.

use super::counted::{Counted, shown};
use crate::benchmark::significance::Significance;
use crate::pack::words::phrases::is_beyond_chance;
use crate::pack::{OfIndicator, Target};
use crate::wording::counts::{agreeing, listed};

const AT_99_8: &str = "statistically significant at 99.8%";

/// A sentence for each kind of finding; where there is none, one that says so, if anything was tested.
pub(crate) fn sentences(all: &[OfIndicator]) -> Vec<String> {
    let found: Vec<String> = of_targets(all).chain(of_england(all)).collect();
    if found.is_empty() { nothing(all).into_iter().collect() } else { found }
}

/// `NI 101 misses its national target: this is statistically significant at 99.8%`. That targets are met is not said where
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
    is_beyond_chance(target) && target.is_beyond_99_8
}

/// `NI 62 and 63 are worse than England: this is statistically significant at 99.8%`.
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
    (!numbers.is_empty()).then(|| format!("NI {} {what}: this is {AT_99_8}", listed(numbers)))
}

/// `No difference from a target or from England is statistically significant at 99.8%`.
fn nothing(all: &[OfIndicator]) -> Option<String> {
    let is_tested = |told: Option<Significance>| told.is_some_and(|told| told != Significance::NotTested);
    let with_england = shown(all).any(|of| is_tested(of.england.as_ref().and_then(|england| england.significance)));
    let with_target = shown(all).flat_map(|of| &of.targets).any(|target| target.significance.is_some());
    let from = match (with_target, with_england) {
        (true, true) => "from a target or from England",
        (true, false) => "from a target",
        (false, true) => "from England",
        (false, false) => return None,
    };
    Some(format!("No difference {from} is {AT_99_8}"))
}
