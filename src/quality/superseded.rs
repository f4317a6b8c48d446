//! Superseded rows (definitions 3.1 c): open rows of which a later return tells the same night otherwise, for a start
//! was corrected or an episode taken out.

use super::clean_episode::CleanEpisode;
use crate::code::ChildId;
use crate::day::Day;
use crate::returns::suspect::{RejectedRow, Suspect, Suspicion};
use crate::returns::table::Table;
use crate::returns::tables::RejectedEpisode;
use crate::returns::tables::episodes::Episode;
use crate::returns::tables::row::Row;
use crate::seeds::codes::roles::{Role, Roles};
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// What becomes of an open row that a later return tells otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Superseding {
    /// It is set aside, and the end before it moves to the covering row's start.
    SetAside,
    /// It is kept beside the covering row.
    Kept,
    /// The return that holds it is taken at its word: the covering row becomes it, with the end that the covering row has.
    AsInEarlierReturn,
}

/// An open row, and the row of a later return that covers the 31 March which ends its own.
#[derive(Debug, Clone, Copy)]
pub struct Superseded<'row> {
    /// The open row.
    pub row: &'row Row<Episode>,
    /// The later return's row.
    pub covering: &'row Row<Episode>,
}

impl Superseded<'_> {
    /// Where the end of the row before moves, from one day to another: the covering row is the same episode, begun later.
    fn moves_end(&self) -> Option<[Day; 2]> {
        let (from, to) = (self.row.cells.decom, self.covering.cells.decom);
        (to > from).then_some([from, to])
    }
}

/// A rejected row, which counts as held by its return.
#[derive(Debug, Clone, Copy)]
struct RejectedHeld {
    year: i32,
    /// Where it can be read.
    decom: Option<Day>,
}

/// The rejected rows of an authority's children.
#[derive(Debug, Default)]
pub(crate) struct RejectedByChild(HashMap<ChildId, Vec<RejectedHeld>, FixedState>);

impl RejectedByChild {
    /// Of an authority's rejected rows whose DECOM can be read, and those of its suspect rows whose cannot.
    pub(crate) fn new<'rows>(
        rejected: &[RejectedEpisode],
        suspects: impl Iterator<Item = &'rows Suspect>,
    ) -> RejectedByChild {
        let mut by_child = HashMap::<ChildId, Vec<RejectedHeld>, FixedState>::default();
        for RejectedEpisode { child, year, decom } in rejected {
            by_child.entry(*child).or_default().push(RejectedHeld { year: *year, decom: Some(*decom) });
        }
        for Suspect { child, year, what, .. } in suspects {
            if let Suspicion::Rejected(RejectedRow { table: Table::Episodes, decom: None, .. }) = what {
                by_child.entry(*child).or_default().push(RejectedHeld { year: *year, decom: None });
            }
        }
        RejectedByChild(by_child)
    }

    /// The year of the first return that holds a rejected row of a child with this DECOM.
    pub(crate) fn first_year(&self, child: ChildId, decom: Day) -> Option<i32> {
        self.of(child).iter().filter(|row| row.decom == Some(decom)).map(|row| row.year).min()
    }

    fn of(&self, child: ChildId) -> &[RejectedHeld] {
        if self.0.is_empty() { &[] } else { self.0.get(&child).map_or(&[], Vec::as_slice) }
    }
}

/// One row for each DECOM and return of a child, in order of DECOM and year, and the rejected rows that count as held.
pub(crate) struct HeldRows<'rows, 'row> {
    rows: &'rows [&'row Row<Episode>],
    rejected: &'rows [RejectedHeld],
}

