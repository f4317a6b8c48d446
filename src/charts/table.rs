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

    /// Every row as a sentence: `Barnet: value 10.7%, 95% from 8.1%, 95% to 13.9%.`
    pub(crate) fn read_out(&self) -> String {
        let mut said = String::new();
        for row in &self.rows {
            let mut cells = row.iter().zip(&self.columns).filter(|(cell, _)| !cell.is_empty());
            if let Some((name, _)) = cells.next() {
                said.push_str(if said.is_empty() { "" } else { " " });
                said.push_str(name);
            }
            for (at, (cell, column)) in cells.enumerate() {
                said.push_str(if at == 0 { ": " } else { ", " });
                said.push_str(column);
                said.push(' ');
                said.push_str(cell);
            }
            said.push('.');
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read_out_and_blanks_passed_over() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let rows = vec![row(["Barnet", "10.7%", "3"]), row(["Kent", "hidden", ""])];
        let table = Table::new(&["authority", "value", "rank"], rows);
        assert_eq!(table.read_out(), "Barnet: value 10.7%, rank 3. Kent: value hidden.");
    }
}
