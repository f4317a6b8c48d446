//! Ranks.

use crate::unit::Good;

/// The rank of each value, with 1 for the best. Equal values share the best of their ranks, and the ranks after it are
/// skipped, as in 1, 2, 2, 4. A missing value has no rank.
pub fn ranks(values: &[Option<f64>], good: Good) -> Vec<Option<usize>> {
    let better = |one: f64, other: f64| match good {
        Good::High => one > other,
        Good::Low => one < other,
    };
    let rank = |value: f64| 1 + values.iter().flatten().filter(|other| better(**other, value)).count();
    values.iter().map(|value| value.map(rank)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn equal_values_share_the_best_rank() {
        let values = [Some(10.0), Some(20.0), None, Some(20.0), Some(30.0)];
        assert_eq!(ranks(&values, Good::High), [Some(4), Some(2), None, Some(2), Some(1)]);
        assert_eq!(ranks(&values, Good::Low), [Some(1), Some(2), None, Some(2), Some(4)]);
    }

    #[test]
    fn equal_fractions_share_a_rank_whatever_their_size() {
        assert_eq!(ranks(&[Some(1.0 / 3.0), Some(37.0 / 111.0)], Good::High), [Some(1), Some(1)]);
        assert_eq!(ranks(&[], Good::High), []);
    }

    proptest! {
        #[test]
        fn ranks_start_at_one_and_none_is_missing(values in prop::collection::vec(0u32..9, 1..40)) {
            let values: Vec<Option<f64>> = values.into_iter().map(|value| Some(value.into())).collect();
            let mut ranks: Vec<usize> = ranks(&values, Good::Low).into_iter().flatten().collect();
            ranks.sort_unstable();
            prop_assert_eq!(ranks.len(), values.len());
            for (before, rank) in ranks.iter().enumerate() {
                let first_of_tie = ranks.partition_point(|other| other < rank);
                prop_assert!(*rank == first_of_tie + 1 && *rank <= before + 1);
            }
        }
    }
}
