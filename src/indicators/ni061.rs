//! NI 61: timeliness of placements for adoption, following an agency decision.
//!
//! Of the children adopted in the window, those placed within twelve months of the decision. High is
//! good. Source: the 2008 Handbook of Definitions as quoted in public catalogues.

use super::outcome::{Counted, Decision, Flags, Reason};
use super::outside::Outside;
use super::question::{Indicator, Question, TestIsOf};
use super::witness::{Sight, Witness};
use super::words::months_in_words;
use crate::care::ChildHistory;
use crate::care::period::Period;
use crate::care::placement::Placement;
use crate::day::Day;
use crate::returns::table::Table;
use crate::seeds::codes::roles::Role;

/// NI 61.
pub(crate) struct AdoptionTimeliness;

impl Indicator for AdoptionTimeliness {
    fn number(&self) -> u16 {
        61
    }

    fn needs(&self) -> &'static [Table] {
        &[Table::Episodes, Table::Ad1]
    }

    fn test_is_of(&self) -> TestIsOf {
        TestIsOf::Adoption
    }

    fn numbers(&self) -> &'static [&'static str] {
        &["months_to_place"]
    }

    fn day_of(&self, child: &ChildHistory<'_>, question: &Question<'_>) -> Option<Day> {
        adoption(child, question, &mut Witness::silent()).ok().map(|adoption| adoption.day)
    }

    fn decide(
        &self,
        child: &ChildHistory<'_>,
        question: &Question<'_>,
        witness: &mut Witness,
    ) -> Result<Decision, Outside> {
        let Adoption { period, placement, .. } = adoption(child, question, witness)?;
        let flags = Flags::start_truncated(period.start_truncated || placement.start_truncated);
        if question.policies.exclude_disrupted && disrupted(child, period, placement, witness) {
            return Ok(Decision::new(Counted::Out(Reason::Disrupted), flags));
        }
        witness.look(Sight::Decisions);
        let decided = child.decisions.last().copied();
        witness.test(decided.is_some(), || match decided {
            Some(decided) => format!("Decided that the child should be placed for adoption: {}", decided.in_words()),
            None => "Decided that the child should be placed for adoption: no DATE_INT is known".to_owned(),
        });
        let Some(decided) = decided else {
            return Ok(Decision::new(Counted::NotMet(Reason::NoDecisionDate), flags));
        };
        let placed = placement.adoptive_from.filter(|_| placement.adoptive);
        witness.test(placed.is_some(), || match placed {
            Some(placed) => format!("Placed for adoption: {}", placed.in_words()),
            None => "Placed for adoption: the placement that the adoption ended is not adoptive".to_owned(),
        });
        let Some(placed) = placed else {
            return Ok(Decision::new(Counted::NotMet(Reason::NotInAdoptivePlacement), flags));
        };
        let [months_to_place] = question.numbers();
        let latest = decided.plus_months(months_to_place);
        let in_time = witness.test(placed <= latest, || {
            let (placed, latest, months) = (placed.in_words(), latest.in_words(), months_in_words(months_to_place));
            format!("Placed within {months} of the decision, that is by {latest}: {placed}")
        });
        Ok(Decision::tested(in_time, Reason::PlacedAfterTwelveMonths, flags))
    }
}

/// An adoption: its day, its period of care and the placement that it ended.
struct Adoption<'child> {
    day: Day,
    period: &'child Period,
    placement: &'child Placement,
}

/// The latest adoption in the window.
fn adoption<'child>(
    child: &'child ChildHistory<'_>,
    question: &Question<'_>,
    witness: &mut Witness,
) -> Result<Adoption<'child>, Outside> {
    witness.look(Sight::Episodes);
    let ended = child.episodes.iter().enumerate().filter_map(|(place, episode)| {
        let end = episode.end.filter(|&end| question.timeframe.holds(end))?;
        question.roles.has(Role::Adopted, episode.reason_ended).then_some((end, place))
    });
    let latest = ended.max();
    witness.test(latest.is_some(), || {
        let (first, last) = (question.timeframe.window_start.in_words(), question.timeframe.as_at.in_words());
        let found = latest.map_or("none".to_owned(), |(end, _)| format!("on {}", end.in_words()));
        let codes = question.roles.in_words(Role::Adopted, "or");
        format!("Adopted (REC {codes}) from {first} to {last}: {found}")
    });
    let adoption = latest.and_then(|(day, place)| {
        Some(Adoption {
            day,
            period: child.periods.iter().find(|period| period.episodes.contains(&place))?,
            placement: child.placements.iter().find(|placement| placement.episodes.contains(&place))?,
        })
    });
    adoption.ok_or(Outside::NotAdoptedInTheWindow)
}

/// Whether the child was placed for adoption before, in the same period of care.
fn disrupted(child: &ChildHistory<'_>, period: &Period, placement: &Placement, witness: &mut Witness) -> bool {
    let placements = child.placements_of(period);
    let before = placements.iter().find(|other| other.start < placement.start && other.adoptive);
    let undisturbed = witness.test(before.is_none(), || {
        let found = before.map_or("none".to_owned(), |before| format!("one from {}", before.start.in_words()));
        format!("No earlier adoptive placement in this period of care: {found}")
    });
    !undisturbed
}
