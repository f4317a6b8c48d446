//! Steps b and c of definitions 3.1: one row for each child and DECOM, none without a night, and none that a later
//! return tells otherwise.

use super::by_child::{ByChild, RowsByChild};
use super::clean_episode::CleanEpisode;
use super::notes::Notes;
use super::superseded::{self, HeldRows, RejectedByChild, Superseded, Superseding};
use crate::day::Day;
use crate::returns::finding::{Source, rules};
use crate::returns::suspect::Suspect;
use crate::returns::table::Table;
use crate::returns::tables::RejectedEpisode;
use crate::returns::tables::episodes::Episode;
use crate::returns::tables::row::Row;
use crate::seeds::codes::roles::Roles;
use crate::seeds::policies::Policies;
use std::borrow::Cow;

/// Rows of a child, all of them or some.
type Rows<'rows, 'row> = Cow<'rows, [&'row Row<Episode>]>;
/// Two rows of one DECOM and return: the one that is not used, and the one that is.
type Pair<'row> = [&'row Row<Episode>; 2];

/// Cleans the episodes of an authority's children, one child at a time.
#[derive(Debug)]
pub(crate) struct EpisodeCleaner<'run> {
    roles: &'run Roles,
    rejected: RejectedByChild,
    superseding: Superseding,
}

/// What came of one child's rows besides the rows kept.
#[derive(Debug)]
pub(crate) struct Cleaned<'row> {
    /// How many rows a later return holds again.
    pub returned_again: usize,
    /// The superseded rows.
    pub superseded: Vec<Superseded<'row>>,
    /// Rows of one DECOM and return that differ.
    pub twice: Vec<Pair<'row>>,
}

