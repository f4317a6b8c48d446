//! Two ordinary episodes of one period overlap by a night or more: the answers whichever of them is the placement.

use super::ask::{Asker, Clue};
use super::cause::{Cause, Ground};
use super::otherwise::Child;
use crate::care::ends::DatedEpisode;
use crate::care::placement::is_temporary;
use crate::day::Day;
use crate::indicators::witness::Sight;
use crate::returns::tables::episodes::Episode;
use crate::returns::tables::row::Row;

/// Answers with the earlier of two such episodes in place of the later one while both last, and the other way round.
pub(crate) fn ask(child: &Child<'_>, asker: &mut Asker<'_, '_>) {
    if !asker.is_open(Sight::Episodes, Cause::Overlap) {
        return;
    }
    let episodes = child.history.episodes;
    let ordinary = |episode: &&DatedEpisode<'_>| !is_temporary(episode.row.place, child.setting);
    for (place, earlier) in episodes.iter().enumerate().filter(|(_, episode)| ordinary(episode)) {
        let end = earlier.end.unwrap_or(Day::NEVER);
        for later in episodes[place + 1..].iter().filter(ordinary) {
            if later.row.decom < end {
                either(child, earlier, later, asker);
            }
        }
    }
}

fn either(child: &Child<'_>, earlier: &DatedEpisode<'_>, later: &DatedEpisode<'_>, asker: &mut Asker<'_, '_>) {
    let place = |decom: Day| child.rows.iter().rposition(|row| row.cells.decom == decom);
    let (Some(first), Some(second)) = (place(earlier.row.decom), place(later.row.decom)) else {
        return;
    };
    let source = Some(child.rows[second].source);
    let clue = Clue { ground: Ground::new(Cause::Overlap, "DECOM"), source };
    let mut read_as = |rows: &[Row<Episode>]| {
        child.with_rows(rows, |child| asker.again(child, Sight::Episodes, &[clue]));
    };
    // The earlier one is the placement until it ends.
    let mut rows = child.rows.to_vec();
    match earlier.end {
        Some(end) if later.end.is_none_or(|later| later > end) => rows[second].cells.decom = end,
        _ => {
            rows.remove(second);
        }
    }
    read_as(&rows);
    // The later one is, from its start; where it ends before the earlier, the earlier goes on as it does now.
    if later.end.is_none() || earlier.end.is_some_and(|end| later.end.is_some_and(|later| later >= end)) {
        let mut rows = child.rows.to_vec();
        rows[first].cells.dec = Some(later.row.decom);
        read_as(&rows);
    }
}
