//! Steps b and c of definitions 3.1: one row for each child and DECOM, and none without a night.

use super::by_child::{ByChild, RowsByChild};
use super::notes::Notes;
use crate::returns::finding::{Source, rules};
use crate::returns::table::Table;
use crate::returns::tables::episodes::Episode;
use crate::returns::tables::row::Row;

/// The one row kept for a child and DECOM.
#[derive(Debug, Clone, Copy)]
pub struct CleanEpisode {
    /// What the row holds.
    pub episode: Episode,
    /// The year of the return it is from, the latest that holds the episode.
    pub year: i32,
    /// The year of the first return that holds the episode.
    pub first_year: i32,
    /// Where the row is.
    pub source: Source,
}

/// Keeps one row of each child and DECOM and sets aside rows without a night.
pub(crate) fn clean(rows: &RowsByChild<'_, Episode>, notes: &mut Notes) -> ByChild<CleanEpisode> {
    let mut returned_again = 0;
    let by_start = |row: &Row<Episode>| (row.cells.decom, row.year, row.source);
    let kept = rows.map_in_order(by_start, |rows, kept| {
        for same in rows.chunk_by(|one, other| one.cells.decom == other.cells.decom) {
            let episode = one_of(same, notes, &mut returned_again);
            if episode.episode.dec == Some(episode.episode.decom) {
                no_nights(same, &episode, notes);
            } else {
                kept.push(episode);
            }
        }
    });
    notes.set_aside(Table::Episodes, "returned_again", returned_again);
    kept
}

/// Step b: the one row of those with the same child and DECOM, which are in order of year.
fn one_of(same: &[&Row<Episode>], notes: &mut Notes, returned_again: &mut usize) -> CleanEpisode {
    let first_year = same[0].year;
    let mut winner: Option<&Row<Episode>> = None;
    for in_return in same.chunk_by(|one, other| one.year == other.year) {
        let best = best_of(in_return, notes);
        if let Some(earlier) = winner {
            // The same episode in successive returns is the ordinary case: counted, not listed.
            *returned_again += 1;
            changed(earlier, best, notes);
        }
        winner = Some(best);
    }
    let winner = winner.unwrap_or(same[0]);
    CleanEpisode { episode: winner.cells, year: winner.year, first_year, source: winner.source }
}

/// The best of the rows of one return: any nights before none, closed before open, then the later DEC,
/// then the later line.
fn best_of<'row>(rows: &[&'row Row<Episode>], notes: &mut Notes) -> &'row Row<Episode> {
    if let [only] = rows {
        return only;
    }
    let rank = |row: &Row<Episode>| {
        let dec = row.cells.dec;
        (dec != Some(row.cells.decom), dec.is_some(), dec, row.source)
    };
    let best = rows.iter().copied().max_by_key(|row| rank(row)).unwrap_or(rows[0]);
    for row in rows.iter().filter(|row| row.source != best.source) {
        notes.find(&rules::DUPLICATE_EPISODE, row.source, row.child, "DECOM", row.cells.decom.slashed());
        notes.in_favour_of(best.source);
        notes.set_aside(Table::Episodes, rules::DUPLICATE_EPISODE.name, 1);
    }
    best
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
    let found = format!("changed in the return for {}", later.year);
    notes.find(&rules::EPISODE_CHANGED, earlier.source, earlier.child, field, found);
}

/// Step c.
fn no_nights(same: &[&Row<Episode>], episode: &CleanEpisode, notes: &mut Notes) {
    notes.set_aside(Table::Episodes, rules::NO_NIGHTS.name, 1);
    notes.find(&rules::NO_NIGHTS, episode.source, same[0].child, "DEC", episode.episode.decom.slashed());
}
