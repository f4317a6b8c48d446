//! Temporary stays, which belong to the placement that they interrupt.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rows::{EpisodeRow, is_any_of};
use crate::code::Code;
use crate::day::Day;

/// The remedy of a stay that lasted too long.
pub(crate) const CORRECT_DATES_OR_PLACE: &str = "correct the dates, or PLACE: a longer stay is a placement of its own";

/// RNE of a move to another carer, alone or with a change of legal status.
const MOVES: [Code; 2] = [Code::of("P"), Code::of("B")];
/// RNE of a change of legal status alone.
const LEGAL_STATUS: Code = Code::of("L");

/// Whether the episode begins with a move to another carer.
pub(crate) fn is_move(episode: &EpisodeRow<'_>) -> bool {
    is_any_of(episode.rne, &MOVES)
}

/// Whether the episode begins with a change of legal status alone.
pub(crate) fn changes_legal_status_alone(episode: &EpisodeRow<'_>) -> bool {
    LEGAL_STATUS.is_written(episode.rne)
}

/// The temporary stays of a child in care.
pub(crate) fn stays<'a>(child: &Child<'a>) -> impl Iterator<Item = &'a EpisodeRow<'a>> {
    child.rows.episodes.iter().filter(|episode| episode.is_temporary() && !episode.is_short_break())
}

/// Reports the stays of a kind that lasted more than so many days, once each: a change of legal status does not end one.
pub(crate) fn report_too_long(child: &Child<'_>, place: Code, days: i32, found: &mut Found) {
    let mut so_far: Option<(Day, Day)> = None;
    let mut reported = false;
    for stay in stays(child).filter(|stay| place.is_written(stay.place)) {
        let Some((from, until)) = stay.decom.day.zip(child.ran_until(stay)) else {
            continue;
        };
        let goes_on = so_far.filter(|(_, until)| changes_legal_status_alone(stay) && *until == from);
        reported &= goes_on.is_some();
        let start = goes_on.map_or(from, |(start, _)| start);
        so_far = Some((start, until));
        if until.days_since(start) > days && !reported {
            reported = true;
            found.row(stay.at, &[("PLACE", stay.place), ("DECOM", stay.decom.text), ("DEC", stay.dec.text)]);
        }
    }
}

#[cfg(test)]
pub(crate) mod examples {
    use crate::check::example::{bad, good};
    use crate::check::rule::Rule;

    /// Two ends of a stay from 1 June 2010, on the last day allowed and on the day after; another kind may last longer.
    pub(crate) fn has_a_longest(rule: &'static Rule, place: &str, on_time: &str, late: &str) {
        let with = |place: &str, until: &str| {
            format!(
                "2011 episodes
                 CHILD DECOM      RNE LS PLACE   DEC        REC
                 A     01/05/2010 S   C2 K2      01/06/2010 X1
                 A     01/06/2010 P   C2 {place} {until}    X1
                 A     {until}    P   C2 K2      -          -"
            )
        };
        good(rule, &with(place, on_time));
        bad(rule, &with(place, late), &[&format!("A episodes 3 PLACE={place} DECOM=01/06/2010 DEC={late}")]);
        good(rule, &with("T2", "01/12/2010"));
    }
}
