//! A worksheet before it is laid out: its name, its title, what is said above its table, and the table.

use super::cell::Cell;

/// A worksheet with its one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sheet {
    /// What its tab says, without a space so that formulas can name it.
    pub name: &'static str,
    /// The title, in A1.
    pub title: String,
    /// What its table has a row for, and how its columns are read: a sentence each, short enough for a screen.
    pub about: Vec<String>,
    /// Whether its table is of places' figures, to which notes and sources belong.
    pub is_of_figures: bool,
    /// The table.
    pub table: Table,
}

impl Sheet {
    /// Whether there is anything in its table.
    pub(crate) fn has_rows(&self) -> bool {
        !self.table.rows.is_empty()
    }
}

/// A table: every row has a cell for each column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name in the workbook, of letters and underscores.
    pub name: &'static str,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading, unlike any other of the table.
    pub heading: String,
    /// How wide it is, in digits.
    pub width: u16,
    /// Whether it holds numbers, which stand to the right with the symbols in their place.
    pub is_of_numbers: bool,
    /// Whether it is on paper too; those behind all others can be left off it.
    pub is_printed: bool,
}

impl Column {
    /// A column of words.
    pub fn words(heading: impl Into<String>, width: u16) -> Column {
        Column { heading: heading.into(), width, is_of_numbers: false, is_printed: true }
    }

    /// A column of numbers.
    pub(crate) fn numbers(heading: impl Into<String>, width: u16) -> Column {
        Column { is_of_numbers: true, ..Column::words(heading, width) }
    }

    /// The same, left off paper.
    pub(crate) fn off_paper(self) -> Column {
        Column { is_printed: false, ..self }
    }
}
