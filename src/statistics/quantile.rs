//! Quantiles, and the quarter in which a value lies.

use crate::unit::Good;

/// The quantile of sorted values at `part`, by linear interpolation (type 7). `None` if there are no values, or `part`
/// is not between 0 and 1.
///
/// With `h = (n - 1) part`, counting from zero: `x[floor h] + (h - floor h) (x[floor h + 1] - x[floor h])`.
///
/// Hyndman RJ, Fan Y (1996). Sample quantiles in statistical packages. The American Statistician 50:361-365.
pub fn quantile(in_order: &[f64], part: f64) -> Option<f64> {
    if !(0.0..=1.0).contains(&part) {
        return None;
    }
    let position = in_order.len().checked_sub(1)? as f64 * part;
    let below = in_order.get(position.floor() as usize)?;
    let above = in_order.get(position.ceil() as usize)?;
    Some(below + position.fract() * (above - below))
}

/// The quarter of authorities in which one lies, from the best (A) to the worst (D).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each is the band of the same name")]
pub enum Band {
    A,
    B,
    C,
    D,
}

impl Band {
    /// As in the tables.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Band::A => "A",
            Band::B => "B",
            Band::C => "C",
            Band::D => "D",
        }
    }
}

/// The edges between bands: the lower quartile, the median and the upper quartile of unrounded values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quartiles(pub [f64; 3]);

impl Quartiles {
    /// The quartiles of values in any order, by [`quantile`]. `None` if there are no values.
    pub fn of(values: &[f64]) -> Option<Quartiles> {
        let mut values = values.to_vec();
        values.sort_by(f64::total_cmp);
        Some(Quartiles([quantile(&values, 0.25)?, quantile(&values, 0.5)?, quantile(&values, 0.75)?]))
    }

    /// The band of a value. A value on an edge counts as below it, which is the better band if lower is better and the
    /// worse one if high is, as in the Department for Education's local authority interactive tool (LAIT).
    pub fn band(&self, value: f64, good: Good) -> Band {
        let from_below = self.0.iter().filter(|edge| value > **edge).count();
        let from_best = match good {
            Good::Low => from_below,
            Good::High => self.0.len() - from_below,
        };
        match from_best {
            0 => Band::A,
            1 => Band::B,
            2 => Band::C,
            _ => Band::D,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn quartiles_of_six_by_hand() {
        // Positions 1.25, 2.5 and 3.75, counting from zero.
        let Quartiles(edges) = Quartiles::of(&[60.0, 10.0, 30.0, 20.0, 50.0, 40.0]).unwrap();
        assert_eq!(edges, [22.5, 35.0, 47.5]);
    }

    #[test]
    fn one_value_is_every_quantile_and_none_has_none() {
        assert_eq!(Quartiles::of(&[74.1]), Some(Quartiles([74.1; 3])));
        assert_eq!(Quartiles::of(&[]), None);
        assert_eq!([quantile(&[1.0], -0.1), quantile(&[1.0], 1.1), quantile(&[], 0.5)], [None; 3]);
    }

    #[test]
    fn a_value_on_an_edge_counts_as_below_it() {
        let quartiles = Quartiles([25.0, 50.0, 75.0]);
        let bands = |good| [0.0, 25.0, 25.1, 50.0, 75.0, 100.0].map(|value| quartiles.band(value, good));
        assert_eq!(bands(Good::Low), [Band::A, Band::A, Band::B, Band::B, Band::C, Band::D]);
        assert_eq!(bands(Good::High), [Band::D, Band::D, Band::C, Band::C, Band::B, Band::A]);
    }

    proptest! {
        #[test]
        fn quantiles_increase_with_their_part(
            mut values in prop::collection::vec(0.0..100.0, 1..40), one in 0.0..=1.0, other in 0.0..=1.0,
        ) {
            values.sort_by(f64::total_cmp);
            let (less, more): (f64, f64) = if one < other { (one, other) } else { (other, one) };
            prop_assert!(quantile(&values, less).unwrap() <= quantile(&values, more).unwrap() + 1e-12);
            prop_assert_eq!(quantile(&values, 0.0), values.first().copied());
            prop_assert_eq!(quantile(&values, 1.0), values.last().copied());
        }
    }
}
