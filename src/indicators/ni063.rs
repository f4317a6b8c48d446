//! NI 63: stability of placements, length of placement.
//!
//! Of the children under 16 looked after for two and a half years, those in their placement for two
//! years, or placed for adoption and together with the placement before for two years. High is good.
//! Source: the 2008 Handbook of Definitions as quoted in public catalogues; SFR27/2010.

use super::outcome::{Decision, Flags, Reason};
use super::{Indicator, Question};
use crate::care::ChildHistory;
use crate::day::Day;
use crate::returns::table::Table;
use crate::timeframe::Timeframe;

/// NI 63.
pub struct LengthOfPlacement;

/// Months in care for a child to be in the population.
const MONTHS_IN_CARE: i32 = 30;
/// Months in placement for a child to meet the test.
const MONTHS_IN_PLACEMENT: i32 = 24;
/// The age from which a child is no longer in the population.
const TOO_OLD: i32 = 16;

impl Indicator for LengthOfPlacement {
    fn number(&self) -> u16 {
        63
    }

    fn needs(&self) -> &'static [Table] {
        &[Table::Header, Table::Episodes]
    }

    fn looks_back_to(&self, timeframe: &Timeframe) -> Day {
        timeframe.back(MONTHS_IN_CARE).plus_days(1)
    }

    fn decide(&self, child: &ChildHistory<'_>, question: &Question<'_>) -> Option<Decision> {
        let timeframe = question.timeframe;
        let period = child.period_on(timeframe.as_at)?;
        if period.start > timeframe.back(MONTHS_IN_CARE) {
            return None;
        }
        let placements = child.placements_of(period);
        let place = placements.iter().rposition(|placement| placement.covers(timeframe.as_at))?;
        let current = &placements[place];
        let before = if current.adoptive && place > 0 { placements.get(place - 1) } else { None };
        let truncated = |placement: &crate::care::placement::Placement| placement.start_truncated;
        let flags =
            Flags::start_truncated(period.start_truncated || truncated(current) || before.is_some_and(truncated));
        let Some(age) = child.age_on(timeframe.as_at) else {
            return Some(Decision::dob_unknown(flags));
        };
        if age >= TOO_OLD {
            return None;
        }
        let two_years_ago = timeframe.back(MONTHS_IN_PLACEMENT);
        let met = current.start <= two_years_ago || before.is_some_and(|before| before.start <= two_years_ago);
        Some(Decision::tested(met, Reason::PlacementShorterThanTwoYears, flags))
    }
}
