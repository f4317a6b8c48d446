//! An episode as cleaning leaves it.

use crate::returns::finding::Source;
use crate::returns::tables::episodes::Episode;

/// The one row kept for a child and DECOM.
#[derive(Debug, Clone, Copy)]
pub struct CleanEpisode {
    /// What the row holds; its DEC may be moved.
    pub episode: Episode,
    /// The year of the return it is from, the latest that holds the episode.
    pub year: i32,
    /// The year of the first return that holds the episode.
    pub first_year: i32,
    /// Where the row is.
    pub source: Source,
    /// DEC is the start of the next episode as a later return corrected it.
    pub end_moved: bool,
}
