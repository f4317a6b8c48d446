//! NI 63: stability of placements, length of placement.
//!
//! Of the children under 16 looked after for two and a half years, those in their placement for two
//! years, or placed for adoption and together with the placement before for two years. High is good.
//! Source: the 2008 Handbook of Definitions as quoted in public catalogues; SFR27/2010.

use super::outcome::{Decision, Flags, Reason};
use super::outside::Outside;
use super::population::{looked_after, of_the_age};
use super::question::{Indicator, Question};
use super::witness::Witness;
use crate::care::ChildHistory;
use crate::care::placement::Placement;
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

    fn decide(
        &self,
        child: &ChildHistory<'_>,
        question: &Question<'_>,
        witness: &mut Witness,
    ) -> Result<Decision, Outside> {
        let timeframe = question.timeframe;
        let period = looked_after(child, timeframe.as_at, witness)?;
        let latest = timeframe.back(MONTHS_IN_CARE);
        let long_enough = witness.test(period.start <= latest, || {
            let (latest, began) = (latest.in_words(), period.start.in_words());
            format!("For thirty months without a break, that is since {latest} at the latest: since {began}")
        });
        if !long_enough {
            return Err(Outside::UnderThirtyMonths);
        }
        let placements = child.placements_of(period);
        // Whoever is looked after is in a placement.
        let place = placements.iter().rposition(|placement| placement.covers(timeframe.as_at));
        let place = place.ok_or(Outside::NotLookedAfter)?;
        let current = &placements[place];
        let before = if current.adoptive && place > 0 { placements.get(place - 1) } else { None };
        let truncated = |placement: &Placement| placement.start_truncated;
        let flags =
            Flags::start_truncated(period.start_truncated || truncated(current) || before.is_some_and(truncated));
        match of_the_age(child, timeframe.as_at, |age| age < TOO_OLD, || format!("under {TOO_OLD}"), witness) {
            None => return Ok(Decision::dob_unknown(flags)),
            Some(false) => return Err(Outside::NotOfTheAge),
            Some(true) => {}
        }
        let met = long_in_placement(current, before, &timeframe, witness);
        Ok(Decision::tested(met, Reason::PlacementShorterThanTwoYears, flags))
    }
}

/// Whether the placement, or for a child placed for adoption the one before it, has lasted two years.
fn long_in_placement(
    current: &Placement,
    before: Option<&Placement>,
    timeframe: &Timeframe,
    witness: &mut Witness,
) -> bool {
    let latest = timeframe.back(MONTHS_IN_PLACEMENT);
    let in_words = || latest.in_words();
    let current_long = witness.test(current.start <= latest, || {
        let (latest, began) = (in_words(), current.start.in_words());
        format!("In the current placement for two years, that is since {latest} at the latest: since {began}")
    });
    if current_long {
        return true;
    }
    before.is_some_and(|before| {
        witness.test(before.start <= latest, || {
            let (latest, began) = (in_words(), before.start.in_words());
            format!("Placed for adoption, and in the placement before since {latest} at the latest: since {began}")
        })
    })
}
