//! The answer looks back beyond what the returns cover, and the part that is not seen could change it.

use super::ask::{Asker, Clue};
use super::cause::{Cause, Ground};
use super::otherwise::Child;
use super::possible::Possible;
use crate::care::ends::DatedEpisode;
use crate::care::period::Period;
use crate::care::placement::is_temporary;
use crate::indicators::outcome::{Counted, Decision};
use crate::indicators::question::{Indicator, LooksBack, Question};
use crate::returns::tables::episodes::Episode;
use crate::returns::tables::row::Row;

const CLUE: Clue = Clue { ground: Ground::new(Cause::EarlierNotSeen, ""), source: None };

/// Answers to one indicator as the part that is not seen could have it, of a child whose answer rests on that part.
pub(crate) fn ask(child: &Child<'_>, place: usize, decision: Option<&Decision>, asker: &mut Asker<'_, '_>) {
    let Some((indicator, question)) = asker.indicator(place) else {
        return;
    };
    match indicator.looks_back() {
        LooksBack::ToStartOfCare | LooksBack::ToStartOfCareBeforeCover => {
            began_earlier(child, place, *indicator, question, asker);
        }
        LooksBack::ToPlacements => {
            let unborn = child.history.birth.is_some_and(|birth| birth >= question.cover);
            if !unborn {
                asker.hear(place, Possible::only(Some(1)), CLUE);
            }
        }
        LooksBack::ToReviews => {
            let is_out = decision.is_some_and(|decision| matches!(decision.counted, Counted::Out(_)));
            asker.hear(place, if is_out { Possible::only(Some(0)) } else { Possible::COUNTED }, CLUE);
        }
        LooksBack::ToCohort => asker.hear(place, Possible::only(None), CLUE),
        LooksBack::No => {}
    }
}

/// The period, and with it its first placement, began long before; or the period alone, with another placement first that
/// lasted, or with others so short that not even one that the first row continues has lasted.
fn began_earlier(
    child: &Child<'_>,
    place: usize,
    indicator: &dyn Indicator,
    question: &Question<'_>,
    asker: &mut Asker<'_, '_>,
) {
    let Some(period) = child.history.period_on(indicator.day_of_care(question)) else {
        return;
    };
    let before = child.history.periods.iter().rev().find_map(|other| other.end.filter(|end| *end < period.start));
    let earliest = child.earliest().max(before.map_or(child.earliest(), |end| end.plus_days(1)));
    if earliest >= period.start {
        return;
    }
    let mut read_as = |rows: &[Row<Episode>]| {
        let answer = child.with_rows(rows, |history| asker.answer(place, history));
        asker.hear(place, Possible::only(answer), CLUE);
    };
    let mut rows = child.rows.to_vec();
    rows.iter_mut().filter(|row| row.cells.decom == period.start).for_each(|row| row.cells.decom = earliest);
    read_as(&rows);
    let [settled, moved] = child.in_care_until(period.start, earliest);
    let at_home = in_the_home_returned_to(child, period, &settled);
    for unseen in [settled, moved].into_iter().chain(at_home) {
        read_as(&[child.rows, &unseen].concat());
    }
}

/// Where the first row seen is a temporary stay: rows of the time before it in the home of the next ordinary episode, which
/// may be a return.
fn in_the_home_returned_to(child: &Child<'_>, period: &Period, unseen: &[Row<Episode>]) -> Option<Vec<Row<Episode>>> {
    let mut episodes = child.history.episodes[period.episodes.clone()].iter();
    let ordinary = |episode: &&DatedEpisode<'_>| !is_temporary(episode.row.place, child.setting);
    let home = episodes.find(ordinary).filter(|home| home.row.decom > period.start)?.row;
    let at_home = |row: &Row<Episode>| {
        let Episode { place, provider, urn, postcode, .. } = *home;
        Row { cells: Episode { place, provider, urn, postcode, ..row.cells }, ..row.clone() }
    };
    Some(unseen.iter().map(at_home).collect())
}
