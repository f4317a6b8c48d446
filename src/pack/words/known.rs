//! Whether a figure is shown, and its numbers in words.

use crate::pack::OfIndicator;
use crate::printed::{Numbers, Printed};
use crate::rounding::Tenths;
use crate::unit::Unit;
use crate::wording::number::shown;

/// With fewer children than this, one more or less moves a percentage by more than five points.
pub(crate) const FEW: i64 = 20;

/// Whether a figure is shown, and if not, why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// It is shown.
    Shown,
    /// It is hidden to protect children.
    Hidden,
    /// Nobody is in the denominator.
    Nobody,
    /// It could not be calculated.
    NotAvailable,
}

impl Known {
    /// From the numbers of a figure.
    pub fn of(numbers: &Numbers) -> Known {
        let all = numbers.list();
        match numbers.value {
            Printed::Number(_) | Printed::RoundsToNought => Known::Shown,
            _ if all.contains(&Printed::Confidential) => Known::Hidden,
            _ if all.contains(&Printed::NotAvailable) => Known::NotAvailable,
            _ => Known::Nobody,
        }
    }
}

/// A value in tenths, or what stands for it: `10.7%`, `a figure that rounds to zero`; none where it has neither.
pub(crate) fn value_in_words(value: Printed, unit: Unit) -> Option<String> {
    match value {
        Printed::Number(tenths) => Some(shown(Tenths(tenths), unit)),
        Printed::RoundsToNought => Some("a figure that rounds to zero".to_owned()),
        Printed::Confidential | Printed::NotApplicable | Printed::NotAvailable => None,
    }
}

/// Whether the figure is of so few children that each counts for much.
pub(crate) fn is_of_few(of: &OfIndicator) -> bool {
    matches!(of.numbers.denominator, Printed::Number(number) if number < FEW)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_figure_is_known_by_its_symbols() {
        use Printed::{Confidential, NotApplicable, NotAvailable, Number, RoundsToNought};
        let numbers = |[numerator, denominator, value, lower, upper]: [Printed; 5]| {
            Known::of(&Numbers { numerator, denominator, value, lower, upper })
        };
        for (five, known) in [
            ([Number(19), Number(168), Number(113), Number(74), Number(170)], Known::Shown),
            ([NotApplicable, Number(1), Number(140), NotApplicable, NotApplicable], Known::Shown),
            ([RoundsToNought, Number(20_000), RoundsToNought, RoundsToNought, Number(1)], Known::Shown),
            ([Confidential, Number(168), Confidential, Confidential, Confidential], Known::Hidden),
            ([NotApplicable, Confidential, NotApplicable, NotApplicable, NotApplicable], Known::Hidden),
            ([Number(0), Number(0), NotApplicable, NotApplicable, NotApplicable], Known::Nobody),
            ([NotAvailable; 5], Known::NotAvailable),
            ([Confidential; 5], Known::Hidden),
            ([NotApplicable; 5], Known::Nobody),
        ] {
            assert_eq!(numbers(five), known, "{five:?}");
        }
    }
}
