//! Steps d to g of definitions 3.1 and short breaks (3.2): when each episode ended, as known on
//! the day of the figures.

use crate::code::{ChildId, Code};
use crate::day::Day;
use crate::quality::clean_episode::CleanEpisode;
use crate::quality::notes::Notes;
use crate::returns::finding::{Rule, Source, rules};
use crate::returns::table::Table;
use crate::returns::tables::RejectedEpisode;
use crate::returns::tables::episodes::Episode;
use crate::seeds::codes::roles::{Role, Roles};
use crate::setting::Setting;
use std::collections::HashSet;

/// An episode with the end that is known on the day of the figures. It covers the nights from its
/// DECOM up to, not including, `end`.
#[derive(Debug, Clone, Copy)]
pub struct DatedEpisode<'clean> {
    /// What the row holds; its own DEC and REC are for this stage alone.
    pub row: &'clean Episode,
    /// The day after the last night; none while it is open.
    pub end: Option<Day>,
    /// REC; blank while it is open and where the end was given to it.
    pub reason_ended: Code,
}

/// What cleaning did to the ends of a child's rows.
#[derive(Debug, Default)]
pub(crate) struct EndsGiven {
    /// The rows that were given an end by steps e and f, those left with no nights by it among them.
    pub given: Vec<Source>,
    /// Whether rows overlap.
    pub overlap: bool,
}

/// How an open row is given an end.
#[derive(Clone, Copy)]
enum Repair {
    /// Step e: at the start of the child's next row.
    AtNext(Day),
    /// Step f: at the end of its own return.
    AtReturnEnd(Day),
}

/// Gives the rows of a child the ends that are known on the day.
#[derive(Debug)]
pub(crate) struct Ender<'run> {
    roles: &'run Roles,
    /// The day up to which things are known.
    known: Day,
    current_year: i32,
    close_open_not_returned: bool,
    /// Rows that the current return holds but that were rejected.
    rejected_in_current: HashSet<(ChildId, Day)>,
}

impl<'run> Ender<'run> {
    /// For an authority whose rejected rows are given.
    pub(crate) fn new(
        Setting { timeframe, seeds, policies }: Setting<'run>,
        rejected: &[RejectedEpisode],
    ) -> Ender<'run> {
        let current_year = timeframe.current_year();
        let of_current = rejected.iter().filter(|row| row.year == current_year);
        Ender {
            roles: seeds.codes.roles(),
            known: timeframe.known,
            current_year,
            close_open_not_returned: policies.close_open_not_returned,
            rejected_in_current: of_current.map(|row| (row.child, row.decom)).collect(),
        }
    }

    /// Adds the episodes of a child, whose rows are in order of DECOM, to `episodes`. Open rows among `left_open` stay
    /// open.
    pub(crate) fn end<'clean>(
        &self,
        child: ChildId,
        rows: &'clean [CleanEpisode],
        left_open: &[Source],
        episodes: &mut Vec<DatedEpisode<'clean>>,
        notes: &mut Notes,
    ) -> EndsGiven {
        let mut ends = EndsGiven::default();
        let started = rows.partition_point(|row| row.episode.decom <= self.known);
        notes.set_aside(Table::Episodes, "starts_after_as_at", rows.len() - started);
        let rows = &rows[..started];
        let mut latest_end = None;
        for (place, row) in rows.iter().enumerate() {
            let repair = if row.episode.dec.is_some() || left_open.contains(&row.source) {
                None
            } else {
                self.repair(child, row, rows.get(place + 1))
            };
            if repair.is_some() {
                ends.given.push(row.source);
            }
            let Some((episode, repaired)) = self.dated(child, row, repair, notes) else {
                continue;
            };
            ends.overlap |= overlaps(child, row, latest_end, notes);
            latest_end = latest_end.max(Some(episode.end.unwrap_or(Day::NEVER)));
            if self.roles.has(Role::ShortBreak, episode.row.legal_status) {
                notes.set_aside(Table::Episodes, "short_break", 1);
                continue;
            }
            match repaired {
                Some(rule) => notes.repaired(Table::Episodes, rule),
                None => notes.used(Table::Episodes, 1),
            }
            episodes.push(episode);
        }
        ends
    }

    /// The episode of a row, and the rule by which its end was given to it; `None` where it is set aside.
    fn dated<'clean>(
        &self,
        child: ChildId,
        row: &'clean CleanEpisode,
        repair: Option<Repair>,
        notes: &mut Notes,
    ) -> Option<(DatedEpisode<'clean>, Option<&'static Rule>)> {
        let decom = row.episode.decom;
        let (end, repaired) = match repair {
            None => (row.episode.dec, row.end_moved.then_some(&rules::END_MOVED)),
            Some(repair) => {
                let (end, given, set_aside): (Day, &'static Rule, &'static Rule) = match repair {
                    Repair::AtNext(end) => (end, &rules::OPEN_NOT_LAST, &rules::OPEN_NOT_LAST_NO_NIGHTS),
                    Repair::AtReturnEnd(end) => (end, &rules::OPEN_NOT_RETURNED, &rules::OPEN_NOT_RETURNED_NO_NIGHTS),
                };
                if end <= decom {
                    notes.set_aside(Table::Episodes, set_aside.name, 1);
                    notes.find(set_aside, row.source, child, "DEC", || format!("blank; would end {}", end.slashed()));
                    return None;
                }
                notes.find(given, row.source, child, "DEC", || format!("blank; read as {}", end.slashed()));
                (Some(end), Some(given))
            }
        };
        // An end after the day is not known on it.
        let end = end.filter(|&end| end <= self.known);
        let reason_ended = if end.is_none() || repair.is_some() { Code::BLANK } else { row.episode.reason_ended };
        Some((DatedEpisode { row: &row.episode, end, reason_ended }, repaired))
    }

    /// The end that an open row is given, if any.
    fn repair(&self, child: ChildId, row: &CleanEpisode, next: Option<&CleanEpisode>) -> Option<Repair> {
        let return_end = Day::thirty_first_of_march(row.year);
        let may_close = self.close_open_not_returned && !self.rejected_in_current.contains(&(child, row.episode.decom));
        let Some(next) = next else {
            return (may_close && row.year < self.current_year).then_some(Repair::AtReturnEnd(return_end));
        };
        let started = self.roles.has(Role::StartsCare, next.episode.reason_started);
        let at_next = next.episode.decom.plus_days(if started { -1 } else { 0 });
        // No return held the child for at least a year: the row does not run on to the next.
        let not_returned = at_next > return_end && next.first_year > row.year + 1;
        Some(if may_close && not_returned { Repair::AtReturnEnd(return_end) } else { Repair::AtNext(at_next) })
    }
}

/// Step g: rows that overlap are reported and kept as they are.
fn overlaps(child: ChildId, row: &CleanEpisode, latest_end: Option<Day>, notes: &mut Notes) -> bool {
    let decom = row.episode.decom;
    let Some(end) = latest_end.filter(|&end| decom < end) else { return false };
    notes.find(&rules::OVERLAP, row.source, child, "DECOM", || {
        let ends = if end == Day::NEVER { "is still open".to_owned() } else { format!("ends {}", end.slashed()) };
        format!("{}, while an earlier episode {ends}", decom.slashed())
    });
    true
}