impl<'run> EpisodeCleaner<'run> {
    /// For an authority whose rejected and suspect rows are given.
    pub(crate) fn new<'rows>(
        roles: &'run Roles,
        policies: &Policies,
        rejected: &[RejectedEpisode],
        suspects: impl Iterator<Item = &'rows Suspect>,
    ) -> EpisodeCleaner<'run> {
        let superseding = if policies.later_return_supersedes { Superseding::SetAside } else { Superseding::Kept };
        EpisodeCleaner { roles, rejected: RejectedByChild::new(rejected, suspects), superseding }
    }

    /// What the policy makes of superseded rows.
    pub(crate) fn superseding(&self) -> Superseding {
        self.superseding
    }

    /// Cleans the rows of every child. `hear` is told of each with any: the index, the rows, the rows kept, and what else
    /// came of them.
    pub(crate) fn every_child(
        &self,
        rows: &RowsByChild<'_, Episode>,
        mut hear: impl FnMut(u32, &[&Row<Episode>], &[CleanEpisode], &Cleaned<'_>),
        notes: &mut Notes,
    ) -> ByChild<CleanEpisode> {
        let (mut child, mut returned_again) = (0, 0);
        let kept = rows.map_in_order(in_order, |rows, kept| {
            let first = kept.len();
            if !rows.is_empty() {
                let cleaned = self.child(rows, self.superseding, kept, notes);
                returned_again += cleaned.returned_again;
                hear(child, rows, &kept[first..], &cleaned);
            }
            child += 1;
        });
        notes.set_aside(Table::Episodes, "returned_again", returned_again);
        kept
    }

    /// Adds the episodes of a child to `kept`, in order of DECOM. The rows, one at least, are in the order of
    /// [`in_order`].
    pub(crate) fn child<'row>(
        &self,
        rows: &[&'row Row<Episode>],
        superseding: Superseding,
        kept: &mut Vec<CleanEpisode>,
        notes: &mut Notes,
    ) -> Cleaned<'row> {
        let first = kept.len();
        let (of_returns, twice) = one_in_each_return(rows, notes);
        let superseded = match superseding {
            Superseding::Kept => Vec::new(),
            _ => HeldRows::new(&of_returns, &self.rejected).superseded(),
        };
        list(&superseded, notes);
        let returned_again = self.one_of_all_returns(&of_returns, &superseded, kept, notes);
        match superseding {
            Superseding::SetAside => self.move_ends(&superseded, &mut kept[first..], notes),
            Superseding::AsInEarlierReturn => superseded::as_in_earlier_return(&superseded, &of_returns, first, kept),
            Superseding::Kept => {}
        }
        Cleaned { returned_again, superseded, twice }
    }

    /// Step b across returns, then step c: adds one row of each DECOM to `kept`, unless that has no nights or is superseded,
    /// and says how many a later return holds again. What loses to a row that is set aside does not come back.
    fn one_of_all_returns(
        &self,
        rows: &[&Row<Episode>],
        superseded: &[Superseded<'_>],
        kept: &mut Vec<CleanEpisode>,
        notes: &mut Notes,
    ) -> usize {
        let is_superseded =
            |row: &Row<Episode>| superseded.iter().any(|superseded| superseded.row.source == row.source);
        let mut returned_again = 0;
        for same in rows.chunk_by(|one, other| one.cells.decom == other.cells.decom) {
            let (first, last) = (same[0], same[same.len() - 1]);
            // The same episode in successive returns is the ordinary case: counted, not listed.
            for (row, next) in same.iter().zip(&same[1..]).filter(|(row, _)| !is_superseded(row)) {
                returned_again += 1;
                notes.not_used(row);
                changed(row, next, notes);
            }
            if last.cells.dec == Some(last.cells.decom) {
                notes.set_aside_row(Table::Episodes, rules::NO_NIGHTS.name, last);
                notes.find(&rules::NO_NIGHTS, last.source, last.child, "DEC", || last.cells.decom.slashed());
            } else if !is_superseded(last) {
                let rejected = self.rejected.first_year(last.child, last.cells.decom);
                let (episode, first_year) = (last.cells, rejected.map_or(first.year, |year| year.min(first.year)));
                kept.push(CleanEpisode { episode, year: last.year, first_year, source: last.source, end_moved: false });
            }
        }
        returned_again
    }

    /// Moves the ends before superseded rows, and lists the rows that get another.
    fn move_ends(&self, superseded: &[Superseded<'_>], kept: &mut [CleanEpisode], notes: &mut Notes) {
        let Some(child) = superseded.first().map(|superseded| superseded.row.child) else { return };
        let before: Vec<Option<Day>> = kept.iter().map(|row| row.episode.dec).collect();
        superseded::move_ends(superseded, self.roles, kept);
        for (row, before) in kept.iter().zip(before).filter(|(row, _)| row.end_moved) {
            notes.find(&rules::END_MOVED, row.source, child, "DEC", || {
                let [before, end] = [before, row.episode.dec].map(|day| day.map(Day::slashed).unwrap_or_default());
                format!("{before}; read as {end}")
            });
        }
    }
}

/// The order in which a child's rows are cleaned: by DECOM, then return, then line.
pub(crate) fn in_order(row: &Row<Episode>) -> (Day, i32, Source) {
    (row.cells.decom, row.year, row.source)
}

/// Step b within each return: one row of each DECOM; and the rows that differ from it.
fn one_in_each_return<'rows, 'row>(
    rows: &'rows [&'row Row<Episode>],
    notes: &mut Notes,
) -> (Rows<'rows, 'row>, Vec<Pair<'row>>) {
    let same =
        |one: &Row<Episode>, other: &Row<Episode>| one.cells.decom == other.cells.decom && one.year == other.year;
    if rows.windows(2).all(|pair| !same(pair[0], pair[1])) {
        return (Cow::Borrowed(rows), Vec::new());
    }
    let (mut kept, mut twice) = (Vec::with_capacity(rows.len()), Vec::new());
    for of_return in rows.chunk_by(|one, other| same(one, other)) {
        let best = best_of(of_return);
        for &row in of_return.iter().filter(|row| row.source != best.source) {
            notes.find(&rules::DUPLICATE_EPISODE, row.source, row.child, "DECOM", || row.cells.decom.slashed());
            notes.set_aside_row(Table::Episodes, rules::DUPLICATE_EPISODE.name, row);
            if row.cells != best.cells {
                twice.push([row, best]);
            }
        }
        kept.push(best);
    }
    (Cow::Owned(kept), twice)
}

/// The best of the rows of one return: any nights before none, closed before open, then the later DEC,
/// then the later line.
fn best_of<'row>(rows: &[&'row Row<Episode>]) -> &'row Row<Episode> {
    let rank = |row: &Row<Episode>| {
        let dec = row.cells.dec;
        (dec != Some(row.cells.decom), dec.is_some(), dec, row.source)
    };
    rows.iter().copied().max_by_key(|row| rank(row)).unwrap_or(rows[0])
}

/// Lists superseded rows.
fn list(superseded: &[Superseded<'_>], notes: &mut Notes) {
    for Superseded { row, covering } in superseded {
        notes.set_aside_row(Table::Episodes, rules::SUPERSEDED.name, row);
        notes.find(&rules::SUPERSEDED, row.source, row.child, "DECOM", || {
            let (decom, year, covered) = (row.cells.decom.slashed(), covering.year, covering.cells.decom.slashed());
            format!("{decom}; the return for {year} tells of {covered} instead")
        });
    }
}

/// Lists an episode of which a later return changed LS, PLACE or a filled DEC.
fn changed(earlier: &Row<Episode>, later: &Row<Episode>, notes: &mut Notes) {
    let (before, after) = (&earlier.cells, &later.cells);
    let field = if before.legal_status != after.legal_status {
        "LS"
    } else if before.place != after.place {
        "PLACE"
    } else if before.dec.is_some() && before.dec != after.dec {
        "DEC"
    } else {
        return;
    };
    notes.find(&rules::EPISODE_CHANGED, earlier.source, earlier.child, field, || {
        format!("changed in the return for {}", later.year)
    });
}
