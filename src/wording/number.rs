//! Printed numbers as readers see them, and the symbols that stand in for them: the same on pages, in the workbook, in
//! the document and in charts.

use crate::decimal::with_commas;
use crate::printed::{Numbers, Printed, SYMBOLS};
use crate::rounding::Tenths;
use crate::unit::Unit;

/// A number as it is shown, or the symbol and word that stand in for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownNumber {
    /// `10.7%`, `1,210`, `[c]`.
    pub text: String,
    /// The word that goes with a symbol: `confidential`; blank for a number.
    pub word: &'static str,
}

impl ShownNumber {
    /// A value or a limit, in tenths.
    pub fn value(printed: Printed, unit: Unit) -> ShownNumber {
        ShownNumber::of(printed, |number| shown(Tenths(number), unit))
    }

    /// A count.
    pub fn count(printed: Printed) -> ShownNumber {
        ShownNumber::of(printed, with_commas)
    }

    /// The lower and upper limits, or the one symbol that stands for both.
    pub(crate) fn limits(numbers: &Numbers, unit: Unit) -> ShownNumber {
        let [lower, upper] = [numbers.lower, numbers.upper].map(|limit| ShownNumber::value(limit, unit));
        if !lower.word.is_empty() && lower == upper {
            return lower;
        }
        let word = if lower.word.is_empty() { upper.word } else { lower.word };
        ShownNumber { text: format!("{} to {}", lower.text, upper.text), word }
    }

    /// The text and its word: `10.7%`, `[c] confidential`.
    pub(crate) fn in_words(&self) -> String {
        [self.text.as_str(), self.word].join(" ").trim_end().to_owned()
    }

    fn of(printed: Printed, as_number: impl Fn(i64) -> String) -> ShownNumber {
        match (printed, symbol(printed)) {
            (Printed::Number(number), _) => ShownNumber { text: as_number(number), word: "" },
            (_, Some((text, meaning))) => ShownNumber { text, word: in_a_word(meaning) },
            (_, None) => ShownNumber { text: String::new(), word: "" },
        }
    }
}

/// `10.7%`, `13.9`.
pub fn shown(value: Tenths, unit: Unit) -> String {
    format!("{value}{}", unit.suffix())
}

/// The symbol that is printed in place of a number, and its meaning: `[c]`. A number itself has none.
pub(crate) fn symbol(printed: Printed) -> Option<(String, &'static str)> {
    let (_, letter, meaning) = SYMBOLS.iter().find(|(symbol, ..)| *symbol == printed)?;
    Some((format!("[{letter}]"), meaning))
}

/// The symbols that pass the test, each with its meaning.
pub(crate) fn symbols(is_wanted: impl Fn(Printed) -> bool) -> impl Iterator<Item = (String, &'static str)> {
    SYMBOLS.iter().filter(move |(printed, ..)| is_wanted(*printed)).filter_map(|(printed, ..)| symbol(*printed))
}

/// The meaning of a symbol, cut to what fits a cell: `confidential`.
fn in_a_word(meaning: &'static str) -> &'static str {
    let first = meaning.split([':', ',']).next().unwrap_or_default();
    first.split(" but ").next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_stands_with_its_word_and_a_number_alone() {
        let value = |printed| {
            let ShownNumber { text, word } = ShownNumber::value(printed, Unit::Percent);
            format!("{text} {word}")
        };
        assert_eq!(value(Printed::Number(107)), "10.7% ");
        assert_eq!(value(Printed::Confidential), "[c] confidential");
        assert_eq!(value(Printed::NotApplicable), "[z] not applicable");
        assert_eq!(value(Printed::NotAvailable), "[x] not available");
        assert_eq!(value(Printed::RoundsToNought), "[k] rounds to zero");
        assert_eq!(ShownNumber::count(Printed::Number(1_210)).text, "1,210");
        assert_eq!(ShownNumber::value(Printed::Number(141), Unit::Score).text, "14.1");
        assert_eq!(symbol(Printed::Number(0)), None);
        let [hidden] = symbols(|printed| printed == Printed::Confidential).collect::<Vec<_>>().try_into().unwrap();
        assert_eq!(hidden, ("[c]".to_owned(), "confidential: hidden to protect children"));
    }

    #[test]
    fn limits_are_a_range_or_one_symbol() {
        let limits = |lower, upper| {
            let numbers = Numbers { lower, upper, ..Numbers::all(Printed::Confidential) };
            let ShownNumber { text, word } = ShownNumber::limits(&numbers, Unit::Percent);
            (text, word)
        };
        assert_eq!(limits(Printed::Number(73), Printed::Number(169)), ("7.3% to 16.9%".to_owned(), ""));
        assert_eq!(limits(Printed::Number(0), Printed::Number(0)), ("0.0% to 0.0%".to_owned(), ""));
        assert_eq!(limits(Printed::Confidential, Printed::Confidential), ("[c]".to_owned(), "confidential"));
        let to_nought = ("[k] to 0.1%".to_owned(), "rounds to zero");
        assert_eq!(limits(Printed::RoundsToNought, Printed::Number(1)), to_nought);
    }
}
