//! The values that charts show, and their 95% limits.

use super::number::ShownNumber;
use crate::printed::Printed;
use crate::rounding::Tenths;
use crate::statistics::Interval;
use crate::unit::Unit;

/// A value in a chart, or why there is no number. A hidden value carries no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// A number, rounded.
    Shown(Tenths),
    /// There is a number, but readers of the chart may not see it.
    Hidden,
    /// There is no number because the denominator is zero.
    Nobody,
    /// There is no number because it could not be calculated.
    NotAvailable,
}

impl Value {
    /// The number, where it is shown.
    pub fn number(self) -> Option<Tenths> {
        match self {
            Value::Shown(number) => Some(number),
            Value::Hidden | Value::Nobody | Value::NotAvailable => None,
        }
    }

    /// Whether there is no number at all, shown or hidden.
    pub(crate) fn is_missing(self) -> bool {
        matches!(self, Value::Nobody | Value::NotAvailable)
    }

    /// The symbol that stands in for a number, with its word, as on pages; none where the number is shown.
    pub(crate) fn symbol(self) -> Option<ShownNumber> {
        self.number().is_none().then(|| ShownNumber::count(self.into()))
    }

    /// `10.7%`, `[c] confidential`, `[x] not available`.
    pub(crate) fn in_words(self, unit: Unit) -> String {
        ShownNumber::value(self.into(), unit).in_words()
    }
}

impl From<Printed> for Value {
    fn from(printed: Printed) -> Value {
        match printed {
            Printed::Number(tenths) => Value::Shown(Tenths(tenths)),
            Printed::RoundsToNought => Value::Shown(Tenths(0)),
            Printed::Confidential => Value::Hidden,
            Printed::NotApplicable => Value::Nobody,
            Printed::NotAvailable => Value::NotAvailable,
        }
    }
}

impl From<Value> for Printed {
    fn from(value: Value) -> Printed {
        match value {
            Value::Shown(Tenths(tenths)) => Printed::Number(tenths),
            Value::Hidden => Printed::Confidential,
            Value::Nobody => Printed::NotApplicable,
            Value::NotAvailable => Printed::NotAvailable,
        }
    }
}

/// The limits of an interval, rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The lower limit.
    pub lower: Tenths,
    /// The upper limit.
    pub upper: Tenths,
}

impl Limits {
    /// `41.9% to 95.3%`, each end as `shown` has it.
    pub(crate) fn in_words(self, shown: impl Fn(Tenths) -> String) -> String {
        format!("{} to {}", shown(self.lower), shown(self.upper))
    }
}

impl From<Interval> for Limits {
    fn from(Interval { lower, upper }: Interval) -> Limits {
        Limits { lower: Tenths::of(lower), upper: Tenths::of(upper) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn charts_have_the_symbols_and_words_of_pages() {
        for (value, words) in [
            (Value::Shown(Tenths(107)), "10.7%"),
            (Value::Hidden, "[c] confidential"),
            (Value::Nobody, "[z] not applicable"),
            (Value::NotAvailable, "[x] not available"),
        ] {
            assert_eq!(value.in_words(Unit::Percent), words);
            assert_eq!(
                value.symbol().map(|symbol| symbol.in_words()),
                value.number().is_none().then(|| words.to_owned())
            );
            assert_eq!(Value::from(Printed::from(value)), value);
        }
    }
}
