//! Many comparisons at once: which remain significant.

/// Which of some probabilities are significant, all at once, at a level: the chance that any is by luck alone is at most that.
///
/// The probabilities are taken in order, the smallest first, of `m`: the first is held against `level / m`, the next against
/// `level / (m - 1)`, and so on; the first that is larger, and all after it, are not significant.
///
/// Holm S (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics 6:65-70.
pub fn holm(probabilities: &[f64], level: f64) -> Vec<bool> {
    let mut order: Vec<usize> = (0..probabilities.len()).collect();
    order.sort_by(|one, other| probabilities[*one].total_cmp(&probabilities[*other]));
    let mut significant = vec![false; probabilities.len()];
    for (left, place) in (1..=order.len()).rev().zip(order) {
        if probabilities[place].is_nan() || probabilities[place] > level / left as f64 {
            break;
        }
        significant[place] = true;
    }
    significant
}

#[cfg(test)]
mod tests {
    use super::holm;
    use proptest::prelude::*;

    #[test]
    fn the_smallest_is_held_against_the_hardest() {
        // 0.01 <= 0.05 / 4; 0.0166 <= 0.05 / 3; 0.03 > 0.05 / 2, and so is not, nor what comes after it.
        assert_eq!(holm(&[0.03, 0.01, 0.04, 0.0166], 0.05), [false, true, false, true]);
        assert_eq!(holm(&[0.05], 0.05), [true]);
        assert_eq!(holm(&[0.050_001], 0.05), [false]);
        assert_eq!(holm(&[], 0.05), [false; 0]);
    }

    proptest! {
        #[test]
        fn it_is_between_bonferroni_and_none(probabilities in prop::collection::vec(0.0..1.0f64, 1..12)) {
            let found = holm(&probabilities, 0.05);
            for (probability, is_significant) in probabilities.iter().zip(found) {
                prop_assert!(!is_significant || *probability <= 0.05);
                prop_assert!(is_significant || *probability > 0.05 / probabilities.len() as f64);
            }
        }
    }
}
