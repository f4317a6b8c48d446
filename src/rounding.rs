//! Rounding once, half up, from whole numbers, with no binary fractions.

use crate::decimal::Decimal;
use crate::unit::Unit;
use std::fmt;

/// A number with one decimal, in tenths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tenths(pub i64);

impl Tenths {
    /// A difference with its sign: `+5.4`, `-0.5`, `0.0`.
    pub(crate) fn signed(self) -> String {
        if self.0 > 0 { format!("+{self}") } else { self.to_string() }
    }

    /// Rounds a number that is not a fraction of whole numbers, such as the bound of an interval, half away from zero.
    pub(crate) fn of(number: f64) -> Tenths {
        Tenths(((10.0 * number.abs() + 0.5).floor() * number.signum()) as i64)
    }

    /// The nearest binary number, for charts.
    pub fn as_f64(self) -> f64 {
        self.0 as f64 / 10.0
    }
}

/// With its one decimal: `10.7`, `-0.5`.
impl fmt::Display for Tenths {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let size = self.0.unsigned_abs();
        write!(formatter, "{sign}{}.{}", size / 10, size % 10)
    }
}

/// The value of a figure: `100 x numerator / denominator`, or the mean score. `None` if the denominator is zero.
pub(crate) fn value(unit: Unit, numerator: u64, denominator: u64) -> Option<Tenths> {
    tenths(unit.times() * i128::from(numerator), i128::from(denominator))
}

/// How many of so many: `times x numerator / denominator`. `None` if the denominator is zero.
pub(crate) fn per(times: u32, numerator: u64, denominator: u64) -> Option<Tenths> {
    tenths(i128::from(times) * i128::from(numerator), i128::from(denominator))
}

/// The value of a figure, rounded once to this many decimals. `None` if the denominator is zero.
pub(crate) fn rounded(unit: Unit, (numerator, denominator): (u64, u64), decimals: u8) -> Option<Decimal> {
    Decimal::rounded(unit.times() * i128::from(numerator), denominator.into(), decimals)
}

/// `(value - target) x 1000 x denominator`, with the target in thousandths: positive if the unrounded value is above
/// the target.
pub(crate) fn excess(unit: Unit, numerator: u64, denominator: u64, target: i64) -> i128 {
    1000 * unit.times() * i128::from(numerator) - i128::from(target) * i128::from(denominator)
}

/// A fraction rounded to tenths. `None` if `bottom` is not positive, or the result is too large.
pub(crate) fn tenths(top: i128, bottom: i128) -> Option<Tenths> {
    Decimal::rounded(top, bottom, 1).map(|rounded| Tenths(rounded.digits()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_difference_has_its_sign_and_zero_has_none() {
        for (difference, expected) in [(54, "+5.4"), (-5, "-0.5"), (0, "0.0"), (100, "+10.0")] {
            assert_eq!(Tenths(difference).signed(), expected);
        }
    }

    #[test]
    fn halves_go_up() {
        for (numerator, denominator, expected) in [
            (1, 3, "33.3"),
            (2, 3, "66.7"),
            (1, 800, "0.1"),  // 0.125
            (1, 2000, "0.1"), // 0.05
            (1, 2001, "0.0"),
            (0, 7, "0.0"),
            (7, 7, "100.0"),
            (1, 16, "6.3"),  // 6.25
            (3, 16, "18.8"), // 18.75
        ] {
            assert_eq!(value(Unit::Percent, numerator, denominator).unwrap().to_string(), expected);
        }
        assert_eq!(value(Unit::Score, 557, 40).unwrap().to_string(), "13.9"); // 13.925
        assert_eq!(value(Unit::Percent, 0, 0), None);
    }

    #[test]
    fn bounds_are_rounded_half_up_too() {
        for (number, expected) in
            [(0.0, "0.0"), (12.25, "12.3"), (12.249_999, "12.2"), (100.0, "100.0"), (-0.75, "-0.8")]
        {
            assert_eq!(Tenths::of(number).to_string(), expected);
        }
    }

    #[test]
    fn the_gap_to_a_target_is_from_the_unrounded_value() {
        let above = |target| tenths(excess(Unit::Percent, 1, 3, target), 3000).unwrap().to_string();
        assert_eq!(above(33_300), "0.0");
        assert_eq!(above(60_000), "-26.7");
        assert!(excess(Unit::Percent, 5996, 10_000, 60_000) < 0, "59.96 does not reach 60");
        assert_eq!(excess(Unit::Percent, 3, 5, 60_000), 0);
    }

    proptest! {
        #[test]
        fn rounding_moves_a_value_by_half_a_tenth_at_most(numerator in 0u64..5_000, denominator in 1u64..5_000) {
            let tenths = i128::from(value(Unit::Percent, numerator, denominator).unwrap().0);
            let (exact, half) = (1000 * i128::from(numerator), i128::from(denominator));
            let off = 2 * (tenths * i128::from(denominator) - exact);
            prop_assert!(-half < off && off <= half);
        }
    }
}
