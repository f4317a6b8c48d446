//! Words that several sentences share.

use crate::pack::{OfIndicator, Target};

/// What is said of a difference beyond chance: it lies outside a 95% interval.
pub const BEYOND_CHANCE: &str = "by more than chance would explain";

/// The longest reason in words that a sentence takes in.
pub const LONGEST_REASON: usize = 20;

/// What is to be reached and by when: `the national target of 60% by 2011`.
pub fn goal(of: &OfIndicator, target: &Target) -> String {
    format!("the {} target of {}", target.whose(), target.goal(of.indicator.unit))
}

/// Whether the whole interval meets a target that is met, or no part of it one that is not.
pub fn is_beyond_chance(target: &Target) -> bool {
    target.significance.zip(target.met).is_some_and(|(significance, met)| significance.is_beyond_chance(met))
}

/// What chance has to do with a target that is met or not, to stand at the end of a sentence.
pub fn by_chance(target: &Target) -> String {
    match target.significance {
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
