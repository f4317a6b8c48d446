//! The smallest and the largest value that the choices of doubtful children leave.

use super::possible::Possible;
use std::cmp::Ordering;

/// A numerator and its denominator, which is not zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fraction {
    /// The children who pass, or their scores.
    pub numerator: u64,
    /// The children who count.
    pub denominator: u64,
}

/// The fractions of the smallest and of the largest value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// Of the smallest.
    pub low: Fraction,
    /// Of the largest.
    pub high: Fraction,
}

/// An end of the range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Low,
    High,
}

impl Range {
    /// The range over all choices of one possible answer for each doubtful child, beside the `numerator` and
    /// `denominator` of the others; `best` is the most that a child can add. None where no choice leaves anybody in the
    /// denominator, for then there is no value.
    pub(crate) fn of(numerator: u64, denominator: u64, doubtful: &[Possible], best: u8) -> Option<Range> {
        let end = |end| extreme(numerator, denominator, doubtful, best, end);
        Some(Range { low: end(End::Low)?, high: end(End::High)? })
    }
}

impl Fraction {
    fn plus(self, other: Fraction) -> Fraction {
        Fraction { numerator: self.numerator + other.numerator, denominator: self.denominator + other.denominator }
    }

    /// How `adds` compares with the value.
    fn compared_with(self, adds: u64) -> Ordering {
        (u128::from(adds) * u128::from(self.denominator)).cmp(&u128::from(self.numerator))
    }
}

/// The extreme value. Whoever must count adds the most, or the least. Of those who may be left out, whoever would add
/// more than the value so far (or less) counts too, the most helpful first: for a mean that is exact.
fn extreme(numerator: u64, denominator: u64, doubtful: &[Possible], best: u8, end: End) -> Option<Fraction> {
    let mut sum = Fraction { numerator, denominator };
    let mut optional = Vec::new();
    for possible in doubtful {
        let Some((least, most)) = possible.adds else { continue };
        let adds = u64::from(if end == End::High { most } else { least });
        if possible.out {
            optional.push(adds);
        } else {
            sum = sum.plus(Fraction { numerator: adds, denominator: 1 });
        }
    }
    optional.sort_unstable();
    if end == End::High {
        optional.reverse();
    }
    let (helpful, furthest) = match end {
        End::Low => (Ordering::Less, 0),
        End::High => (Ordering::Greater, u64::from(best)),
    };
    for adds in optional {
        if sum.denominator == 0 || adds == furthest || sum.compared_with(adds) == helpful {
            sum = sum.plus(Fraction { numerator: adds, denominator: 1 });
        }
    }
    (sum.denominator > 0).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ends(numerator: u64, denominator: u64, doubtful: &[Possible]) -> Option<[(u64, u64); 2]> {
        let range = Range::of(numerator, denominator, doubtful, 1)?;
        Some([range.low, range.high].map(|end| (end.numerator, end.denominator)))
    }

    #[test]
    fn each_end_takes_the_answer_that_moves_it_most() {
        // Six of eight pass for certain, and one child each could be anything, in or out, or not or out.
        assert_eq!(ends(6, 8, &[]), Some([(6, 8), (6, 8)]));
        assert_eq!(ends(6, 8, &[Possible::ANY]), Some([(6, 9), (7, 9)]));
        let in_or_out = Possible { out: true, adds: Some((1, 1)) };
        assert_eq!(ends(6, 8, &[in_or_out]), Some([(6, 8), (7, 9)]));
        let not_or_out = Possible { out: true, adds: Some((0, 0)) };
        assert_eq!(ends(6, 8, &[not_or_out]), Some([(6, 9), (6, 8)]));
        assert_eq!(ends(6, 8, &[Possible::COUNTED, Possible::COUNTED]), Some([(6, 10), (8, 10)]));
    }

    #[test]
    fn a_choice_without_a_child_has_no_value() {
        assert_eq!(ends(0, 0, &[]), None);
        assert_eq!(ends(0, 0, &[Possible::only(None)]), None);
        let not_or_out = Possible { out: true, adds: Some((0, 0)) };
        assert_eq!(ends(0, 0, &[not_or_out]), Some([(0, 1), (0, 1)]));
    }

    #[test]
    fn a_doubtful_score_is_anything_up_to_forty_or_none() {
        // 98 over four, and four lines that cannot be read: 98/8 to 258/8.
        let range = Range::of(98, 4, &[Possible::ANY_SCORE; 4], 40).unwrap();
        assert_eq!((range.low.numerator, range.low.denominator), (98, 8));
        assert_eq!((range.high.numerator, range.high.denominator), (258, 8));
    }

    /// Every choice, one by one.
    fn by_trial(numerator: u64, denominator: u64, doubtful: &[Possible]) -> Option<(Fraction, Fraction)> {
        let mut sums = vec![Fraction { numerator, denominator }];
        for possible in doubtful {
            let mut adds: Vec<Option<u8>> = if possible.out { vec![None] } else { Vec::new() };
            adds.extend(possible.adds.into_iter().flat_map(|(least, most)| [Some(least), Some(most)]));
            let one_more = |sum: &Fraction, adds: &Option<u8>| match adds {
                None => *sum,
                Some(adds) => sum.plus(Fraction { numerator: (*adds).into(), denominator: 1 }),
            };
            sums = sums.iter().flat_map(|sum| adds.iter().map(move |adds| one_more(sum, adds))).collect();
        }
        sums.retain(|sum| sum.denominator > 0);
        let value = |sum: &Fraction| sum.numerator * 720_720 / sum.denominator;
        Some((*sums.iter().min_by_key(|sum| value(sum))?, *sums.iter().max_by_key(|sum| value(sum))?))
    }

    fn possible() -> impl Strategy<Value = Possible> {
        (any::<bool>(), proptest::option::of((0u8..=40, 0u8..=40)))
            .prop_filter("some answer", |(out, adds)| *out || adds.is_some())
            .prop_map(|(out, adds)| Possible { out, adds: adds.map(|(one, other)| (one.min(other), one.max(other))) })
    }

    proptest! {
        #[test]
        fn no_choice_lies_outside_the_range(
            scores in proptest::collection::vec(0u64..=40, 0..4),
            doubtful in proptest::collection::vec(possible(), 0..6),
        ) {
            let (numerator, denominator) = (scores.iter().sum(), scores.len() as u64);
            let range = Range::of(numerator, denominator, &doubtful, 40);
            let tried = by_trial(numerator, denominator, &doubtful);
            prop_assert_eq!(range.is_some(), tried.is_some());
            if let (Some(range), Some((low, high))) = (range, tried) {
                let same = |one: Fraction, other: Fraction| {
                    one.numerator * other.denominator == other.numerator * one.denominator
                };
                prop_assert!(same(range.low, low), "{:?} {:?}", range.low, low);
                prop_assert!(same(range.high, high), "{:?} {:?}", range.high, high);
            }
        }
    }
}
