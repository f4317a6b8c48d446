//! Phrases that several sentences share.

use crate::pack::{OfIndicator, Target};

/// Said of a difference that lies outside a 95% interval.
pub(crate) const SIGNIFICANT: &str = "this is statistically significant";

/// Said of one that does not.
pub(crate) const NOT_SIGNIFICANT: &str = "this is not statistically significant";

/// The longest reason that a sentence includes, in words.
pub(crate) const LONGEST_REASON: usize = 20;

/// What is to be reached and by when: `the national target of 60% by 2011`.
pub(crate) fn goal(of: &OfIndicator, target: &Target) -> String {
    format!("the {} target of {}", target.whose(), target.goal(of.indicator.unit))
}

/// Whether the whole interval meets a target that is met, or no part of it one that is not.
pub(crate) fn is_significant(target: &Target) -> bool {
    target.significance.zip(target.met).is_some_and(|(significance, met)| significance.is_significant(met))
}

/// Whether it is significant that a target is met, or missed, as the end of a sentence.
pub(crate) fn significance(target: &Target) -> String {
    match target.significance {
        _ if is_significant(target) => format!("; {SIGNIFICANT}"),
        Some(_) => format!("; {NOT_SIGNIFICANT}"),
        None => "; this was not tested".to_owned(),
    }
}

/// A sentence with single spaces and one full stop, whatever names and notes contain.
pub(crate) fn plain(sentence: &str) -> String {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    format!("{}.", words.join(" ").trim_end_matches(['.', ' ']))
}

/// A text with its first letter capitalised.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
