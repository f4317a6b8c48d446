//! What an indicator is asked, and what it must be able to say.

use crate::care::ChildHistory;
use crate::code::LongTexts;
use crate::day::Day;
use crate::indicators::outcome::Decision;
use crate::indicators::outside::Outside;
use crate::indicators::witness::Witness;
use crate::returns::held::Held;
use crate::returns::table::Table;
use crate::returns::tables::attainment::Subject;
use crate::seeds::codes::roles::Roles;
use crate::seeds::policies::Policies;
use crate::timeframe::{Timeframe, twelve_months_to};
use std::ops::RangeInclusive;

/// What an indicator looks at besides the child's history.
#[derive(Debug, Clone)]
pub struct Question<'run> {
    /// The day and the window.
    pub timeframe: Timeframe,
    /// The choices in force.
    pub policies: &'run Policies,
    /// The roles of codes in the definitions.
    pub roles: &'run Roles,
    /// The tables that the authority's returns have.
    pub held: &'run Held,
    /// The 1 April from which the authority's returns cover all that the indicator reads.
    pub cover: Day,
    /// Texts too long to be kept as a number.
    pub long: &'run LongTexts,
    /// The numbers of the definition in force, in the order in which the indicator names them.
    pub numbers: Vec<i32>,
}

impl Question<'_> {
    /// The numbers of the definition, as many as the indicator names.
    #[inline]
    pub(crate) fn numbers<const N: usize>(&self) -> [i32; N] {
        std::array::from_fn(|place| self.numbers[place])
    }
}

/// What of the time before the returns an indicator's answer rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LooksBack {
    /// On nothing of it.
    No,
    /// On the start of care, wherever the first episode does not say that care started.
    ToStartOfCare,
    /// On that too, but only where cover is too short.
    ToStartOfCareBeforeCover,
    /// On every placement of the window, where that begins before cover.
    ToPlacements,
    /// On the review before the first that is seen, where it is assumed.
    ToReviews,
    /// On the cohort day, where the return that would tell is not loaded.
    ToCohort,
}

/// What an indicator's test is about, besides who is in its population.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TestIsOf {
    /// How the child's care went: its placements, and its reviews.
    Care,
    /// How the child's care ended in adoption.
    Adoption,
    /// What other tables say of the child.
    OtherTables,
}

/// One of the indicators.
pub trait Indicator: Sync {
    /// Its number.
    fn number(&self) -> u16;

    /// The tables without which there is no figure.
    fn needs(&self) -> &'static [Table];

    /// What its test is about.
    fn test_is_of(&self) -> TestIsOf {
        TestIsOf::OtherTables
    }

    /// The names of the numbers that its definition in seeds/indicators.toml must give.
    fn numbers(&self) -> &'static [&'static str] {
        &[]
    }

    /// The tables that the returns must have for the time that the indicator looks back on.
    fn covered_by(&self) -> &'static [Table] {
        &[Table::Episodes]
    }

    /// The first day it looks back to, for which the returns should have cover.
    fn looks_back_to(&self, question: &Question<'_>) -> Day {
        question.timeframe.window_start
    }

    /// What of the time before the returns its answers rest on.
    fn looks_back(&self) -> LooksBack {
        LooksBack::No
    }

    /// The day on which the child must be looked after.
    fn day_of_care(&self, question: &Question<'_>) -> Day {
        question.timeframe.as_at
    }

    /// The day on which a child of its population is what it asks about: that of care, the birthday or the adoption. None where
    /// that is not known.
    fn day_of(&self, child: &ChildHistory<'_>, question: &Question<'_>) -> Option<Day> {
        match self.birthday_in_window(question) {
            Some(age) => child.birth.map(|birth| birth.birthday(age)),
            None => Some(self.day_of_care(question)),
        }
    }

    /// The day by which that care must have begun, where its length is asked for.
    fn care_since(&self, question: &Question<'_>) -> Day {
        twelve_months_to(self.day_of_care(question))
    }

    /// The birthday that a child of its population has in the window, if that is asked for.
    fn birthday_in_window(&self, _: &Question<'_>) -> Option<i32> {
        None
    }

    /// The years of the returns that tell who was in its cohort, where that is of an earlier day than those of the figures.
    fn cohort_told_by(&self, _: &Question<'_>) -> Option<RangeInclusive<i32>> {
        None
    }

    /// Whether its answers rest on what happened up to the last days of the window, so that an extract that stops before
    /// them says nothing.
    fn rests_on_last_days(&self) -> bool {
        false
    }

    /// The column of results it reads, if any.
    fn subject(&self) -> Option<Subject> {
        None
    }

    /// Whether the child counts, and why or why not; or why the child is not considered. The witness hears what
    /// was looked at on the way.
    ///
    /// # Errors
    /// Where the child is outside the indicator altogether.
    fn decide(
        &self,
        child: &ChildHistory<'_>,
        question: &Question<'_>,
        witness: &mut Witness,
    ) -> Result<Decision, Outside>;
}
