//! What a reader with one minute reads about a place: how it stands, what is met, what is behind, what changed, and what to
//! treat with care.
//!
//! It is made from the indicators of a filled [`Pack`] alone. The most serious comes first, then the lower number; what would
//! make a list long is said of several indicators together, so that it all fits on a page with their table.

mod care;
mod clear;
mod counted;
mod entries;
mod lead;
mod moved;
mod nothing;
mod targets;
#[cfg(test)]
mod tests;

use super::words::phrases::plain;
use super::{OfIndicator, Pack, Summary};

/// The summary of a pack whose indicators are filled; the pack's own summary is ignored.
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

/// How the national targets stand, as the opening says it; none where there is none.
pub(crate) fn national_targets(all: &[OfIndicator]) -> Option<String> {
    lead::of_targets(all, false)
}
