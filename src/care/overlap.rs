//! Ordinary episodes that overlap, where it is not certain which is the placement.

use super::ends::DatedEpisode;
use super::placement::is_temporary;
use crate::day::Day;
use crate::setting::Setting;

/// Two ordinary episodes of a child that overlap by a night or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overlap {
    /// The child's index.
    pub child: u32,
    /// The DECOM of the episode that starts first.
    pub earlier: Day,
    /// The DECOM of the one that starts before it ends.
    pub later: Day,
}

/// Adds the overlaps of a child's episodes, which are in order of DECOM: of each episode that starts before another has
/// ended, that with the earlier one that ends last.
pub(super) fn of_ordinary(
    child: u32,
    episodes: &[DatedEpisode<'_>],
    setting: Setting<'_>,
    overlaps: &mut Vec<Overlap>,
) {
    let mut latest: Option<(Day, Day)> = None;
    for episode in episodes.iter().filter(|episode| !is_temporary(episode.row.place, setting)) {
        let later = episode.row.decom;
        if let Some((_, earlier)) = latest.filter(|(end, _)| later < *end) {
            overlaps.push(Overlap { child, earlier, later });
        }
        latest = latest.max(Some((episode.end.unwrap_or(Day::NEVER), later)));
    }
}
