//! NI 63: stability of placements, length of placement.
//!
//! Of the children under 16 looked after for two and a half years, those in their placement for two
//! years, or placed for adoption and together with the placement before for two years. High is good.
//! Source: the 2008 Handbook of Definitions as quoted in public catalogues; SFR27/2010.

use super::outcome::{Decision, Flags, Reason};
use super::outside::Outside;
use super::population::{looked_after, of_the_age};
use super::question::{Indicator, LooksBack, Question, TestIsOf};
use super::witness::Witness;
use super::words::months_in_words;
use crate::care::ChildHistory;
use crate::care::placement::Placement;
use crate::day::Day;
use crate::returns::table::Table;

/// NI 63.
pub(crate) struct LengthOfPlacement;

impl Indicator for LengthOfPlacement {
    fn number(&self) -> u16 {
        63
    }

    fn needs(&self) -> &'static [Table] {
        &[Table::Header, Table::Episodes]
    }

    fn test_is_of(&self) -> TestIsOf {
        TestIsOf::Care
    }

    fn numbers(&self) -> &'static [&'static str] {
        &["age_under", "months_in_care", "months_in_placement"]
    }

    fn looks_back_to(&self, question: &Question<'_>) -> Day {
        let [_, months_in_care, _] = question.numbers();
        question.timeframe.back(months_in_care).plus_days(1)
    }

    fn looks_back(&self) -> LooksBack {
        LooksBack::ToStartOfCare
    }

    fn care_since(&self, question: &Question<'_>) -> Day {
        let [_, months_in_care, _] = question.numbers();
        question.timeframe.back(months_in_care)
    }

    fn decide(
        &self,
        child: &ChildHistory<'_>,
        question: &Question<'_>,
        witness: &mut Witness,
    ) -> Result<Decision, Outside> {
        let timeframe = question.timeframe;
        let [age_under, months_in_care, _] = question.numbers();
        let period = looked_after(child, timeframe.as_at, witness)?;
        let latest = self.care_since(question);
        let long_enough = witness.test(period.start <= latest, || {
            let (latest, began, months) = (latest.in_words(), period.start.in_words(), months_in_words(months_in_care));
            format!("For {months} without a break, that is since {latest} at the latest: since {began}")
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
        match of_the_age(child, timeframe.as_at, |age| age < age_under, || format!("under {age_under}"), witness) {
            None => return Ok(Decision::dob_unknown(flags)),
            Some(false) => return Err(Outside::NotOfTheAge),
            Some(true) => {}
        }
        let met = long_in_placement(current, before, question, witness);
        Ok(Decision::tested(met, Reason::PlacementShorterThanTwoYears, flags))
    }
}

/// Whether the placement, or for a child placed for adoption the one before it, has lasted two years.
fn long_in_placement(
    current: &Placement,
    before: Option<&Placement>,
    question: &Question<'_>,
    witness: &mut Witness,
) -> bool {
    let [.., months_in_placement] = question.numbers::<3>();
    let latest = question.timeframe.back(months_in_placement);
    let in_words = || latest.in_words();
    let current_long = witness.test(current.start <= latest, || {
        let (latest, began, months) = (in_words(), current.start.in_words(), months_in_words(months_in_placement));
        format!("In the current placement for {months}, that is since {latest} at the latest: since {began}")
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
