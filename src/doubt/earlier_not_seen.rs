//! The answer looks back beyond what the returns cover, and the part that is not seen could change it.

use super::ask::{Asked, Asker, Clue};
use super::cause::{Cause, Ground};
use super::otherwise::Child;
use super::possible::Possible;
use crate::care::ChildHistory;
use crate::care::ends::DatedEpisode;
use crate::care::period::Period;
use crate::care::placement::is_temporary;
use crate::day::Day;
use crate::indicators::outcome::{Counted, Decision};
use crate::indicators::question::{Indicator, LooksBack, Question};
use crate::indicators::witness::Sight;
use crate::returns::tables::episodes::Episode;
use crate::returns::tables::row::Row;
use crate::setting::Setting;

const CLUE: Clue = Clue { ground: Ground::new(Cause::EarlierNotSeen, ""), source: None };

/// An indicator whose answer may rest on the time before the returns.
#[derive(Clone, Copy)]
pub(crate) struct LookingBack<'ask, 'run> {
    /// The indicator, with its question; none where it has no figure.
    pub asked: &'ask Asked<'run>,
    /// Whether it looks further back than the returns cover.
    pub cover_too_short: bool,
    /// What every stage goes by.
    pub setting: Setting<'run>,
}

/// Whether a decision rests on that time by itself.
pub(crate) fn by_decision(looking: &LookingBack<'_, '_>, decision: &Decision) -> bool {
    let Some((indicator, question)) = looking.asked else { return false };
    match indicator.looks_back() {
        LooksBack::ToReviews => decision.flags.window_from_assumed_review,
        LooksBack::ToCohort => decision.flags.cohort_assumed && !looking.setting.policies.oc3_names_the_cohort,
        LooksBack::ToPlacements => looking.cover_too_short && decision.in_denominator() && !decision.in_numerator(),
        LooksBack::ToStartOfCareBeforeCover => {
            // The score of the return of the year before would be taken, and that is not loaded.
            let timeframe = question.timeframe;
            decision.counted == Counted::Unscored
                && timeframe.takes_score_of_the_year_before()
                && !question.held.loaded(timeframe.current_year() - 1)
        }
        LooksBack::ToStartOfCare | LooksBack::No => false,
    }
}

/// Whether an answer may rest on how a period of care began of which the data show no start.
pub(crate) fn by_care(looking: &LookingBack<'_, '_>, child: &ChildHistory<'_>, decision: Option<&Decision>) -> bool {
    let Some((indicator, question)) = looking.asked else { return false };
    let setting = looking.setting;
    let of_care = || {
        let period = child.period_on(indicator.day_of_care(question));
        period.is_some_and(|period| {
            let too_late = period.start > indicator.care_since(question);
            period.start_truncated && too_late || begins_away(child, period, setting)
        })
    };
    match indicator.looks_back() {
        LooksBack::ToStartOfCare => of_care(),
        LooksBack::ToStartOfCareBeforeCover => looking.cover_too_short && of_care(),
        LooksBack::ToPlacements => {
            decision.is_some_and(Decision::in_numerator)
                && child.periods.iter().any(|period| begins_away(child, period, setting))
        }
        LooksBack::ToReviews | LooksBack::ToCohort | LooksBack::No => false,
    }
}

/// Whether the first row seen of a period of care is a stay away from a placement that is not seen.
fn begins_away(child: &ChildHistory<'_>, period: &Period, setting: Setting<'_>) -> bool {
    period.start_truncated && is_temporary(child.episodes[period.episodes.start].row.place, setting)
}

