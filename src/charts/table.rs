//! The data behind a chart, as a table.

/// A table of words and numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The name of each column, as it reads in a sentence; the first column names the row.
    pub columns: Vec<String>,
    /// The rows, with a cell for each column, which may be blank.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with columns of these names.
    pub fn new(columns: &[&str], rows: Vec<Vec<String>>) -> Table {
        Table { columns: columns.iter().map(|column| (*column).to_owned()).collect(), rows }
    }
}
