//! Where a place stands among others: its rank and band, and the ranks that chance allows.

use crate::statistics::difference::{Fraction, fisher_if_small, square_and_add};
use crate::statistics::quantile::{Band, Quartiles};
use crate::statistics::rank::ranks;
use crate::statistics::{Confidence, Interval};
use crate::unit::Good;

/// One of the values that are ranked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Ranked {
    /// Its value, not rounded.
    pub value: f64,
    /// Its 95% interval; none where the counts behind it are not known.
    pub interval: Option<Interval>,
    /// The counts of a percentage; none of a mean score, or where they are not known.
    pub counts: Option<Fraction>,
}

impl Ranked {
    /// Whether the exact test, where counts are small, lets two differ.
    fn may_differ(&self, other: &Ranked) -> bool {
        let p = self.counts.zip(other.counts).and_then(|(one, other)| fisher_if_small(one, other));
        p.is_none_or(|p| p < 2.0 * Confidence::Percent95.tail())
    }
}

/// The rank of one value among others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// 1 for the best; equal values share the best rank.
    pub rank: usize,
    /// How many are ranked.
    pub of: usize,
    /// How many share it.
    pub sharing: usize,
    /// The quarter in which it lies; none among fewer than four.
    pub band: Option<Band>,
    /// The ranks that the uncertainty allows; none where its counts are not known.
    pub allowed: Option<Allowed>,
}

/// The ranks that the uncertainty allows at 95%.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowed {
    /// One more than the number that are significantly better.
    pub best: usize,
    /// All but the number that are significantly worse.
    pub worst: usize,
    /// How many others cannot be told apart from this one.
    pub not_told_apart: usize,
}

/// Fewer values than this have no quarters.
pub(crate) const LEAST_FOR_BANDS: usize = 4;

/// The rank of each, in the order given. Two can be told apart where the interval of their difference, by
/// [`square_and_add`], excludes zero, and Fisher's exact test agrees where counts are small; one whose counts are not known cannot be told apart from any.
pub(crate) fn places(ranked: &[Ranked], good: Good) -> Vec<Place> {
    let values: Vec<f64> = ranked.iter().map(|one| one.value).collect();
    let quartiles = quartiles(&values);
    let ranks = ranks(&values.iter().copied().map(Some).collect::<Vec<_>>(), good);
    let place = |(one, rank): (&Ranked, Option<usize>)| {
        Some(Place {
            rank: rank?,
            of: values.len(),
            sharing: values.iter().filter(|value| **value == one.value).count(),
            band: quartiles.map(|quartiles| quartiles.band(one.value, good)),
            allowed: allowed(one, ranked, good),
        })
    };
    ranked.iter().zip(ranks).filter_map(place).collect()
}

/// Where one of the values would lie with another in its stead, the others as they are: in which band or, among so few that
/// there are none, at which rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lies {
    /// In a band.
    In(Band),
    /// At a rank.
    At(Option<usize>),
}

/// Where the value at a place among those that are ranked would lie, were it another.
pub(crate) fn would_lie(at: usize, value: f64, ranked: &[Ranked], good: Good) -> Lies {
    let others = ranked.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, one)| one.value);
    let values: Vec<f64> = std::iter::once(value).chain(others).collect();
    match quartiles(&values) {
        Some(quartiles) => Lies::In(quartiles.band(value, good)),
        None => {
            let ranks = ranks(&values.iter().copied().map(Some).collect::<Vec<_>>(), good);
            Lies::At(ranks.first().copied().flatten())
        }
    }
}

/// The edges between bands; none among too few.
fn quartiles(values: &[f64]) -> Option<Quartiles> {
    Quartiles::of(values).filter(|_| values.len() >= LEAST_FOR_BANDS)
}

