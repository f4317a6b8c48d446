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
pub mod phrases;
mod target;
#[cfg(test)]
mod tests;

use super::OfIndicator;
use super::words::phrases::plain;
use crate::seeds::indicators::IndicatorSeed;
pub use care::Remark;
pub use change::{Trend, change_of, trend_of};

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
