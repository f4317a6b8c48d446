//! Short breaks, which are not care and put a child in no figure.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rows::EpisodeRow;
use crate::code::Code;
use crate::day::Day;

/// The indicators that a short break touches: all that count children looked after.
pub(crate) const INDICATORS: &[u16] = &[58, 62, 63, 66, 99, 100, 101, 147, 148];
/// LS of one break.
pub(crate) const BREAK: Code = Code::of("V3");
/// LS of an agreement.
pub(crate) const AGREEMENT: Code = Code::of("V4");

/// Whether the episode is one break, not an agreement.
pub(crate) fn is_break(episode: &EpisodeRow<'_>) -> bool {
    BREAK.is_written(episode.ls)
}

/// Each break with the day on which it began and the day up to which it ran.
pub(crate) fn breaks<'a>(child: &Child<'a>) -> impl Iterator<Item = (&'a EpisodeRow<'a>, Day, Day)> {
    let of_child = child.rows.episodes.iter().filter(|episode| is_break(episode));
    of_child.filter_map(|episode| Some((episode, episode.decom.day?, child.ran_until(episode)?)))
}

/// Reports the short breaks, under V3 or V4, with a placement that none can have.
pub(crate) fn report_misplaced(child: &Child<'_>, wrong: impl Fn(&EpisodeRow<'_>) -> bool, found: &mut Found) {
    for episode in child.rows.all_episodes().filter(|episode| episode.is_short_break() && wrong(episode)) {
        found.row(episode.at, &[("LS", episode.ls), ("PLACE", episode.place)]);
    }
}

#[cfg(test)]
pub(crate) mod examples {
    /// A return with these episodes.
    pub(crate) fn with(rows: &str) -> String {
        format!("2011 episodes\nCHILD DECOM RNE LS PLACE DEC REC\n{rows}")
    }
}
