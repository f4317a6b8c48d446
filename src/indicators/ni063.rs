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
use crate::care::period::Period;
use crate::care::placement::Placement;
use crate::day::Day;
use crate::returns::table::Table;
use crate::timeframe::first_day_lasting;

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
        // Whoever is looked after is in a placement.
        let placed = Placed::on(child, period, timeframe.as_at).ok_or(Outside::NotLookedAfter)?;
        let truncated = period.start_truncated || placed.that_count().any(|placement| placement.start_truncated);
        let flags = Flags::start_truncated(truncated);
        match of_the_age(child, timeframe.as_at, |age| age < age_under, || format!("under {age_under}"), witness) {
            None => return Ok(Decision::dob_unknown(flags)),
            Some(false) => return Err(Outside::NotOfTheAge),
            Some(true) => {}
        }
        let met = long_in_placement(&placed, question, witness);
        Ok(Decision::tested(met, Reason::PlacementShorterThanTwoYears, flags))
    }
}

/// Where a child is placed: what the test is about.
pub(crate) struct Placed<'child> {
    /// The current placement.
    pub current: &'child Placement,
    /// The placement before it in order, in the same period of care.
    pub before: Option<&'child Placement>,
}

impl<'child> Placed<'child> {
    /// Where a child is placed on a day of a period of care.
    pub(crate) fn on(child: &ChildHistory<'child>, period: &Period, day: Day) -> Option<Placed<'child>> {
        let placements = child.placements_of(period);
        let place = placements.iter().rposition(|placement| placement.covers(day))?;
        let before = place.checked_sub(1).and_then(|before| placements.get(before));
        Some(Placed { current: &placements[place], before })
    }

    /// The placements whose length counts: the current one and, for a child placed for adoption, the one before it.
    pub(crate) fn that_count(&self) -> impl Iterator<Item = &'child Placement> {
        std::iter::once(self.current).chain(self.before.filter(|_| self.current.adoptive))
    }

    /// The first day on which one of them has lasted this many months, if the child stays.
    pub(crate) fn first_day_lasting(&self, months: i32) -> Day {
        let first = |placement: &Placement| first_day_lasting(months, placement.start);
        self.that_count().map(first).min().unwrap_or(Day::NEVER)
    }
}

/// Whether the placement, or for a child placed for adoption the one before it, has lasted two years.
fn long_in_placement(placed: &Placed<'_>, question: &Question<'_>, witness: &mut Witness) -> bool {
    let Placed { current, .. } = placed;
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
    placed.that_count().skip(1).any(|before| {
        witness.test(before.start <= latest, || {
            let (latest, began) = (in_words(), before.start.in_words());
            format!("Placed for adoption, and in the placement before since {latest} at the latest: since {began}")
        })
    })
}