fn allowed(one: &Ranked, ranked: &[Ranked], good: Good) -> Option<Allowed> {
    let own = one.interval?;
    let (mut better, mut worse) = (0, 0);
    for other in ranked {
        let Some(interval) = other.interval else { continue };
        let difference = square_and_add((other.value, interval), (one.value, own));
        let (is_better, is_worse) = match good {
            Good::High => (difference.lower > 0.0, difference.upper < 0.0),
            Good::Low => (difference.upper < 0.0, difference.lower > 0.0),
        };
        let differs = (is_better || is_worse) && other.may_differ(one);
        better += usize::from(is_better && differs);
        worse += usize::from(is_worse && differs);
    }
    let all = ranked.len();
    Some(Allowed { best: 1 + better, worst: all - worse, not_told_apart: all - 1 - better - worse })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::Confidence::Percent95;
    use crate::statistics::proportion::wilson;
    use proptest::prelude::*;

    fn of(count: u32, of: u32) -> Ranked {
        let interval = wilson(count.into(), of.into(), Percent95);
        let counts = Some(Fraction { count: count.into(), of: of.into() });
        Ranked { value: f64::from(count) / f64::from(of), interval, counts }
    }

    #[test]
    fn four_authorities_by_hand() {
        // 80 of 100 and 75 of 100 cannot be told apart; 30 and 20 of 100 cannot; the pairs can.
        let places = places(&[of(80, 100), of(75, 100), of(30, 100), of(20, 100)], Good::High);
        let ranks: Vec<usize> = places.iter().map(|place| place.rank).collect();
        assert_eq!(ranks, [1, 2, 3, 4]);
        let bands: Vec<_> = places.iter().map(|place| place.band.unwrap()).collect();
        assert_eq!(bands, [Band::A, Band::B, Band::C, Band::D]);
        let first = places[0].allowed.unwrap();
        assert_eq!(first, Allowed { best: 1, worst: 2, not_told_apart: 1 });
        assert_eq!(places[3].allowed.unwrap(), Allowed { best: 3, worst: 4, not_told_apart: 1 });
    }

    #[test]
    fn low_is_good_turns_places_round() {
        let places = places(&[of(80, 100), of(20, 100)], Good::Low);
        assert_eq!((places[0].rank, places[1].rank), (2, 1));
        assert_eq!(places[1].allowed.unwrap(), Allowed { best: 1, worst: 1, not_told_apart: 0 });
        let [three, four] = [3, 4].map(|all| super::places(&vec![of(1, 2); all], Good::Low)[0].band);
        assert_eq!((places[0].band, three), (None, None), "two and three have no quarters");
        assert_eq!(four, Some(Band::A));
    }

    #[test]
    fn a_value_lies_where_it_would_among_the_others() {
        // Of 10, 20, 30, 40, 50 the quartiles are 20, 30 and 40; a value on an edge lies below it, which is better here.
        let five: Vec<Ranked> = [10, 20, 30, 40, 50].map(|count| of(count, 1)).to_vec();
        let lies = |value| would_lie(2, value, &five, Good::Low);
        assert_eq!(
            [20.0, 30.0, 30.1, 39.9].map(lies),
            [Lies::In(Band::A), Lies::In(Band::B), Lies::In(Band::B), Lies::In(Band::B)]
        );
        // In place of 30, 40 is the median of 10, 20, 40, 40, 50, and its quartiles are 20, 40 and 40.
        assert_eq!([40.0, 45.0].map(lies), [Lies::In(Band::B), Lies::In(Band::C)]);
        // Three have no bands.
        let lies = |value| would_lie(1, value, &five[..3], Good::Low);
        assert_eq!([9.9, 10.0, 10.1, 30.0, 30.1].map(lies), [1, 1, 2, 2, 3].map(|rank| Lies::At(Some(rank))));
    }

    #[test]
    fn equal_values_share_the_best_place() {
        let places = places(&[of(1, 2), of(50, 100), of(9, 10)], Good::High);
        assert_eq!(
            places.iter().map(|place| (place.rank, place.sharing)).collect::<Vec<_>>(),
            [(2, 2), (2, 2), (1, 1)]
        );
    }

    #[test]
    fn small_counts_must_pass_fishers_test_too() {
        // 10 of 10 and 6 of 10: the interval is above nought, Fisher's probability is 0.0867; with 5 of 10 it is 0.0325.
        let apart = |count| places(&[of(10, 10), of(count, 10)], Good::High)[0].allowed.unwrap().not_told_apart == 0;
        assert_eq!([5, 6].map(apart), [true, false]);
    }

    #[test]
    fn equal_values_without_width_cannot_be_told_apart() {
        let certain = Ranked { value: 14.0, interval: Some(Interval { lower: 14.0, upper: 14.0 }), counts: None };
        for good in [Good::High, Good::Low] {
            let allowed = places(&[certain, certain], good)[0].allowed;
            assert_eq!(allowed, Some(Allowed { best: 1, worst: 2, not_told_apart: 1 }));
        }
    }

    #[test]
    fn one_without_counts_has_a_rank_and_is_told_apart_from_none() {
        let hidden = Ranked { value: 0.5, interval: None, counts: None };
        let places = places(&[of(99, 100), hidden, of(1, 100)], Good::High);
        assert_eq!((places[1].rank, places[1].allowed), (2, None));
        assert_eq!(places[0].allowed.unwrap(), Allowed { best: 1, worst: 2, not_told_apart: 1 });
        assert_eq!(super::places(&[], Good::High), []);
    }

    proptest! {
        #[test]
        fn a_rank_lies_in_the_range_that_is_allowed(counts in prop::collection::vec((0u32..=40, 0u32..=40), 1..20)) {
            let ranked: Vec<Ranked> = counts.into_iter().map(|(met, not)| of(met, (met + not).max(1))).collect();
            for place in places(&ranked, Good::High) {
                let allowed = place.allowed.unwrap();
                prop_assert!(allowed.best <= place.rank && place.rank + place.sharing - 1 <= allowed.worst);
                prop_assert_eq!(allowed.worst - allowed.best, allowed.not_told_apart);
            }
        }
    }
}
