//! NI 61: timeliness of placements for adoption, following an agency decision.
//!
//! Of the children adopted in the window, those placed within twelve months of the decision. High is
//! good. Source: the 2008 Handbook of Definitions as quoted in public catalogues.

use super::outcome::{Counted, Decision, Flags, Reason};
use super::{Indicator, Question};
use crate::care::ChildHistory;
use crate::care::codes::ADOPTED;
use crate::care::period::Period;
use crate::care::placement::Placement;
use crate::day::Day;
use crate::returns::table::Table;

/// NI 61.
pub struct AdoptionTimeliness;

impl Indicator for AdoptionTimeliness {
    fn number(&self) -> u16 {
        61
    }

    fn needs(&self) -> &'static [Table] {
        &[Table::Episodes, Table::Ad1]
    }

    fn decide(&self, child: &ChildHistory<'_>, question: &Question<'_>) -> Option<Decision> {
        let (period, placement) = adoption(child, question)?;
        let flags = Flags::start_truncated(period.start_truncated || placement.start_truncated);
        let disrupted =
            || child.placements_of(period).iter().any(|other| other.start < placement.start && other.adoptive);
        if question.policies.exclude_disrupted && disrupted() {
            return Some(Decision::new(Counted::Out(Reason::Disrupted), flags));
        }
        let Some(&decided) = child.decisions.last() else {
            return Some(Decision::new(Counted::NotMet(Reason::NoDecisionDate), flags));
        };
        let Some(placed) = placement.adoptive_from.filter(|_| placement.adoptive) else {
            return Some(Decision::new(Counted::NotMet(Reason::NotInAdoptivePlacement), flags));
        };
        Some(Decision::tested(in_time(placed, decided), Reason::PlacedAfterTwelveMonths, flags))
    }
}

/// Placed on or before the decision and twelve calendar months.
fn in_time(placed: Day, decided: Day) -> bool {
    placed <= decided.plus_months(12)
}

/// The latest adoption in the window: its period of care and the placement that it ended.
fn adoption<'child>(
    child: &'child ChildHistory<'_>,
    question: &Question<'_>,
) -> Option<(&'child Period, &'child Placement)> {
    let ended = child.episodes.iter().enumerate().filter_map(|(place, episode)| {
        let end = episode.end.filter(|&end| question.timeframe.holds(end))?;
        ADOPTED.contains(&episode.reason_ended).then_some((end, place))
    });
    let (_, place) = ended.max()?;
    let period = child.periods.iter().find(|period| period.episodes.contains(&place))?;
    let placement = child.placements.iter().find(|placement| placement.episodes.contains(&place))?;
    Some((period, placement))
}