impl<'rows, 'row> HeldRows<'rows, 'row> {
    /// Of a child with at least one row.
    pub(crate) fn new(rows: &'rows [&'row Row<Episode>], rejected: &'rows RejectedByChild) -> HeldRows<'rows, 'row> {
        HeldRows { rows, rejected: rejected.of(rows[0].child) }
    }

    /// The superseded rows, those of earlier returns first.
    pub(crate) fn superseded(&self) -> Vec<Superseded<'row>> {
        let newest = self.years().max();
        let mut superseded = Vec::new();
        for (place, row) in self.rows.iter().enumerate() {
            // The ordinary cases: no later return has the child, or the next year's holds the row too.
            if row.cells.dec.is_some() || Some(row.year) == newest {
                continue;
            }
            let next = self.rows.get(place + 1);
            if next.is_some_and(|next| next.cells.decom == row.cells.decom && next.year == row.year + 1) {
                continue;
            }
            superseded.extend(self.covering(row).map(|covering| Superseded { row, covering }));
        }
        superseded.sort_by_key(|superseded| superseded.row.year);
        superseded
    }

    /// The years of the returns that hold the rows.
    fn years(&self) -> impl Iterator<Item = i32> {
        self.rows.iter().map(|row| row.year).chain(self.rejected.iter().map(|row| row.year))
    }

    /// The row of the first later return with the child that tells the night of 31 March otherwise, if any: of several
    /// the one that starts first.
    fn covering(&self, row: &Row<Episode>) -> Option<&'row Row<Episode>> {
        let later = self.years().filter(|&year| year > row.year).min()?;
        if self.holds(later, row.cells.decom) {
            return None;
        }
        let return_end = Day::thirty_first_of_march(row.year);
        let covers = |other: &Episode| other.decom <= return_end && other.dec.is_none_or(|dec| dec > return_end);
        let same = |other: &Episode| {
            !self.holds(row.year, other.decom)
                && other.reason_started == row.cells.reason_started
                && other.legal_status == row.cells.legal_status
                && other.same_home(&row.cells)
        };
        let of_later = self.rows.iter().copied().filter(|other| other.year == later && covers(&other.cells));
        let mut counted = of_later.filter(|other| other.cells.decom < row.cells.decom || same(&other.cells));
        counted.next()
    }

    /// Whether a return holds a row with the DECOM, rejected or not.
    fn holds(&self, year: i32, decom: Day) -> bool {
        self.rows.iter().any(|row| row.year == year && row.cells.decom == decom)
            || self.rejected.iter().any(|row| row.year == year && row.decom == Some(decom))
    }
}

/// Moves the ends before superseded rows whose episode began later; the rows that get one are flagged.
pub(crate) fn move_ends(superseded: &[Superseded<'_>], roles: &Roles, kept: &mut [CleanEpisode]) {
    for [from, to] in superseded.iter().filter_map(Superseded::moves_end) {
        for row in kept.iter_mut().filter(|row| row.episode.dec == Some(from)) {
            if roles.has(Role::GoesOn, row.episode.reason_ended) {
                row.episode.dec = Some(to);
                row.end_moved = true;
            }
        }
    }
}

/// Reads the rows kept of a child, from `first` on, as the returns with the superseded rows tell them.
pub(crate) fn as_in_earlier_return(
    superseded: &[Superseded<'_>],
    rows: &[&Row<Episode>],
    first: usize,
    kept: &mut Vec<CleanEpisode>,
) {
    // A row may supersede another that is superseded itself: the latest return is undone first.
    for Superseded { row, covering } in superseded.iter().rev() {
        let Some(place) = (first..kept.len()).find(|&place| kept[place].episode.decom == covering.cells.decom) else {
            continue;
        };
        let told = kept[place];
        let episode = Episode { dec: told.episode.dec, reason_ended: told.episode.reason_ended, ..row.cells };
        let first_year =
            rows.iter().find(|held| held.cells.decom == row.cells.decom).map_or(row.year, |held| held.year);
        let earlier = CleanEpisode { episode, first_year, source: row.source, ..told };
        // Where the earlier return holds the covering row too, it had not gone on.
        match rows.iter().find(|held| held.year == row.year && held.cells.decom == covering.cells.decom) {
            Some(held) => {
                kept[place].episode = held.cells;
                kept.push(earlier);
            }
            None => kept[place] = earlier,
        }
    }
    let with_nights = |row: &CleanEpisode| row.episode.dec.is_none_or(|dec| dec > row.episode.decom);
    let mut again: Vec<CleanEpisode> = kept.drain(first..).filter(with_nights).collect();
    again.sort_by_key(|row| row.episode.decom);
    again.dedup_by_key(|row| row.episode.decom);
    kept.append(&mut again);
}
