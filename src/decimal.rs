//! Numbers exactly as they are printed.
//!
//! Ours rather than a library's, because a published table's numbers are read strictly (no sign, exponent or `.5`) and
//! a quotient of counts is rounded once, from whole numbers; that leaves little for a library to do.

use std::cmp::Ordering;
use std::fmt;

/// The most decimals of a number.
pub(crate) const MOST_DECIMALS: usize = 6;

/// The most digits that are read before and after the point: more than any figure has.
const LONGEST: [usize; 2] = [9, MOST_DECIMALS];

/// A number with its printed decimals. `10.7` and `10.70` are equal, but each is shown as it was printed.
#[derive(Debug, Clone, Copy)]
pub struct Decimal {
    /// The number without its point.
    digits: i64,
    /// How many of the digits are after the point.
    decimals: u8,
}

impl Decimal {
    /// Reads digits with or without a point between them: `10.7`, `40.0`, `12`. Anything else is `None`, including a
    /// number with a sign.
    pub(crate) fn read(text: &str) -> Option<Decimal> {
        let (whole, fraction) = match text.split_once('.') {
            Some((_, "")) => return None,
            Some(parts) => parts,
            None => (text, ""),
        };
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty()
            || whole.len() > LONGEST[0]
            || fraction.len() > LONGEST[1]
            || !digits(whole)
            || !digits(fraction)
        {
            return None;
        }
        let all = whole.bytes().chain(fraction.bytes());
        let digits = all.fold(0, |number, digit| 10 * number + i64::from(digit - b'0'));
        Some(Decimal { digits, decimals: fraction.len() as u8 })
    }

    /// A whole number.
    pub(crate) fn whole(number: u32) -> Decimal {
        Decimal { digits: number.into(), decimals: 0 }
    }

    /// The quotient of two whole numbers, rounded to this many decimals with halves away from zero. `None` if `bottom`
    /// is not positive, the number is too large, or there are more than six decimals.
    pub(crate) fn rounded(top: i128, bottom: i128, decimals: u8) -> Option<Decimal> {
        if bottom <= 0 || usize::from(decimals) > LONGEST[1] {
            return None;
        }
        let twice = top.checked_abs()?.checked_mul(2 * power(decimals))?;
        let size = twice.checked_add(bottom)? / (2 * bottom);
        i64::try_from(size * top.signum()).ok().map(|digits| Decimal { digits, decimals })
    }

    /// The number without its point: tenths if it has one decimal.
    pub(crate) fn digits(self) -> i64 {
        self.digits
    }

    /// How many decimals it has.
    pub(crate) fn decimals(self) -> u8 {
        self.decimals
    }

    /// This number less another, with the decimals of the one that has more. `None` if that is too large.
    pub(crate) fn above(self, other: Decimal) -> Option<Decimal> {
        let (one, another) = self.alike(other);
        let digits = i64::try_from(one - another).ok()?;
        Some(Decimal { digits, decimals: self.decimals.max(other.decimals) })
    }

    /// The number without its sign.
    pub(crate) fn size(self) -> Decimal {
        Decimal { digits: self.digits.saturating_abs(), decimals: self.decimals }
    }

    /// The nearest binary number, for charts.
    pub(crate) fn as_f64(self) -> f64 {
        self.digits as f64 / power(self.decimals) as f64
    }

    /// Both numbers without their points, with the same decimals.
    fn alike(self, other: Decimal) -> (i128, i128) {
        let decimals = self.decimals.max(other.decimals);
        let scaled = |number: Decimal| i128::from(number.digits) * power(decimals - number.decimals);
        (scaled(self), scaled(other))
    }
}

fn power(decimals: u8) -> i128 {
    10_i128.pow(decimals.into())
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Decimal) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Decimal) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Decimal) -> Ordering {
        let (one, other) = self.alike(*other);
        one.cmp(&other)
    }
}

/// As it was printed: `10.7`, `40.0`, `-0.5`.
impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.digits < 0 { "-" } else { "" };
        let (size, decimals) = (i128::from(self.digits).abs(), usize::from(self.decimals));
        let (whole, fraction) = (size / power(self.decimals), size % power(self.decimals));
        match decimals {
            0 => write!(formatter, "{sign}{whole}"),
            _ => write!(formatter, "{sign}{whole}.{fraction:0decimals$}"),
        }
    }
}

/// A count with commas between thousands: `1,234`.
pub(crate) fn with_commas(count: i64) -> String {
    let digits = count.unsigned_abs().to_string();
    let mut text = if count < 0 { "-".to_owned() } else { String::new() };
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_over_999_have_commas() {
        let texts = [0, 7, 999, 1_000, 12_345, 1_234_567, -1_000].map(with_commas);
        assert_eq!(texts, ["0", "7", "999", "1,000", "12,345", "1,234,567", "-1,000"]);
    }

    #[test]
    fn a_number_is_shown_as_it_was_printed_and_compared_by_what_it_is() {
        for text in ["10.7", "40.0", "0", "0.05", "100", "0.000001"] {
            assert_eq!(Decimal::read(text).unwrap().to_string(), text);
        }
        let [one, other] = ["10.7", "10.70"].map(|text| Decimal::read(text).unwrap());
        assert_eq!(one, other);
        assert!(Decimal::read("10.69") < Some(one) && Decimal::read("9.99").unwrap() < Decimal::whole(10));
        assert_eq!(one.as_f64(), 10.7);
    }

    #[test]
    fn a_difference_has_the_decimals_of_the_finer_number() {
        for (one, other, above, size) in
            [("10.7", "10.75", "-0.05", "0.05"), ("11", "10.7", "0.3", "0.3"), ("5.0", "5", "0.0", "0.0")]
        {
            let [one, other] = [one, other].map(|text| Decimal::read(text).unwrap());
            let difference = one.above(other).unwrap();
            assert_eq!((difference.to_string(), difference.size().to_string()), (above.to_owned(), size.to_owned()));
        }
    }

    #[test]
    fn anything_else_is_not_a_number() {
        for text in ["", ".", ".5", "5.", "-1", "+1", "1,158", "1e2", "62%", "1.2.3", "1234567890", "0.1234567"] {
            assert!(Decimal::read(text).is_none(), "{text}");
        }
    }

    #[test]
    fn halves_go_up_at_any_number_of_decimals() {
        for (top, bottom, decimals, expected) in
            [(125, 1000, 2, "0.13"), (124, 1000, 2, "0.12"), (1, 2, 0, "1"), (-1, 2, 0, "-1"), (-5, 100, 1, "-0.1")]
        {
            assert_eq!(Decimal::rounded(top, bottom, decimals).unwrap().to_string(), expected);
        }
        assert!(Decimal::rounded(1, 0, 1).is_none());
        for (top, decimals) in [(i128::MAX, 1), (i128::MIN, 1), (1, 7)] {
            assert!(Decimal::rounded(top, 1, decimals).is_none());
        }
    }
}
