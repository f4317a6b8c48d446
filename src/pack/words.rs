//! Words that write themselves: each indicator of a place in a few sentences, and no more in them than is known.
//!
//! They are made of a filled [`OfIndicator`] alone, so that they say the same of exact figures and of protected ones,
//! and of a hidden figure nothing. A difference that cannot be told from chance is never said to be one of better or
//! worse.

mod care;
mod change;
mod figure;
pub mod known;
mod others;
mod target;
#[cfg(test)]
mod tests;

use super::{OfIndicator, Target};
use crate::seeds::indicators::IndicatorSeed;
pub use care::Remark;
pub use change::{Trend, change_of, trend_of};

/// What is said of a difference beyond chance: it lies outside a 95% interval.
pub const BEYOND_CHANCE: &str = "by more than chance would explain";
/// The longest reason in words that a sentence takes in.
const LONGEST_REASON: usize = 20;

/// The sentences of one indicator of a place: the figure and which way is better, what it is set beside, how it has
/// moved, its targets, and what to treat with care. Each ends with a full stop. What is not shown is not spoken of.
pub fn sentences(of: &OfIndicator, seed: &IndicatorSeed) -> Vec<String> {
    let mut all = vec![figure::sentence(of, seed)];
    if of.is_shown() {
        all.extend(others::sentences(of));
        all.extend(change::sentences(of));
        all.extend(of.targets.iter().flat_map(|target| target::sentences(of, target, seed)));
        all.extend(care::sentence(&of.note));
    } else {
        all.extend(others::of_england(of));
    }
    all.iter().map(|sentence| plain(sentence)).collect()
}

/// What is to be reached and by when: `the national target of 60% by 2011`.
pub fn goal(of: &OfIndicator, target: &Target) -> String {
    format!("the {} target of {}", target.whose(), target.goal(of.indicator.unit))
}

/// Whether the whole interval meets a target that is met, or no part of it one that is not.
pub fn is_beyond_chance(target: &Target) -> bool {
    target.told.zip(target.met).is_some_and(|(told, met)| told.is_beyond_chance(met))
}

/// What chance has to do with a target that is met or not, to stand at the end of a sentence.
pub fn by_chance(target: &Target) -> String {
    match target.told {
        _ if is_beyond_chance(target) => format!(", {BEYOND_CHANCE}"),
        Some(_) => ", but that could be chance".to_owned(),
        None => ", but that was not tested for chance".to_owned(),
    }
}

/// A sentence with one space between words and one full stop, whatever stands in names and notes.
pub fn plain(sentence: &str) -> String {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    format!("{}.", words.join(" ").trim_end_matches(['.', ' ']))
}

/// A text with its first letter as it begins a sentence.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
