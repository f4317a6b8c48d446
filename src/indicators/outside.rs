//! Why an indicator does not consider a child at all.

/// Why a child is outside an indicator: counted, but not listed among the children.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outside {
    /// Not looked after on the day that the indicator looks at.
    NotLookedAfter,
    /// Looked after on the day, but not continuously for the twelve months to it.
    UnderTwelveMonths,
    /// Looked after on the day, but in a period of care begun less than thirty months before.
    UnderThirtyMonths,
    /// Too young or too old.
    NotOfTheAge,
    /// No episode ended by adoption in the window.
    NotAdoptedInTheWindow,
    /// The date of birth is not known, and the current return has no OC3 row.
    NoDateOfBirthAndNoOc3Row,
    /// Does not turn 19 in the window.
    NotNineteenInTheWindow,
    /// Turns 19 in the window, but was not looked after on the cohort day and has no OC3 row.
    NotInCohortAndNoOc3Row,
    /// Turns 19 in the window, has no OC3 row, and no loaded return shows who was looked after on the cohort day.
    CohortNotKnownAndNoOc3Row,
}

impl Outside {
    /// Every reason, in the order of the tests.
    pub const ALL: [Outside; 9] = [
        Outside::NotLookedAfter,
        Outside::UnderTwelveMonths,
        Outside::UnderThirtyMonths,
        Outside::NotOfTheAge,
        Outside::NotAdoptedInTheWindow,
        Outside::NoDateOfBirthAndNoOc3Row,
        Outside::NotNineteenInTheWindow,
        Outside::NotInCohortAndNoOc3Row,
        Outside::CohortNotKnownAndNoOc3Row,
    ];

    /// The reason as tables have it.
    pub fn name(self) -> &'static str {
        match self {
            Outside::NotLookedAfter => "not_looked_after",
            Outside::UnderTwelveMonths => "looked_after_under_twelve_months",
            Outside::UnderThirtyMonths => "looked_after_under_thirty_months",
            Outside::NotOfTheAge => "not_of_the_age",
            Outside::NotAdoptedInTheWindow => "not_adopted_in_the_window",
            Outside::NoDateOfBirthAndNoOc3Row => "dob_unknown_and_no_oc3_row",
            Outside::NotNineteenInTheWindow => "nineteenth_birthday_not_in_the_window",
            Outside::NotInCohortAndNoOc3Row => "not_in_cohort_and_no_oc3_row",
            Outside::CohortNotKnownAndNoOc3Row => "cohort_not_known_and_no_oc3_row",
        }
    }

    /// The reason as people read it.
    pub(crate) fn in_words(self) -> &'static str {
        match self {
            Outside::NotLookedAfter => "not looked after on the day",
            Outside::UnderTwelveMonths => "looked after on the day, but not for twelve months without a break",
            Outside::UnderThirtyMonths => "looked after on the day, but for less than thirty months",
            Outside::NotOfTheAge => "not of the age",
            Outside::NotAdoptedInTheWindow => "not adopted in the window",
            Outside::NoDateOfBirthAndNoOc3Row => "date of birth not known, and no OC3 row in the current return",
            Outside::NotNineteenInTheWindow => "19th birthday not in the window",
            Outside::NotInCohortAndNoOc3Row => "not looked after on the cohort day, and no OC3 row",
            Outside::CohortNotKnownAndNoOc3Row => "no OC3 row, and no return that tells of the cohort day",
        }
    }
}

/// How many children are outside an indicator, by reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OutsideCounts([u32; Outside::ALL.len()]);

impl OutsideCounts {
    /// Counts one more.
    #[inline]
    pub(crate) fn add(&mut self, why: Outside) {
        self.0[why as usize] += 1;
    }

    /// How many children are outside for some reason.
    pub fn total(&self) -> u32 {
        self.0.iter().sum()
    }

    /// The reasons that keep any child outside, in the order of the tests, and how many.
    pub(crate) fn occurring(&self) -> impl Iterator<Item = (Outside, u32)> {
        Outside::ALL.into_iter().zip(self.0).filter(|(_, children)| *children > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reason_is_counted_in_its_own_place() {
        let mut counts = OutsideCounts::default();
        for (times, why) in Outside::ALL.into_iter().enumerate() {
            assert_eq!(why as usize, times);
            (0..times).for_each(|_| counts.add(why));
        }
        assert_eq!(counts.total(), 36);
        assert_eq!(counts.occurring().nth(1), Some((Outside::UnderThirtyMonths, 2)));
    }
}
