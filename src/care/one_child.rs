//! One child's history built again, by the functions that build all, with some row read otherwise.

use super::ChildHistory;
use super::ends::Ender;
use super::period::periods;
use super::placement::placements;
use crate::quality::CleanAuthority;
use crate::quality::episodes::{EpisodeCleaner, in_order};
use crate::quality::notes::Notes;
use crate::quality::superseded::Superseding;
use crate::returns::finding::Source;
use crate::returns::tables::episodes::Episode;
use crate::returns::tables::row::Row;
use crate::seeds::authorities::AuthorityIndex;
use crate::setting::Setting;

/// How a child's rows are to be read.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'rows> {
    /// What becomes of superseded rows (3.1 c).
    pub superseding: Superseding,
    /// Open rows that are given no end (3.1 e, f).
    pub left_open: &'rows [Source],
}

/// Builds the histories of an authority's children again, one at a time.
#[derive(Debug)]
pub struct OneChild<'run> {
    authority: AuthorityIndex,
    setting: Setting<'run>,
    cleaner: EpisodeCleaner<'run>,
    ender: Ender<'run>,
}

impl<'run> OneChild<'run> {
    /// For the children of an authority, as known on a day.
    pub(crate) fn of(clean: &CleanAuthority, setting: Setting<'run>) -> OneChild<'run> {
        let (roles, rejected) = (setting.seeds.codes.roles(), &clean.rejected_episodes);
        let suspects = clean.unsettled.suspects.iter().map(|(_, suspect)| suspect);
        let cleaner = EpisodeCleaner::new(roles, setting.policies, rejected, suspects);
        OneChild { authority: clean.authority, setting, cleaner, ender: Ender::new(setting, rejected) }
    }

    /// The reading that the figures go by.
    pub(crate) fn as_measured(&self) -> Reading<'static> {
        Reading { superseding: self.cleaner.superseding(), left_open: &[] }
    }

    /// Asks about the history that a child would have with these rows of episodes, in any order, read this way;
    /// everything else is as in `known`.
    pub(crate) fn ask<Answer>(
        &self,
        known: &ChildHistory<'_>,
        rows: &[Row<Episode>],
        reading: Reading<'_>,
        answer: impl FnOnce(&ChildHistory<'_>) -> Answer,
    ) -> Answer {
        let mut notes = Notes::silent(self.authority);
        let mut rows: Vec<&Row<Episode>> = rows.iter().collect();
        rows.sort_by_key(|row| in_order(row));
        let mut kept = Vec::new();
        if !rows.is_empty() {
            self.cleaner.child(&rows, reading.superseding, &mut kept, &mut notes);
        }
        let (mut episodes, mut of_care, mut of_place) = (Vec::new(), Vec::new(), Vec::new());
        self.ender.end(known.id, &kept, reading.left_open, &mut episodes, &mut notes);
        periods(&episodes, self.setting.seeds.codes.roles(), &mut of_care);
        placements(&episodes, &of_care, self.setting, &mut of_place);
        answer(&ChildHistory { episodes: &episodes, periods: &of_care, placements: &of_place, ..*known })
    }
}

#[cfg(test)]
mod tests;
