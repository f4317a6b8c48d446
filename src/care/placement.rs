//! Placements: time with one carer or in one home (definitions 3.6).

use super::ends::DatedEpisode;
use super::period::Period;
use crate::code::Code;
use crate::day::Day;
use crate::seeds::codes::roles::{Role, Roles};
use crate::setting::Setting;
use std::ops::Range;

/// A placement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placement {
    /// The first DECOM.
    pub start: Day,
    /// The latest end; none while it is open.
    pub end: Option<Day>,
    /// The first episode continues an earlier placement: the true start is earlier.
    pub start_truncated: bool,
    /// Its episodes among the child's.
    pub episodes: Range<usize>,
    /// The place of the latest ordinary episode is adoptive.
    pub adoptive: bool,
    /// The DECOM of the first adoptive episode.
    pub adoptive_from: Option<Day>,
}

impl Placement {
    /// Whether it covers the day.
    pub(crate) fn covers(&self, day: Day) -> bool {
        self.start <= day && self.end.is_none_or(|end| end > day)
    }

    /// Whether it overlaps the window between two days: it starts on or before the last and is open
    /// or ends after the first.
    pub(crate) fn overlaps(&self, first: Day, last: Day) -> bool {
        self.start <= last && self.end.is_none_or(|end| end > first)
    }

    fn opened_by(episode: &DatedEpisode<'_>, place: usize, roles: &Roles) -> Placement {
        Placement {
            start: episode.row.decom,
            end: episode.end,
            start_truncated: roles.has(Role::ContinuesPlacement, episode.row.reason_started),
            episodes: place..place,
            adoptive: false,
            adoptive_from: None,
        }
    }

    fn take(&mut self, episode: &DatedEpisode<'_>, place: usize, ordinary: bool, roles: &Roles) {
        self.end = self.end.zip(episode.end).map(|(one, other)| one.max(other));
        self.episodes.end = place + 1;
        if ordinary {
            self.adoptive = roles.has(Role::Adoptive, episode.row.place);
            if self.adoptive {
                self.adoptive_from = self.adoptive_from.or(Some(episode.row.decom));
            }
        }
    }
}

/// Walks the episodes of each period in order of DECOM and adds the child's placements in order.
pub(crate) fn placements(
    episodes: &[DatedEpisode<'_>],
    periods: &[Period],
    setting: Setting<'_>,
    placements: &mut Vec<Placement>,
) {
    for period in periods {
        walk(episodes, period, setting, placements);
    }
}

fn walk(episodes: &[DatedEpisode<'_>], period: &Period, setting: Setting<'_>, placements: &mut Vec<Placement>) {
    let roles = setting.seeds.codes.roles();
    let mut last_ordinary: Option<&DatedEpisode<'_>> = None;
    let mut after_temporary = false;
    for place in period.episodes.clone() {
        let episode = &episodes[place];
        let ordinary = !is_temporary(episode.row.place, setting);
        let opens = place == period.episodes.start
            || ordinary && opens_placement(episode, last_ordinary, after_temporary, roles);
        if opens {
            placements.push(Placement::opened_by(episode, place, roles));
        }
        if let Some(placement) = placements.last_mut() {
            placement.take(episode, place, ordinary, roles);
        }
        after_temporary = !ordinary;
        if ordinary {
            last_ordinary = Some(episode);
        }
    }
}

/// Whether an episode in the place is a temporary stay.
pub(crate) fn is_temporary(place: Code, Setting { seeds, policies, .. }: Setting<'_>) -> bool {
    let roles = seeds.codes.roles();
    roles.has(Role::Temporary, place) || policies.missing_is_temporary && roles.has(Role::Missing, place)
}

/// Whether an ordinary episode opens a placement.
fn opens_placement(
    episode: &DatedEpisode<'_>,
    last_ordinary: Option<&DatedEpisode<'_>>,
    after_temporary: bool,
    roles: &Roles,
) -> bool {
    if let Some(last) = last_ordinary {
        let adopted_by_carer =
            roles.has(Role::AdoptedByCarer, episode.row.place) && roles.has(Role::Foster, last.row.place);
        if adopted_by_carer || after_temporary && episode.row.same_home(last.row) {
            return false;
        }
    }
    roles.has(Role::OpensPlacement, episode.row.reason_started)
}
