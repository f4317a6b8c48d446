//! What the files leave unsettled about an authority's children: what the doubt of its figures asks of its rows once
//! they are clean. A return without a fault has empty lists here.

use super::by_child::{OrderedChildren, RowsByChild};
use super::clean_episode::CleanEpisode;
use super::episodes::Cleaned;
use super::presence::Presence;
use super::results::ExamResults;
use super::superseded::Superseded;
use crate::day::Day;
use crate::returns::finding::Source;
use crate::returns::suspect::{Coded, Dated, LostRow, RejectedRow, Suspect, Suspicion};
use crate::returns::table::Table;
use crate::returns::tables::episodes::Episode;
use crate::returns::tables::oc2::Oc2;
use crate::returns::tables::oc3::Oc3;
use crate::returns::tables::row::Row;
use std::collections::HashSet;

/// What is unsettled about the children of one authority, each given by the index among them. Every list is in order of
/// child.
#[derive(Debug, Default)]
pub struct Unsettled {
    /// Every row of episodes, as read and in the order of cleaning, of the children for whom another reading may be
    /// asked for: those with a suspect row, an end that cleaning gives on some day, a superseded row, rows that overlap,
    /// or two different rows of one DECOM in one return.
    pub episodes: Vec<(u32, Vec<Row<Episode>>)>,
    /// Open rows set aside because a later return tells otherwise.
    pub superseded: Vec<SupersededRow>,
    /// Rows whose end was moved to the start of a covering row.
    pub moved_ends: Vec<(u32, Source)>,
    /// Rows of one return for the same child that differ.
    pub twice: Twice,
    /// Rows that may not be what they seem. Of header, OC2 and OC3 those that are used in their return; of reviews, AD1
    /// and attainment all; of episodes all, and of rejected ones those that no later return holds with the same DECOM or that
    /// were rejected for their dates.
    pub suspects: Vec<(u32, Suspect)>,
    /// Who has a row in which table of which return.
    pub presence: Presence,
    /// Rows whose return is known and whose child is not.
    pub lost: Vec<LostRow>,
    /// The year of the latest return that is loaded.
    latest_return: i32,
}

/// A superseded row and the row that covers its night.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SupersededRow {
    /// The child.
    pub child: u32,
    /// The year in which the row's return ends.
    pub year: i32,
    /// Where the row is.
    pub source: Source,
    /// Its DECOM.
    pub decom: Day,
    /// Where the covering row of a later return is.
    pub covering: Source,
}

/// Two rows of one return for the same child that differ: what the one that is not used would say.
#[derive(Debug, Default)]
pub struct Twice {
    /// Two rows of episodes with the same DECOM: the one that is not used, and the one that is.
    pub episodes: Vec<(u32, [Source; 2])>,
    /// The date of birth that the child would have by the other row of header, OC3 or OC2.
    pub births: Vec<(u32, Option<Day>)>,
    /// The other row of OC2, and the year of its return.
    pub oc2: Vec<(u32, i32, Oc2)>,
    /// The other row of OC3, and the year of its return.
    pub oc3: Vec<(u32, i32, Oc3)>,
    /// The results of an exam year as the other row of attainment would have them.
    pub results: Vec<(u32, ExamResults)>,
}

impl Twice {
    /// The children, some of them more than once.
    pub(crate) fn children(&self) -> impl Iterator<Item = u32> {
        let Twice { episodes, births, oc2, oc3, results } = self;
        let of_tables = oc2.iter().map(|row| row.0).chain(oc3.iter().map(|row| row.0));
        let of_children = episodes.iter().map(|row| row.0).chain(births.iter().map(|row| row.0));
        of_tables.chain(of_children).chain(results.iter().map(|row| row.0))
    }
}

impl Unsettled {
    /// Nothing else yet, of an authority whose latest loaded return ends in that year.
    pub(super) fn new(latest_return: Option<i32>, presence: Presence, lost: Vec<LostRow>, twice: Twice) -> Unsettled {
        let latest_return = latest_return.unwrap_or(i32::MAX);
        Unsettled { latest_return, presence, lost, twice, ..Unsettled::default() }
    }

    /// Notes the suspect rows, but for those that are not used: `unused` names rows of tables of one row a child.
    pub(super) fn note_suspects(
        &mut self,
        suspects: Vec<Suspect>,
        children: &OrderedChildren,
        episodes: &RowsByChild<'_, Episode>,
        unused: &HashSet<Source>,
    ) {
        let in_use = |suspect: Suspect| {
            let child = children.place(suspect.child)?;
            let again = match suspect.what {
                Suspicion::Rejected(RejectedRow {
                    table: Table::Episodes,
                    decom: Some(decom),
                    for_dates: false,
                    ..
                }) => episodes.of(child as usize).any(|row| row.cells.decom == decom && row.year > suspect.year),
                _ => false,
            };
            (!again && !unused.contains(&suspect.source)).then_some((child, suspect))
        };
        self.suspects = suspects.into_iter().filter_map(in_use).collect();
        self.suspects.sort_by_key(|(child, suspect)| (*child, suspect.source));
    }

    /// Notes what came of the rows of a child, which come in order of child.
    pub(super) fn note_episodes(
        &mut self,
        child: u32,
        rows: &[&Row<Episode>],
        kept: &[CleanEpisode],
        cleaned: &Cleaned<'_>,
    ) {
        let moved = kept.iter().filter(|row| row.end_moved);
        self.moved_ends.extend(moved.map(|row| (child, row.source)));
        self.superseded.extend(cleaned.superseded.iter().map(|Superseded { row, covering }| SupersededRow {
            child,
            year: row.year,
            source: row.source,
            decom: row.cells.decom,
            covering: covering.source,
        }));
        self.twice.episodes.extend(cleaned.twice.iter().map(|pair| (child, pair.map(|row| row.source))));
        let found = !cleaned.superseded.is_empty() || !cleaned.twice.is_empty();
        if found || self.may_be_read_otherwise(kept) || self.suspects_episode_of(child) {
            self.episodes.push((child, rows.iter().map(|&row| row.clone()).collect()));
        }
    }

    /// Whether some day gives one of the rows an end (3.1 e, f), or two of them overlap.
    fn may_be_read_otherwise(&self, kept: &[CleanEpisode]) -> bool {
        let mut latest_end = None;
        kept.iter().enumerate().any(|(place, row)| {
            let overlaps = latest_end > Some(row.episode.decom);
            latest_end = latest_end.max(row.episode.dec);
            let stays_open = place + 1 == kept.len() && row.year >= self.latest_return;
            overlaps || row.episode.dec.is_none() && !stays_open
        })
    }

    /// Whether a row of episodes of the child is suspect.
    fn suspects_episode_of(&self, child: u32) -> bool {
        let first = self.suspects.partition_point(|(of, _)| *of < child);
        let of_child = self.suspects[first..].iter().take_while(|(of, _)| *of == child);
        of_child.into_iter().any(|(_, suspect)| is_of_episodes(suspect.what))
    }
}

/// Whether the suspicion is about a row of episodes.
fn is_of_episodes(what: Suspicion) -> bool {
    match what {
        Suspicion::Code(coded) => {
            !matches!(coded, Coded::InTouch | Coded::Activity | Coded::Accommodation | Coded::Result(_))
        }
        Suspicion::Unread(dated) | Suspicion::Either(dated, _) => matches!(dated, Dated::Start | Dated::End),
        Suspicion::Rejected(row) => row.table == Table::Episodes,
    }
}
