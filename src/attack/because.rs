//! Why a number is known: the facts without which it would not be.

use super::system::{System, Unknown};

/// The facts, in words, that narrow a number down so far: all are taken away one after another, and those are kept
/// without which narrowing would leave enough. None where narrowing alone does not show it.
pub(super) fn because(system: &System, sources: &[String], unknown: Unknown, required: i64) -> Vec<String> {
    let is_known = |facts: &[usize]| {
        let mut ranges = system.ranges.clone();
        !system.narrow_by(&mut ranges, facts) || ranges[unknown.0].integers() < required
    };
    let mut facts: Vec<usize> = (0..sources.len()).collect();
    if !is_known(&facts) {
        return Vec::new();
    }
    let mut place = facts.len();
    while place > 0 {
        place -= 1;
        let taken = facts.remove(place);
        if !is_known(&facts) {
            facts.insert(place, taken);
        }
    }
    let mut words: Vec<String> = facts.iter().map(|&fact| sources[fact].clone()).collect();
    words.dedup();
    words
}
