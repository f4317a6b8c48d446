//! Ages: how old children were when they came into care, or when they left it, a bar an age. On a region's own bars a line
//! stands for England.

use crate::printed::Printed;
use crate::rounding::Tenths;
use crate::unit::Unit;
use crate::wording::number::ShownNumber;

/// How wide the longest bar there can be is, in units of a row, which is 18 of them high.
pub(crate) const WIDTH: i64 = 160;
/// The scale ends at a multiple of this, in tenths of a percent.
const STEP: i64 = 100;

/// The ages of some children.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ages {
    /// Who they are: `Came into care`.
    pub who: &'static str,
    /// The ages, the youngest first.
    pub ages: Vec<Age>,
    /// The share at which the scale ends.
    pub end: Tenths,
}

/// One age.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Age {
    /// What people call it.
    pub name: &'static str,
    /// How many children.
    pub children: Printed,
    /// Their share of all, in tenths of a percent.
    pub share: Printed,
    /// England's share, on the bars of a region.
    pub england: Option<Printed>,
}

impl Age {
    /// The share as a number; none where it is not shown.
    pub(crate) fn number(&self) -> Option<Tenths> {
        number(self.share)
    }

    /// The share as it is shown.
    pub(crate) fn shown(&self) -> ShownNumber {
        ShownNumber::value(self.share, Unit::Percent)
    }

    /// England's share as it is shown.
    pub(crate) fn of_england(&self) -> ShownNumber {
        ShownNumber::value(self.england.unwrap_or(Printed::NotApplicable), Unit::Percent)
    }

    /// The children as they are shown.
    pub(crate) fn counted(&self) -> ShownNumber {
        ShownNumber::count(self.children)
    }
}

impl Ages {
    /// Whether any age is shown.
    pub(crate) fn has_any(&self) -> bool {
        self.ages.iter().any(|age| age.number().is_some())
    }

    /// Whether England's share of any age is shown beside it.
    pub(crate) fn has_england(&self) -> bool {
        self.ages.iter().any(|age| age.england.and_then(number).is_some())
    }

    /// The age of the most children; none where two have as many.
    pub(crate) fn largest(&self) -> Option<&Age> {
        let most = self.ages.iter().filter_map(Age::number).max()?;
        let mut largest = self.ages.iter().filter(|age| age.number() == Some(most));
        largest.next().filter(|_| largest.next().is_none())
    }

    /// How long the bar of an age is; none where it is not shown.
    pub(crate) fn bar(&self, age: &Age) -> Option<i64> {
        age.number().map(|share| self.along(share))
    }

    /// How far along England's line stands.
    pub(crate) fn england_at(&self, age: &Age) -> Option<i64> {
        age.england.and_then(number).map(|share| self.along(share))
    }

    fn along(&self, share: Tenths) -> i64 {
        (2 * WIDTH * share.0 + self.end.0) / (2 * self.end.0.max(1))
    }

    /// England's shares that are shown, in a sentence.
    pub(crate) fn england_in_words(&self) -> Option<String> {
        let of_age = |age: &Age| {
            age.england.and_then(number)?;
            Some(format!("{} {}", age.name.to_lowercase(), age.of_england().text))
        };
        let ages: Vec<String> = self.ages.iter().filter_map(of_age).collect();
        (!ages.is_empty()).then(|| format!("England: {}.", ages.join("; ")))
    }

    /// All of it in a sentence.
    pub(crate) fn in_words(&self) -> String {
        let of_age = |age: &Age| {
            let england = age.england.filter(|_| self.has_england()).map(|_| age.of_england().text);
            let england = england.map(|share| format!(" (England {share})")).unwrap_or_default();
            format!("{} {}{england}", age.name, age.shown().text)
        };
        let ages: Vec<String> = self.ages.iter().map(of_age).collect();
        format!("{}, by age: {}.", self.who, ages.join("; "))
    }
}

/// A printed share as a number.
fn number(printed: Printed) -> Option<Tenths> {
    match printed {
        Printed::Number(share) => Some(Tenths(share)),
        Printed::RoundsToNought => Some(Tenths(0)),
        Printed::Confidential | Printed::NotApplicable | Printed::NotAvailable => None,
    }
}

/// Where the scale of several ends: above the largest share of any.
pub(crate) fn end<'ages>(all: impl Iterator<Item = &'ages Age>) -> Tenths {
    let largest = all.flat_map(|age| age.number().into_iter().chain(age.england.and_then(number))).max();
    let steps = largest.map_or(0, |share| (share.0 + STEP - 1) / STEP);
    Tenths(steps.max(1) * STEP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_shares_of_one_scale_and_the_hidden_have_none() {
        let age = |name, share, england| Age { name, children: Printed::Number(20), share, england };
        let ages = vec![
            age("Under 1", Printed::Number(250), Some(Printed::Number(400))),
            age("1 to 4", Printed::Number(410), None),
            age("5 to 9", Printed::Confidential, None),
        ];
        assert_eq!(end(ages.iter()), Tenths(500));
        let of = Ages { who: "Came into care", end: end(ages.iter()), ages };
        // 25% of a scale to 50%, 160 wide.
        assert_eq!(of.ages.iter().map(|age| of.bar(age)).collect::<Vec<_>>(), [Some(80), Some(131), None]);
        assert_eq!(of.england_at(&of.ages[0]), Some(128));
        assert!(of.has_england() && !Ages { ages: of.ages[1..].to_vec(), ..of.clone() }.has_england());
        assert_eq!(of.largest().unwrap().name, "1 to 4");
        assert_eq!(of.in_words(), "Came into care, by age: Under 1 25.0% (England 40.0%); 1 to 4 41.0%; 5 to 9 [c].");
        assert_eq!(of.england_in_words().unwrap(), "England: under 1 40.0%.");
        let none = Ages { ages: vec![of.ages[2].clone()], ..of.clone() };
        assert_eq!((none.has_any(), none.largest(), end(none.ages.iter())), (false, None, Tenths(100)));
        let alike = Ages { ages: vec![of.ages[0].clone(), of.ages[0].clone()], ..of };
        assert_eq!(alike.largest(), None);
    }
}