/// Answers to one indicator as the part that is not seen could have it, of a child whose answer rests on that part.
pub(crate) fn ask(child: &Child<'_>, place: usize, looking: &LookingBack<'_, '_>, asker: &mut Asker<'_, '_>) {
    let Some((indicator, question)) = looking.asked else { return };
    let decision = asker.decision(place);
    if asker.is_open(Sight::Episodes, Cause::EarlierNotSeen) && by_care(looking, &child.history, decision.as_ref()) {
        let away = |period: &&Period| begins_away(&child.history, period, child.setting);
        asker.of(&[place], |asker| match indicator.looks_back() {
            LooksBack::ToPlacements => {
                child.history.periods.iter().filter(away).for_each(|period| went_away(child, period, asker));
            }
            _ => began_earlier(child, *indicator, question, asker),
        });
    }
    let Some(decision) = decision.filter(|decision| by_decision(looking, decision)) else { return };
    match indicator.looks_back() {
        LooksBack::ToPlacements if asker.is_open(Sight::Episodes, Cause::EarlierNotSeen) => {
            let unborn = child.history.birth.is_some_and(|birth| birth >= question.cover);
            if !unborn {
                asker.hear(place, Possible::only(Some(1)), &[CLUE]);
            }
        }
        LooksBack::ToReviews if asker.is_open(Sight::Reviews, Cause::EarlierNotSeen) => {
            let is_out = matches!(decision.counted, Counted::Out(_));
            asker.hear(place, if is_out { Possible::only(Some(0)) } else { Possible::COUNTED }, &[CLUE]);
        }
        LooksBack::ToStartOfCareBeforeCover if asker.is_open(Sight::Scores, Cause::EarlierNotSeen) => {
            asker.hear(place, Possible::ANY_SCORE, &[CLUE]);
        }
        LooksBack::ToCohort if asker.is_open(Sight::Leaver, Cause::EarlierNotSeen) => {
            asker.hear(place, Possible::only(None), &[CLUE]);
        }
        _ => {}
    }
}

/// The period, and with it its first placement, began long before; or the period alone, with another placement first that
/// lasted, or with others so short that not even one that the first row continues has lasted.
fn began_earlier(child: &Child<'_>, indicator: &dyn Indicator, question: &Question<'_>, asker: &mut Asker<'_, '_>) {
    let Some(period) = child.history.period_on(indicator.day_of_care(question)) else {
        return;
    };
    let Some(earliest) = earliest_before(child, period) else { return };
    let mut rows = child.rows.to_vec();
    rows.iter_mut().filter(|row| row.cells.decom == period.start).for_each(|row| row.cells.decom = earliest);
    read_as(child, &rows, asker);
    let [settled, moved] = child.in_care_until(period.start, earliest);
    let at_home = in_the_home_returned_to(child, period, &settled);
    for unseen in [settled, moved].into_iter().chain(at_home) {
        read_as(child, &[child.rows, &unseen].concat(), asker);
    }
}

/// The period began before the stay away with which it is seen first: in a foster home, which may have adopted the child
/// since, or in the home of the next ordinary episode.
fn went_away(child: &Child<'_>, period: &Period, asker: &mut Asker<'_, '_>) {
    let Some(earliest) = earliest_before(child, period) else { return };
    let [settled, _] = child.in_care_until(period.start, earliest);
    let at_home = in_the_home_returned_to(child, period, &settled);
    for unseen in at_home.into_iter().chain([settled]) {
        read_as(child, &[child.rows, &unseen].concat(), asker);
    }
}

fn read_as(child: &Child<'_>, rows: &[Row<Episode>], asker: &mut Asker<'_, '_>) {
    child.with_rows(rows, |child| asker.again(child, Sight::Episodes, &[CLUE]));
}

/// The first day on which a period can have begun: when the child was born, and after the period before; none where it
/// cannot have begun before the first row seen.
fn earliest_before(child: &Child<'_>, period: &Period) -> Option<Day> {
    let before = child.history.periods.iter().rev().find_map(|other| other.end.filter(|end| *end < period.start));
    let earliest = child.earliest().max(before.map_or(child.earliest(), |end| end.plus_days(1)));
    Some(earliest).filter(|earliest| *earliest < period.start)
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
