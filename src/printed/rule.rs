//! The rule itself: primary suppression, what is hidden of a figure because of its own numbers.

use crate::seeds::disclosure::Profile;

/// Why a number is hidden: the first three are primary suppressions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The numerator is small.
    Count,
    /// The denominator is small.
    Denominator,
    /// The children of the denominator who are not in the numerator are few.
    Complement,
    /// Another hidden number in the same sums could be worked out from it: secondary suppression.
    Secondary,
    /// It is hidden in another table of the same children, on another day or published already.
    Time,
}

impl Reason {
    /// Its name in the tables.
    pub fn name(self) -> &'static str {
        match self {
            Reason::Count => "primary_count",
            Reason::Denominator => "primary_denominator",
            Reason::Complement => "complement",
            Reason::Secondary => "margin",
            Reason::Time => "time",
        }
    }
}

/// What is hidden of one figure, and why. The limits are hidden with the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hidden {
    /// Why the numerator is hidden, where it is.
    pub numerator: Option<Reason>,
    /// Why the denominator is hidden, where it is.
    pub denominator: Option<Reason>,
    /// Why the percentage or mean is hidden, where it is.
    pub value: Option<Reason>,
}

impl Hidden {
    /// Hides the value too where the numerator or the denominator is hidden.
    pub(crate) fn with_value(mut self) -> Hidden {
        self.value = self.value.or(self.denominator).or(self.numerator);
        self
    }
}

/// What the profile hides of a percentage: nothing where nobody is in the denominator, for there is nobody to protect.
pub fn of_percentage(profile: &Profile, numerator: i64, denominator: i64) -> Hidden {
    if denominator == 0 {
        return Hidden::default();
    }
    let few = profile.hides(numerator).then_some(Reason::Count);
    let few_others = (profile.complements && profile.hides(denominator - numerator)).then_some(Reason::Complement);
    let of_few = (denominator <= profile.percentage_denominator_to).then_some(Reason::Denominator);
    let too_few = profile.percentage_numerator_to.is_some_and(|most| numerator <= most).then_some(Reason::Count);
    Hidden {
        numerator: few.or(few_others),
        denominator: profile.hides(denominator).then_some(Reason::Denominator),
        value: of_few.or(too_few),
    }
    .with_value()
}

/// What the profile hides of a mean of scores, whose sum is never printed.
pub(crate) fn of_mean(profile: &Profile, denominator: i64) -> Hidden {
    if denominator == 0 {
        return Hidden::default();
    }
    let of_few = (denominator <= profile.percentage_denominator_to).then_some(Reason::Denominator);
    let denominator = profile.hides(denominator).then_some(Reason::Denominator);
    Hidden { numerator: None, denominator, value: of_few }.with_value()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Reason::{Complement, Count, Denominator};

    fn profile(name: &str) -> Profile {
        let profiles = crate::seeds::Seeds::built_in().unwrap().disclosure;
        profiles.into_iter().find(|profile| profile.name == name).unwrap()
    }

    /// A numerator, a denominator, and why they and their percentage are hidden.
    type Case = ((i64, i64), [Option<Reason>; 3]);

    fn hides(profile: &Profile, cases: &[Case]) {
        for ((numerator, denominator), expected) in cases {
            let Hidden { numerator: n, denominator: d, value } = of_percentage(profile, *numerator, *denominator);
            assert_eq!([n, d, value], *expected, "{numerator} of {denominator}");
        }
    }

    #[test]
    fn the_rule_of_2011_on_its_boundaries() {
        let cases = [
            ((0, 30), [None, None, None]),
            ((1, 30), [Some(Count), None, Some(Count)]),
            ((5, 30), [Some(Count), None, Some(Count)]),
            ((6, 30), [None, None, None]),
            ((25, 30), [None, None, None]),
            ((29, 30), [None, None, None]),
            ((6, 6), [None, None, None]),
            ((5, 6), [Some(Count), None, Some(Count)]),
            ((0, 6), [None, None, None]),
            ((5, 5), [Some(Count), Some(Denominator), Some(Denominator)]),
            ((0, 5), [None, Some(Denominator), Some(Denominator)]),
            ((0, 1), [None, Some(Denominator), Some(Denominator)]),
            ((0, 0), [None, None, None]),
        ];
        hides(&profile("sfr-2011"), &cases);
        hides(&profile("dfe-2024"), &cases);
    }

    #[test]
    fn the_rule_of_both_sides_on_its_boundaries() {
        let profile = &profile("both-sides");
        hides(
            profile,
            &[
                ((0, 30), [None, None, Some(Count)]),
                ((1, 30), [Some(Count), None, Some(Count)]),
                ((5, 30), [Some(Count), None, Some(Count)]),
                ((6, 30), [None, None, None]),
                ((24, 30), [None, None, None]),
                ((25, 30), [Some(Complement), None, Some(Complement)]),
                ((29, 30), [Some(Complement), None, Some(Complement)]),
                ((30, 30), [None, None, None]),
                ((11, 11), [None, None, None]),
                ((10, 10), [None, None, Some(Denominator)]),
                ((6, 6), [None, None, Some(Denominator)]),
                ((5, 5), [Some(Count), Some(Denominator), Some(Denominator)]),
                ((0, 5), [Some(Complement), Some(Denominator), Some(Denominator)]),
                ((0, 6), [None, None, Some(Denominator)]),
                ((0, 0), [None, None, None]),
            ],
        );
        for (scored, expected) in [
            (0, [None, None, None]),
            (5, [None, Some(Denominator), Some(Denominator)]),
            (6, [None, None, Some(Denominator)]),
            (10, [None, None, Some(Denominator)]),
            (11, [None, None, None]),
        ] {
            let Hidden { numerator: n, denominator: d, value } = of_mean(profile, scored);
            assert_eq!([n, d, value], expected, "{scored} scored");
        }
    }

    #[test]
    fn a_profile_that_hides_zero_hides_none_and_all() {
        let mut profile = profile("both-sides");
        profile.hidden_from = 0;
        for (numerator, reason) in [(0, Count), (30, Complement)] {
            assert_eq!(of_percentage(&profile, numerator, 30).numerator, Some(reason));
        }
    }
}
