//! What a cell of a table holds. No cell is blank.

use crate::benchmark::significance::Significance;
use crate::decimal::Decimal;
use crate::printed::Printed;
use crate::rounding::Tenths;
use crate::wording::mark::Mark;
use crate::wording::number::symbol;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cell {
    /// Words.
    Words(String),
    /// The name of a worksheet, which leads there.
    Worksheet(&'static str),
    /// A count.
    Count(i64),
    /// A percentage, a mean, a limit or a difference of them.
    Tenths(Tenths),
    /// A number with decimals of its own.
    Decimal(Decimal),
    /// The same, with a line of so many cells before it in its row behind it.
    WithLine(Tenths, u16),
    /// A year.
    Year(i32),
    /// What stands in the place of a number.
    Symbol(Printed),
    /// A formula, what kind of thing it gives, and what it gives first.
    Formula(String, Kind, Box<Cell>),
}

/// A kind of thing that a formula gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is what its name says")]
pub(crate) enum Kind {
    /// Words, on so many lines at the most.
    Words(usize),
    Count,
    Tenths,
    /// A number with decimals of its own.
    General,
}

impl Cell {
    /// Not applicable.
    pub(crate) const NOT_APPLICABLE: Cell = Cell::Symbol(Printed::NotApplicable);

    /// A formula, and what it gives first.
    pub(crate) fn formula(formula: String, kind: Kind, first: Cell) -> Cell {
        Cell::Formula(formula, kind, Box::new(first))
    }

    /// Words; not applicable where there are none.
    pub fn words(words: impl Into<String>) -> Cell {
        let words = words.into();
        if words.trim().is_empty() { Cell::NOT_APPLICABLE } else { Cell::Words(words) }
    }

    /// Words; not applicable where there are none.
    pub(crate) fn of_words(words: Option<&str>) -> Cell {
        Cell::words(words.unwrap_or_default())
    }

    /// A printed count.
    pub(crate) fn of_count(printed: Printed) -> Cell {
        match printed {
            Printed::Number(count) => Cell::Count(count),
            symbol => Cell::Symbol(symbol),
        }
    }

    /// What is printed in tenths.
    pub(crate) fn of_tenths(printed: Printed) -> Cell {
        match printed {
            Printed::Number(tenths) => Cell::Tenths(Tenths(tenths)),
            symbol => Cell::Symbol(symbol),
        }
    }

    /// A value; not applicable where there is none.
    pub(crate) fn of_value(value: Option<Tenths>) -> Cell {
        value.map_or(Cell::NOT_APPLICABLE, Cell::Tenths)
    }

    /// The significance of a difference; not applicable where there is none.
    pub(crate) fn of_significance(significance: Option<Significance>) -> Cell {
        Cell::of_words(significance.map(|significance| Mark::of_significance(significance).word()))
    }

    /// The same for what was worked out from other numbers: where it is missing because one of them is hidden, it is hidden.
    pub(crate) fn or_hidden(self, is_hidden: bool) -> Cell {
        match self {
            Cell::NOT_APPLICABLE if is_hidden => Cell::Symbol(Printed::Confidential),
            cell => cell,
        }
    }
}

/// The symbol that stands in the place of a number.
pub(crate) fn shown(printed: Printed) -> String {
    symbol(printed).map(|(shown, _)| shown).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_words_are_not_a_blank_cell() {
        for blank in ["", " "] {
            assert_eq!(Cell::words(blank), Cell::NOT_APPLICABLE);
        }
        assert_eq!(Cell::of_significance(None), Cell::NOT_APPLICABLE);
        assert_eq!(Cell::of_significance(Some(Significance::NotSignificant)), Cell::Words("similar".to_owned()));
    }

    #[test]
    fn a_symbol_stands_where_there_is_no_number() {
        assert_eq!(Cell::of_count(Printed::Number(7)), Cell::Count(7));
        assert_eq!(Cell::of_tenths(Printed::Number(107)), Cell::Tenths(Tenths(107)));
        assert_eq!(Cell::of_tenths(Printed::Confidential), Cell::Symbol(Printed::Confidential));
    }

    #[test]
    fn what_comes_of_a_hidden_number_is_hidden() {
        let hidden = Cell::Symbol(Printed::Confidential);
        assert_eq!(Cell::of_significance(None).or_hidden(true), hidden);
        assert_eq!(Cell::of_value(None).or_hidden(true), hidden);
        assert_eq!(Cell::of_value(None).or_hidden(false), Cell::NOT_APPLICABLE);
        assert_eq!(Cell::of_value(Some(Tenths(7))).or_hidden(true), Cell::Tenths(Tenths(7)), "what is there stays");
    }
}
