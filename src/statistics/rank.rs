//! The place of a value among others.

use crate::unit::Good;

/// The place of each value, from one for the best; equal values share the best place and the next place follows as
/// many later. What has no value has no place.
pub fn ranks(values: &[Option<f64>], good: Good) -> Vec<Option<usize>> {
    let better = |one: f64, other: f64| match good {
        Good::High => one > other,
        Good::Low => one < other,
    };
    let place = |value: f64| 1 + values.iter().flatten().filter(|other| better(**other, value)).count();
    values.iter().map(|value| value.map(place)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn equal_values_share_the_best_place() {
        let values = [Some(10.0), Some(20.0), None, Some(20.0), Some(30.0)];
        assert_eq!(ranks(&values, Good::High), [Some(4), Some(2), None, Some(2), Some(1)]);
        assert_eq!(ranks(&values, Good::Low), [Some(1), Some(2), None, Some(2), Some(4)]);
    }

    #[test]
    fn equal_fractions_share_a_place_whatever_their_size() {
        assert_eq!(ranks(&[Some(1.0 / 3.0), Some(37.0 / 111.0)], Good::High), [Some(1), Some(1)]);
        assert_eq!(ranks(&[], Good::High), []);
    }

    proptest! {
        #[test]
        fn places_run_from_one_and_none_is_lost(values in prop::collection::vec(0u32..9, 1..40)) {
            let values: Vec<Option<f64>> = values.into_iter().map(|value| Some(value.into())).collect();
            let mut places: Vec<usize> = ranks(&values, Good::Low).into_iter().flatten().collect();
            places.sort_unstable();
            prop_assert_eq!(places.len(), values.len());
            for (before, place) in places.iter().enumerate() {
                let first_of_tie = places.partition_point(|other| other < place);
                prop_assert!(*place == first_of_tie + 1 && *place <= before + 1);
            }
        }
    }
}
