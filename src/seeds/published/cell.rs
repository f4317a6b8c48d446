//! A cell of a published table: a number, or a symbol in its place.

use crate::decimal::Decimal;
use crate::seeds::file::Mistake;
use std::fmt;

/// What a table says in the place of a number. None of them is zero.
///
/// Analysis Function (2023). Symbols in tables: definitions and help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Symbol {
    /// Hidden, as it would tell something of single children.
    Confidential,
    /// Not available.
    NotAvailable,
    /// Not possible: nobody is counted, or the place did not exist.
    NotApplicable,
    /// Above zero, but rounds to it.
    RoundsToZero,
}

impl Symbol {
    const ALL: [Symbol; 4] = [Symbol::Confidential, Symbol::NotAvailable, Symbol::NotApplicable, Symbol::RoundsToZero];

    /// As tables have it.
    pub fn name(self) -> &'static str {
        match self {
            Symbol::Confidential => "c",
            Symbol::NotAvailable => "x",
            Symbol::NotApplicable => "z",
            Symbol::RoundsToZero => "k",
        }
    }

    /// Reads a symbol in lower or upper case, in square brackets or without; a point is an older `z`.
    fn read(text: &str) -> Option<Symbol> {
        if text == "." {
            return Some(Symbol::NotApplicable);
        }
        let bare = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
        Symbol::ALL.into_iter().find(|symbol| symbol.name().eq_ignore_ascii_case(bare))
    }
}

/// A number, or what stands in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell<T> {
    /// A number.
    Known(T),
    /// A symbol.
    Symbol(Symbol),
}

impl<T> Cell<T> {
    /// The number, where there is one.
    pub fn known(&self) -> Option<&T> {
        match self {
            Cell::Known(number) => Some(number),
            Cell::Symbol(_) => None,
        }
    }
}

/// As tables have it: the number as it is printed, or the symbol.
impl<T: fmt::Display> fmt::Display for Cell<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cell::Known(number) => number.fmt(formatter),
            Cell::Symbol(symbol) => formatter.write_str(symbol.name()),
        }
    }
}

impl Cell<u64> {
    /// Reads a count; a blank is not available.
    ///
    /// # Errors
    /// Where it is neither a whole number nor a symbol; says how to put it right.
    pub(super) fn count(column: &str, text: &str) -> Result<Cell<u64>, Mistake> {
        read(text, |text| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten())
            .ok_or_else(|| {
                Mistake::new(
                    format!("{column} '{text}' is not a count"),
                    format!("write a whole number such as 1158, {OR_A_SYMBOL}"),
                )
            })
    }
}

impl Cell<Decimal> {
    /// Reads a value; a blank is not available.
    ///
    /// # Errors
    /// Where it is neither a number nor a symbol; says how to put it right.
    pub(crate) fn value(text: &str) -> Result<Cell<Decimal>, Mistake> {
        read(text, Decimal::read).ok_or_else(|| {
            Mistake::new(
                format!("value '{text}' is not a number"),
                format!("write a number such as 10.7, {OR_A_SYMBOL}"),
            )
        })
    }
}

const OR_A_SYMBOL: &str =
    "or c (hidden as confidential), x (not available), z (not applicable) or k (rounds to zero but is not)";

fn read<T>(text: &str, number: impl Fn(&str) -> Option<T>) -> Option<Cell<T>> {
    if text.is_empty() {
        return Some(Cell::Symbol(Symbol::NotAvailable));
    }
    number(text).map(Cell::Known).or_else(|| Symbol::read(text).map(Cell::Symbol))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_symbol_is_read_in_each_of_its_forms_and_is_no_number() {
        for (symbol, forms) in [
            (Symbol::Confidential, ["c", "C", "[c]", "[C]"]),
            (Symbol::NotAvailable, ["x", "X", "[x]", ""]),
            (Symbol::NotApplicable, ["z", "Z", "[z]", "."]),
            (Symbol::RoundsToZero, ["k", "K", "[k]", "[K]"]),
        ] {
            for text in forms {
                assert_eq!(Cell::count("numerator", text), Ok(Cell::Symbol(symbol)), "{text}");
                assert_eq!(Cell::value(text).unwrap().known(), None, "{text}");
            }
        }
        assert_eq!(Cell::count("numerator", "0").unwrap().known(), Some(&0));
    }

    #[test]
    fn anything_else_is_refused_with_what_to_write() {
        for text in ["-1", "1.0", "1,158", "[c", "cx", "n/a", "*", "..", "18446744073709551616"] {
            let error = Cell::count("denominator", text).unwrap_err();
            assert!(error.to_string() == format!("denominator '{text}' is not a count"), "{error}");
        }
        for text in ["-1", "10,7", "62%", "-", "many"] {
            let error = Cell::value(text).unwrap_err();
            assert!(error.to_string() == format!("value '{text}' is not a number"), "{error}");
        }
    }
}
