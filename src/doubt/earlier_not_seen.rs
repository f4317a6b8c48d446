//! The answer looks back beyond what the returns cover, and the part that is not seen could change it.

use super::ask::{Asker, Clue};
use super::cause::{Cause, Ground};
use super::otherwise::Child;
use super::possible::Possible;
use crate::care::ChildHistory;
use crate::care::period::Period;
use crate::indicators::outcome::{Counted, Decision};
use crate::indicators::question::{Indicator, LooksBack, Question};
use crate::seeds::codes::roles::Role;

const CLUE: Clue = Clue { ground: Ground::new(Cause::EarlierNotSeen, ""), source: None };

/// Answers to one indicator as the part that is not seen could have it.
pub(crate) fn ask(child: &Child<'_>, place: usize, decision: Option<&Decision>, asker: &mut Asker<'_, '_>) {
    let Some((indicator, question)) = asker.indicator(place) else {
        return;
    };
    let too_short = indicator.looks_back_to(question) < question.cover;
    match indicator.looks_back() {
        LooksBack::ToStartOfCare => began_earlier(child, place, *indicator, question, asker),
        LooksBack::ToStartOfCareBeforeCover if too_short => began_earlier(child, place, *indicator, question, asker),
        LooksBack::ToPlacements if too_short => {
            let unborn = child.history.birth.is_some_and(|birth| birth >= question.cover);
            if decision.is_some_and(Decision::in_denominator) && !unborn {
                asker.hear(place, Possible::only(Some(1)), CLUE);
            }
        }
        LooksBack::ToReviews => match decision {
            Some(decision) if !decision.flags.window_from_assumed_review => {}
            Some(Decision { counted: Counted::Out(_), .. }) => asker.hear(place, Possible::only(Some(0)), CLUE),
            Some(_) => asker.hear(place, Possible::COUNTED, CLUE),
            None => {}
        },
        LooksBack::ToCohort
            if !question.policies.oc3_names_the_cohort
                && decision.is_some_and(|decision| decision.flags.cohort_assumed) =>
        {
            asker.hear(place, Possible::only(None), CLUE);
        }
        _ => {}
    }
}

/// Whether the child may have been in care before its period of care on a day the indicator asks about seems to begin.
fn truncated<'child>(
    child: &'child ChildHistory<'_>,
    indicator: &dyn Indicator,
    question: &Question<'_>,
) -> Option<&'child Period> {
    child.period_on(indicator.day_of_care(question)).filter(|period| period.start_truncated)
}

/// The period, and with it its first placement, began long before; or the period alone, with another placement first.
fn began_earlier(
    child: &Child<'_>,
    place: usize,
    indicator: &dyn Indicator,
    question: &Question<'_>,
    asker: &mut Asker<'_, '_>,
) {
    let Some(period) = truncated(&child.history, indicator, question) else {
        return;
    };
    let before = child.history.periods.iter().rev().find_map(|other| other.end.filter(|end| *end < period.start));
    let earliest = child.earliest().max(before.map_or(child.earliest(), |end| end.plus_days(1)));
    if earliest >= period.start {
        return;
    }
    let mut rows = child.rows.to_vec();
    rows.iter_mut().filter(|row| row.cells.decom == period.start).for_each(|row| row.cells.decom = earliest);
    let answer = child.with_rows(&rows, |history| asker.answer(place, history));
    asker.hear(place, Possible::only(answer), CLUE);
    let mut rows = child.rows.to_vec();
    let mut unseen = child.made_up(earliest, Role::StartsCare);
    unseen.cells.dec = Some(period.start);
    rows.push(unseen);
    let answer = child.with_rows(&rows, |history| asker.answer(place, history));
    asker.hear(place, Possible::only(answer), CLUE);
}
