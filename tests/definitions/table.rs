//! A table as a person writes it: columns parted by spaces, or by bars where cells hold spaces.

/// A table, and where each of its rows stands.
#[derive(Debug, Default)]
pub struct Table {
    /// The headings as written.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
    barred: bool,
}

/// One row.
#[derive(Debug)]
pub struct Row {
    /// The line of the file.
    pub line: usize,
    /// The cells; `-` stands for a blank one.
    pub cells: Vec<String>,
    /// What stands behind the `#`: the answer worked by hand.
    pub by_hand: String,
}

impl Table {
    /// Adds a line, the first as the heading.
    pub fn take(&mut self, line: usize, text: &str, by_hand: &str) {
        if self.columns.is_empty() {
            self.barred = text.contains('|');
            self.columns = self.cells(text);
        } else {
            self.rows.push(Row { line, cells: self.cells(text), by_hand: by_hand.to_owned() });
        }
    }

    fn cells(&self, text: &str) -> Vec<String> {
        let parts: Vec<&str> =
            if self.barred { text.split('|').map(str::trim).collect() } else { text.split_whitespace().collect() };
        parts.into_iter().map(|cell| if cell == "-" { String::new() } else { cell.to_owned() }).collect()
    }

    /// The table as CSV, with blank columns added for those of `needed` that it does not have.
    pub fn csv(&self, file: &str, needed: &[&str]) -> Vec<u8> {
        let added: Vec<&str> =
            needed.iter().copied().filter(|name| !self.columns.iter().any(|column| column == name)).collect();
        let mut csv = csv::Writer::from_writer(Vec::new());
        csv.write_record(self.columns.iter().map(String::as_str).chain(added.iter().copied())).unwrap();
        for row in &self.rows {
            row.must_fit(file, &self.columns);
            csv.write_record(row.cells.iter().map(String::as_str).chain(added.iter().map(|_| ""))).unwrap();
        }
        csv.into_inner().unwrap()
    }
}

impl Row {
    /// Stops where the row has not one cell under each heading.
    pub fn must_fit(&self, file: &str, columns: &[String]) {
        let (cells, headings) = (self.cells.len(), columns.len());
        assert_eq!(cells, headings, "{file}, line {}: {cells} cells under {headings} headings", self.line);
    }
}
