//! The bulk of values, which a scale follows: a few that lie far out would press all others together.
//!
//! Tukey JW (1977). Exploratory Data Analysis. Reading: Addison-Wesley: a value is far out that lies more than three times
//! the distance between the quartiles beyond the nearer of them.

use crate::rounding::Tenths;

/// With fewer values than this, none is far out.
const FEWEST: usize = 8;

/// The lowest and the highest value that is not far out; none without a value.
pub(crate) fn bulk(values: impl Iterator<Item = Tenths>) -> Option<[Tenths; 2]> {
    let mut values: Vec<Tenths> = values.collect();
    values.sort_unstable();
    let (first, last) = (*values.first()?, *values.last()?);
    let [lower, upper] = [1, 3].map(|quarter| values[(values.len() - 1) * quarter / 4].0);
    let reach = 3 * (upper - lower);
    if values.len() < FEWEST || reach == 0 {
        return Some([first, last]);
    }
    let is_near = |value: &&Tenths| (lower - reach..=upper + reach).contains(&value.0);
    Some([*values.iter().find(is_near)?, *values.iter().rev().find(is_near)?])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(values: &[i64]) -> Option<[i64; 2]> {
        bulk(values.iter().map(|value| Tenths(*value))).map(|ends| ends.map(|end| end.0))
    }

    #[test]
    fn what_lies_far_out_is_left_out() {
        // Quartiles 93 and 108: far out is below 48 and above 153.
        let values = [90, 91, 93, 95, 100, 105, 108, 110, 153];
        assert_eq!(of(&values), Some([90, 153]));
        assert_eq!(of(&[&values[..], &[800]].concat()), Some([90, 153]));
        assert_eq!(of(&[0, 90, 91, 93, 95, 100, 105, 108, 110]), Some([90, 110]));
    }

    #[test]
    fn of_few_values_or_of_values_that_hardly_differ_none_is_far_out() {
        assert_eq!(of(&[90, 91, 92, 93, 94, 95, 800]), Some([90, 800]));
        assert_eq!(of(&[0, 0, 0, 0, 0, 0, 0, 0, 40]), Some([0, 40]));
        assert_eq!(of(&[]), None);
    }
}
