//! Generated commentary: each indicator of a place in a few sentences that say no more than is known.
//!
//! It is made from a filled [`OfIndicator`] alone, so that exact and protected figures are worded alike,
//! and nothing is said of a hidden figure. A difference that is not significant is never called better or
//! worse.

pub(crate) mod care;
mod change;
mod figure;
mod finding;
pub mod known;
mod others;
pub mod phrases;
mod target;
#[cfg(test)]
mod tests;

use super::OfIndicator;
use super::words::phrases::plain;
use crate::seeds::indicators::IndicatorSeed;
pub(crate) use care::Remark;
pub(crate) use change::{Trend, change_of, trend_of};
pub use finding::finding;

/// The sentences of one indicator of a place: the figure and which way is better, what it is compared with, how it has
/// changed, its targets, and what to treat with care. Each ends with a full stop. Nothing is said of what is not shown.
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
