//! Periods of care: unbroken time looked after (definitions 3.3 to 3.5).

use super::ends::DatedEpisode;
use crate::day::Day;
use crate::seeds::codes::roles::{Role, Roles};
use crate::timeframe::twelve_months_to;
use std::ops::Range;

/// A period of care.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// The first DECOM.
    pub start: Day,
    /// The latest end; none while it is open.
    pub end: Option<Day>,
    /// The first episode does not say that care started: the true start is earlier.
    pub start_truncated: bool,
    /// Its episodes among the child's.
    pub episodes: Range<usize>,
}

impl Period {
    /// Whether the child was looked after in it on the day; on the day it ends the child is not.
    pub(crate) fn covers(&self, day: Day) -> bool {
        self.start <= day && self.end.is_none_or(|end| end > day)
    }

    /// Whether it covers the day and began early enough for the child to have been looked after
    /// continuously for the twelve months to that day.
    pub(crate) fn twelve_months_on(&self, day: Day) -> bool {
        self.covers(day) && self.began_twelve_months_before(day)
    }

    /// Whether it began on the latest day for that or before. Few begin so near that day that the calendar must be asked.
    fn began_twelve_months_before(&self, day: Day) -> bool {
        match day.days_since(self.start) {
            ..=363 => false,
            364 => self.start <= twelve_months_to(day),
            365.. => true,
        }
    }
}

/// The periods of care of a child whose episodes are in order of DECOM: an episode joins the period
/// so far where it starts on or before the latest end so far.
pub(crate) fn periods(episodes: &[DatedEpisode<'_>], roles: &Roles, periods: &mut Vec<Period>) {
    let first = periods.len();
    for (place, episode) in episodes.iter().enumerate() {
        match periods[first..].last_mut() {
            Some(period) if period.end.is_none_or(|end| episode.row.decom <= end) => {
                period.end = period.end.zip(episode.end).map(|(one, other)| one.max(other));
                period.episodes.end = place + 1;
            }
            _ => periods.push(Period {
                start: episode.row.decom,
                end: episode.end,
                start_truncated: !roles.has(Role::StartsCare, episode.row.reason_started),
                episodes: place..place + 1,
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_months_are_those_of_the_calendar_whatever_february_has() {
        let first = Day::thirty_first_of_march(2007);
        for day in (0..4 * 366).map(|days| first.plus_days(days)) {
            for start in (362..=367).map(|days| day.plus_days(-days)) {
                let period = Period { start, end: None, start_truncated: false, episodes: 0..1 };
                assert_eq!(period.twelve_months_on(day), start <= twelve_months_to(day), "{start:?} to {day:?}");
            }
        }
    }
}
