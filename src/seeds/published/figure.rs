//! A published figure.

use crate::decimal::Decimal;
use crate::seeds::published::cell::Cell;
use std::fmt;

/// One published figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedFigure {
    /// The year whose 31 March it is of, or that of the exams.
    pub year: i32,
    /// The place: England's code, a region's or an authority's three digits.
    pub code: String,
    /// The indicator's number.
    pub indicator: u16,
    /// Children who meet the test; for NI 58 the sum of scores. Some sources round it.
    pub numerator: Cell<u64>,
    /// Children who count. Some sources round it.
    pub denominator: Cell<u64>,
    /// The figure as it was printed: a percentage, or for NI 58 a mean score.
    pub value: Cell<Decimal>,
    /// Where it was published; blank where the table does not say.
    pub source: String,
}

/// Lines of a file whose place is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// How many there are.
    pub lines: usize,
    /// The first of them, as a spreadsheet shows it.
    pub line: u64,
    /// The code in it.
    pub code: String,
    /// The name in it.
    pub name: String,
}

/// In words, as they follow the file's name.
impl fmt::Display for LeftOut {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let LeftOut { lines, line, code, name } = self;
        let place = format!("{code} {name}");
        match lines {
            1 => {
                write!(formatter, "line {line}, of {}, which is not on the list of authorities, left out", place.trim())
            }
            _ => write!(
                formatter,
                "{lines} lines of places that are not on the list of authorities left out; the first is line {line}, \
                 of {}",
                place.trim()
            ),
        }
    }
}
