//! Stage three: from clean rows to care histories as they were known on a day.

#[cfg(test)]
pub(crate) mod by_hand;
pub mod ends;
pub mod one_child;
pub mod overlap;
pub mod period;
pub mod placement;
pub mod stale;

use crate::code::ChildId;
use crate::day::Day;
use crate::quality::by_child::ByChild;
use crate::quality::ledger::Ledger;
use crate::quality::notes::{Noted, Notes};
use crate::quality::results::ExamResults;
use crate::quality::{CleanAuthority, CleanReturns};
use crate::returns::finding::{Finding, Source};
use crate::returns::tables::oc2::Oc2;
use crate::returns::tables::oc3::Oc3;
use crate::setting::Setting;
use crate::timeframe::Timeframe;
use ends::{DatedEpisode, Ender};
use overlap::Overlap;
use period::Period;
use placement::Placement;
use rayon::prelude::*;
use stale::Stops;

/// The care histories of every authority, as known on one day.
#[derive(Debug)]
pub struct CareHistories<'clean> {
    /// The day.
    pub timeframe: Timeframe,
    /// The histories, authority by authority in order of code.
    pub authorities: Vec<AuthorityHistories<'clean>>,
    /// What was found in steps d to g, in order of file and line.
    pub findings: Vec<Finding>,
}

/// The care histories of one authority's children.
#[derive(Debug)]
pub struct AuthorityHistories<'clean> {
    /// The clean rows they are built from.
    pub clean: &'clean CleanAuthority,
    /// What became of the rows of episodes that step c left.
    pub ledger: Ledger,
    /// The rows that were given an end by steps e and f on the day, each with its child's index, in order of child.
    pub ends_given: Vec<(u32, Source)>,
    /// Ordinary episodes that overlap by a night or more, in order of child.
    pub overlaps: Vec<Overlap>,
    /// What stops before the window does.
    pub stops: Stops,
    episodes: ByChild<DatedEpisode<'clean>>,
    periods: ByChild<Period>,
    placements: ByChild<Placement>,
}

/// One child's history, as known on the day.
#[derive(Debug, Clone, Copy)]
pub struct ChildHistory<'clean> {
    /// The child's id.
    pub id: ChildId,
    /// The date of birth, where any table gives it.
    pub birth: Option<Day>,
    /// Episodes, short breaks left out, in order of DECOM.
    pub episodes: &'clean [DatedEpisode<'clean>],
    /// Periods of care, in order.
    pub periods: &'clean [Period],
    /// Placements, in order; those of one period stand together.
    pub placements: &'clean [Placement],
    /// The distinct days of reviews up to the day, in order.
    pub reviews: &'clean [Day],
    /// The OC2 row of each return, in order of year.
    pub oc2: &'clean [(i32, Oc2)],
    /// The OC3 row of each return, in order of year.
    pub oc3: &'clean [(i32, Oc3)],
    /// The days of decisions for adoption up to the day, in order.
    pub decisions: &'clean [Day],
    /// The results of each exam year.
    pub results: &'clean [ExamResults],
}

impl<'clean> CareHistories<'clean> {
    /// Builds the histories as they were known on the timeframe's day.
    pub(crate) fn build(clean: &'clean CleanReturns, setting: Setting<'_>) -> CareHistories<'clean> {
        let built: Vec<_> =
            clean.authorities.par_iter().map(|authority| AuthorityHistories::build(authority, setting)).collect();
        let mut histories =
            CareHistories { timeframe: setting.timeframe, authorities: Vec::new(), findings: Vec::new() };
        for (authority, findings) in built {
            histories.findings.extend(findings);
            histories.authorities.push(authority);
        }
        histories.findings.sort_by_key(|finding| (finding.source, finding.rule.name));
        histories
    }
}

impl<'clean> AuthorityHistories<'clean> {
    /// Builds the histories of one authority, without what was found in its rows.
    pub(crate) fn alone(clean: &'clean CleanAuthority, setting: Setting<'_>) -> AuthorityHistories<'clean> {
        AuthorityHistories::build(clean, setting).0
    }

    fn build(clean: &'clean CleanAuthority, setting: Setting<'_>) -> (AuthorityHistories<'clean>, Vec<Finding>) {
        let mut notes = Notes::new(clean.authority);
        let ender = Ender::new(setting, &clean.rejected_episodes);
        let (mut child, mut ends_given, mut overlaps) = (0, Vec::new(), Vec::new());
        let episodes = clean.episodes.map(|rows, episodes| {
            let first = episodes.len();
            let ends = ender.end(clean.children[child].id, rows, &[], episodes, &mut notes);
            ends_given.extend(ends.given.into_iter().map(|row| (child as u32, row)));
            if ends.overlap {
                overlap::of_ordinary(child as u32, &episodes[first..], setting, &mut overlaps);
            }
            child += 1;
        });
        let roles = setting.seeds.codes.roles();
        let periods = episodes.map(|episodes, periods| period::periods(episodes, roles, periods));
        let mut child = 0;
        let placements = episodes.map(|episodes, placements| {
            placement::placements(episodes, periods.of(child), setting, placements);
            child += 1;
        });
        let Noted { findings, ledger, .. } = notes.noted();
        let stops = Stops::of(clean, &setting.timeframe);
        (AuthorityHistories { clean, ledger, ends_given, overlaps, stops, episodes, periods, placements }, findings)
    }

    /// The children with a period of care that began earlier than the data show, by index.
    pub(crate) fn children_with_truncated_care(&self) -> impl Iterator<Item = u32> {
        let truncated = |child: &usize| self.periods.of(*child).iter().any(|period| period.start_truncated);
        (0..self.children()).filter(truncated).map(|child| child as u32)
    }

    /// How many children there are.
    pub fn children(&self) -> usize {
        self.clean.children.len()
    }

    /// A child's history, of which no more is known than on the day.
    pub fn child(&self, child: usize, known: Day) -> ChildHistory<'_> {
        let clean = self.clean;
        ChildHistory {
            id: clean.children[child].id,
            birth: clean.children[child].birth,
            episodes: self.episodes.of(child),
            periods: self.periods.of(child),
            placements: self.placements.of(child),
            reviews: up_to(clean.reviews.of(child), known),
            oc2: clean.oc2.of(child),
            oc3: clean.oc3.of(child),
            decisions: up_to(clean.decisions.of(child), known),
            results: clean.results.of(child),
        }
    }
}

/// The days up to and including `day`, of days in order: what happened later is not known.
fn up_to(days: &[Day], day: Day) -> &[Day] {
    &days[..days.partition_point(|&held| held <= day)]
}

impl<'clean> ChildHistory<'clean> {
    /// The period of care that covers the day: the child is looked after on it.
    pub(crate) fn period_on(&self, day: Day) -> Option<&'clean Period> {
        self.periods.iter().find(|period| period.covers(day))
    }

    /// The placements of a period of care, in order.
    pub(crate) fn placements_of(&self, period: &Period) -> &'clean [Placement] {
        let before = |place: usize| self.placements.partition_point(|placement| placement.episodes.start < place);
        &self.placements[before(period.episodes.start)..before(period.episodes.end)]
    }

    /// The latest start or end of an episode, or review, that is known on the day.
    pub(crate) fn last_event(&self) -> Option<Day> {
        let started = self.episodes.last().map(|episode| episode.row.decom);
        let ended = self.periods.last().and_then(|period| period.end);
        started.max(ended).max(self.reviews.last().copied())
    }

    /// The completed years of age on the day.
    pub(crate) fn age_on(&self, day: Day) -> Option<i32> {
        self.birth.map(|birth| birth.age_on(day))
    }
}
