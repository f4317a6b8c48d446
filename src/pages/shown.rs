//! Numbers, symbols and marks as pages have them: a symbol never without its word, neither by colour alone.

use crate::charts::shown::shown;
use crate::figures::rounding::Tenths;
use crate::publish::{Printed, SYMBOLS};
use crate::seeds::indicators::Unit;
use crate::show::mark::Mark;

/// A number, or a symbol and a word in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// `10.7%`, `[c]`.
    pub text: String,
    /// The symbol's word: `confidential`; blank beside a number.
    pub word: &'static str,
}

impl Shown {
    /// A value or a limit, in tenths.
    pub fn value(printed: Printed, unit: Unit) -> Shown {
        Shown::of(printed, |number| shown(Tenths(number), unit))
    }

    /// A count.
    pub fn count(printed: Printed) -> Shown {
        Shown::of(printed, |number| number.to_string())
    }

    /// A lower and an upper limit, or the symbol of one that is no number.
    pub fn limits(lower: Printed, upper: Printed, unit: Unit) -> Shown {
        let [lower, upper] = [lower, upper].map(|limit| Shown::value(limit, unit));
        match (lower.word, upper.word) {
            ("", "") => Shown { text: format!("{} to {}", lower.text, upper.text), word: "" },
            ("", _) => upper,
            _ => lower,
        }
    }

    fn of(printed: Printed, as_number: impl Fn(i64) -> String) -> Shown {
        let symbol = SYMBOLS.iter().find(|(symbol, ..)| *symbol == printed);
        match (printed, symbol) {
            (Printed::Number(number), _) => Shown { text: as_number(number), word: "" },
            (_, Some((_, letter, meaning))) => Shown { text: format!("[{letter}]"), word: in_a_word(meaning) },
            (_, None) => Shown { text: String::new(), word: "" },
        }
    }
}

/// The meaning of a symbol, as far as a cell has room: `confidential`.
fn in_a_word(meaning: &'static str) -> &'static str {
    meaning.split([':', ',']).next().unwrap_or_default()
}

/// A mark with its word and how both look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// `▲`.
    pub symbol: &'static str,
    /// `better`.
    pub word: &'static str,
    /// The name of the look: `not-met`.
    pub look: String,
}

impl From<Mark> for Marked {
    fn from(mark: Mark) -> Marked {
        let (symbol, word) = mark.parts();
        Marked { symbol, word, look: word.replace(' ', "-") }
    }
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
        assert_eq!(Shown::count(Printed::Number(52)).text, "52");
        assert_eq!(Shown::value(Printed::Number(141), Unit::Score).text, "14.1");
    }

    #[test]
    fn limits_are_two_numbers_or_one_symbol() {
        let limits = |lower, upper| Shown::limits(lower, upper, Unit::Percent).text;
        assert_eq!(limits(Printed::Number(73), Printed::Number(169)), "7.3% to 16.9%");
        assert_eq!(limits(Printed::Number(73), Printed::Confidential), "[c]");
        assert_eq!(limits(Printed::NotAvailable, Printed::Number(169)), "[x]");
    }

    #[test]
    fn a_mark_is_a_symbol_a_word_and_a_look() {
        let Marked { symbol, word, look } = Mark::NotMet.into();
        assert_eq!((symbol, word, look.as_str()), ("✗", "not met", "not-met"));
    }
}
