//! What a reader with one minute reads of a place: how it stands, what is met, what is behind, what moved, and what to
//! treat with care.
//!
//! It is made of the indicators of a filled [`Pack`] alone. The gravest comes first, then the lower number; what would
//! make a list long is said of several indicators together, so that all of it fits on a page beside their table.

mod care;
mod counted;
mod entries;
mod lead;
mod moved;
mod nothing;
mod targets;
#[cfg(test)]
mod tests;

use super::words::phrases::plain;
use super::{Pack, Summary};

/// The summary of a pack whose indicators are filled; what stands in its own summary is not looked at.
pub fn summary(pack: &Pack) -> Summary {
    let of = &pack.indicators;
    Summary {
        lead: lead::sentences(of).iter().map(|sentence| plain(sentence)).collect::<Vec<_>>().join(" "),
        met: entries::sentences(targets::met(of)),
        behind: entries::sentences(targets::behind(of)),
        moved: entries::sentences(moved::entries(of)),
        nothing: nothing::nothing(pack),
        care: care::sentences(pack).iter().map(|sentence| plain(sentence)).collect(),
    }
}
