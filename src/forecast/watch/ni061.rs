//! NI 61: who may be adopted, and what the answer would be.

use super::{Watch, Watched};
use crate::care::ChildHistory;
use crate::care::ends::DatedEpisode;
use crate::care::placement::Placement;
use crate::forecast::state::State;
use crate::indicators::ni063::Placed;
use crate::indicators::outcome::{Counted, Decision, Flags, Reason};
use crate::seeds::codes::roles::Role;

pub(super) fn watch(child: &Watched<'_>) -> Option<Watch> {
    let period = child.period()?;
    let current = Placed::on(child.known, period, child.timeframe().known)?.current;
    if !current.adoptive {
        return awaits_placement(child);
    }
    if child.known.episodes[period.episodes.clone()].iter().any(|episode| is_adopted(child, episode)) {
        return None;
    }
    let decision = adopted_from(child, current)?;
    let state = match decision.counted {
        Counted::Met => State::PlacedInTime,
        Counted::NotMet(Reason::NoDecisionDate) => State::PlacedNoDecision,
        Counted::NotMet(_) => State::PlacedLate,
        _ => return None,
    };
    Some(Watch { state, by: Some(child.timeframe().as_at), flags: decision.flags })
}

/// A decision, not in an adoptive placement and never adopted.
fn awaits_placement(child: &Watched<'_>) -> Option<Watch> {
    let decided = child.known.decisions.last()?;
    if child.known.episodes.iter().any(|episode| is_adopted(child, episode)) {
        return None;
    }
    let [months_to_place] = child.question().numbers();
    let by = Some(decided.plus_months(months_to_place));
    Some(Watch { state: State::AwaitsPlacement, by, flags: Flags::NONE })
}

/// What the indicator decides if the child is adopted from the placement on the day of the outturn.
fn adopted_from(child: &Watched<'_>, placement: &Placement) -> Option<Decision> {
    let mut episodes = child.known.episodes.to_vec();
    let last = episodes[placement.episodes.clone()].iter_mut().rev().find(|episode| episode.end.is_none())?;
    last.end = Some(child.timeframe().as_at);
    last.reason_ended = child.question().roles.first(Role::Adopted);
    child.asked.decide(&ChildHistory { episodes: &episodes, ..*child.known })
}

fn is_adopted(child: &Watched<'_>, episode: &DatedEpisode<'_>) -> bool {
    child.question().roles.has(Role::Adopted, episode.reason_ended)
}

/// Everybody looked after, with a decision, or with an adoptive placement at any time.
pub(super) fn follows(child: &Watched<'_>) -> bool {
    let placed = || child.known.placements.iter().any(|placement| placement.adoptive_from.is_some());
    child.is_looked_after() || !child.known.decisions.is_empty() || placed()
}
