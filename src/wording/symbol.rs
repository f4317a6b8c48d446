//! Printed numbers in words, and the symbols that stand in their place: the same on pages, in the workbook and in the
//! document.

use super::shown;
use crate::decimal::with_commas;
use crate::printed::{Numbers, Printed, SYMBOLS};
use crate::rounding::Tenths;
use crate::unit::Unit;

/// On whatever is for the owner of the returns alone.
pub const RESTRICTED: &str = "Restricted: exact figures";

/// A number, or a symbol and a word in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// `10.7%`, `1,210`, `[c]`.
    pub text: String,
    /// The symbol's word: `confidential`; blank beside a number.
    pub word: &'static str,
}

impl Shown {
    /// A value or a limit, in tenths.
    pub fn value(printed: Printed, unit: Unit) -> Shown {
        Shown::of(printed, |number| shown::shown(Tenths(number), unit))
    }

    /// A count.
    pub fn count(printed: Printed) -> Shown {
        Shown::of(printed, with_commas)
    }

    /// The lower and the upper limit, or the one symbol that stands for both.
    pub fn limits(numbers: &Numbers, unit: Unit) -> Shown {
        let [lower, upper] = [numbers.lower, numbers.upper].map(|limit| Shown::value(limit, unit));
        if !lower.word.is_empty() && lower == upper {
            return lower;
        }
        let word = if lower.word.is_empty() { upper.word } else { lower.word };
        Shown { text: format!("{} to {}", lower.text, upper.text), word }
    }

    fn of(printed: Printed, as_number: impl Fn(i64) -> String) -> Shown {
        match (printed, symbol(printed)) {
            (Printed::Number(number), _) => Shown { text: as_number(number), word: "" },
            (_, Some((text, meaning))) => Shown { text, word: in_a_word(meaning) },
            (_, None) => Shown { text: String::new(), word: "" },
        }
    }
}

/// A symbol and what it stands for: `[c]`. None of a number, which has no symbol.
pub fn symbol(printed: Printed) -> Option<(String, &'static str)> {
    let (_, letter, meaning) = SYMBOLS.iter().find(|(symbol, ..)| *symbol == printed)?;
    Some((format!("[{letter}]"), meaning))
}

/// Those symbols of which this holds, each with what it stands for.
pub fn symbols(is_wanted: impl Fn(Printed) -> bool) -> impl Iterator<Item = (String, &'static str)> {
    SYMBOLS.iter().filter(move |(printed, ..)| is_wanted(*printed)).filter_map(|(printed, ..)| symbol(*printed))
}

/// The meaning of a symbol, as far as a cell has room: `confidential`.
fn in_a_word(meaning: &'static str) -> &'static str {
    meaning.split([':', ',']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_stands_with_its_word_and_a_number_alone() {
        let value = |printed| {
            let Shown { text, word } = Shown::value(printed, Unit::Percent);
            format!("{text} {word}")
        };
        assert_eq!(value(Printed::Number(107)), "10.7% ");
        assert_eq!(value(Printed::Confidential), "[c] confidential");
        assert_eq!(value(Printed::NotApplicable), "[z] not applicable");
        assert_eq!(value(Printed::NotAvailable), "[x] not available");
        assert_eq!(value(Printed::RoundsToNought), "[k] rounds to nought");
        assert_eq!(Shown::count(Printed::Number(1_210)).text, "1,210");
        assert_eq!(Shown::value(Printed::Number(141), Unit::Score).text, "14.1");
        assert_eq!(symbol(Printed::Number(0)), None);
        let [hidden] = symbols(|printed| printed == Printed::Confidential).collect::<Vec<_>>().try_into().unwrap();
        assert_eq!(hidden, ("[c]".to_owned(), "confidential: hidden to protect children"));
    }

    #[test]
    fn charts_have_the_symbols_and_words_of_pages() {
        use crate::wording::shown::Value;
        for (value, printed) in [
            (Value::Shown(Tenths(107)), Printed::Number(107)),
            (Value::Hidden, Printed::Confidential),
            (Value::Nobody, Printed::NotApplicable),
            (Value::None, Printed::NotAvailable),
        ] {
            let Shown { text, word } = Shown::value(printed, Unit::Percent);
            assert_eq!(value.in_words(Unit::Percent), format!("{text} {word}").trim_end());
        }
    }

    #[test]
    fn limits_are_a_range_or_one_symbol() {
        let limits = |lower, upper| {
            let numbers = Numbers { lower, upper, ..Numbers::all(Printed::Confidential) };
            let Shown { text, word } = Shown::limits(&numbers, Unit::Percent);
            (text, word)
        };
        assert_eq!(limits(Printed::Number(73), Printed::Number(169)), ("7.3% to 16.9%".to_owned(), ""));
        assert_eq!(limits(Printed::Number(0), Printed::Number(0)), ("0.0% to 0.0%".to_owned(), ""));
        assert_eq!(limits(Printed::Confidential, Printed::Confidential), ("[c]".to_owned(), "confidential"));
        let to_nought = ("[k] to 0.1%".to_owned(), "rounds to nought");
        assert_eq!(limits(Printed::RoundsToNought, Printed::Number(1)), to_nought);
    }
}
