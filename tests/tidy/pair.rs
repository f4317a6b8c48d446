//! A data file and its metadata, read back to be looked at, or changed to see whether that is noticed.

use stocktake::seeds::authorities::Authorities;

/// A table of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub columns: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// A pair, as it is uploaded, and what its places and columns are held against.
#[derive(Debug, Clone)]
pub struct Pair {
    pub data_name: String,
    pub meta_name: String,
    pub data: Sheet,
    pub meta: Sheet,
    pub authorities: Authorities,
    /// The columns that this project knows of: its own dictionary.
    pub dictionary: Vec<String>,
}

impl Sheet {
    pub fn read(bytes: &[u8]) -> Sheet {
        let mut reader = csv::Reader::from_reader(bytes);
        let columns = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let rows = reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect());
        Sheet { columns, rows: rows.collect() }
    }

    pub fn has(&self, column: &str) -> bool {
        self.columns.iter().any(|name| name == column)
    }

    fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|name| name == column)
    }

    /// A cell; blank where there is no such column.
    pub fn cell<'sheet>(&self, row: &'sheet [String], column: &str) -> &'sheet str {
        self.place(column).and_then(|place| row.get(place)).map(String::as_str).unwrap_or_default()
    }

    /// Every cell of a column, in order of rows; none where there is no such column.
    pub fn column(&self, column: &str) -> impl Iterator<Item = &str> {
        let place = self.place(column);
        self.rows.iter().filter_map(move |row| place.map(|place| row[place].as_str()))
    }

    pub fn set(&mut self, row: usize, column: &str, text: &str) {
        let place = self.place(column).unwrap();
        self.rows[row][place] = text.to_owned();
    }

    pub fn set_all(&mut self, column: &str, text: &str) {
        (0..self.rows.len()).for_each(|row| self.set(row, column, text));
    }

    /// The first row with the text in the column.
    pub fn find(&self, column: &str, text: &str) -> usize {
        self.column(column).position(|cell| cell == text).unwrap()
    }

    pub fn rename(&mut self, column: &str, to: &str) {
        let place = self.place(column).unwrap();
        self.columns[place] = to.to_owned();
    }

    pub fn remove(&mut self, column: &str) {
        let place = self.place(column).unwrap();
        self.columns.remove(place);
        self.rows.iter_mut().for_each(|row| drop(row.remove(place)));
    }

    pub fn add(&mut self, column: &str, text: &str) {
        self.columns.push(column.to_owned());
        self.rows.iter_mut().for_each(|row| row.push(text.to_owned()));
    }
}

impl Pair {
    /// The columns of a type, `Filter` or `Indicator`, as the metadata has them.
    pub fn columns_of_type(&self, col_type: &str) -> Vec<&str> {
        let rows = self.meta.rows.iter().filter(|row| self.meta.cell(row, "col_type") == col_type);
        rows.map(|row| self.meta.cell(row, "col_name")).collect()
    }

    /// The columns by which filters are grouped.
    pub fn groups(&self) -> Vec<&str> {
        self.meta.column("filter_grouping_column").filter(|group| !group.is_empty()).collect()
    }

    /// Gives an indicator another name, in both files.
    pub fn rename(&mut self, column: &str, to: &str) {
        self.data.rename(column, to);
        let row = self.meta.find("col_name", column);
        self.meta.set(row, "col_name", to);
    }

    /// Adds a good filter, with a row for each of its items in the place of every row; the numbers stay.
    pub fn add_filter(&mut self, name: &str, items: &[&str]) {
        let rows = std::mem::take(&mut self.data.rows);
        self.data.columns.push(name.to_owned());
        for row in rows {
            let with = |item: &&str| row.iter().cloned().chain([(*item).to_owned()]).collect();
            self.data.rows.extend(items.iter().map(with));
        }
        let row = ["col_name", "col_type", "label"].map(str::to_owned);
        let cells = [name.to_owned(), "Filter".to_owned(), format!("By {}", name.replace('_', " "))];
        let of = |column: &String| row.iter().position(|known| known == column).map(|at| cells[at].clone());
        let row = self.meta.columns.iter().map(|column| of(column).unwrap_or_default()).collect();
        self.meta.rows.push(row);
    }

    /// Adds a good filter that another groups, which is a filter too.
    pub fn add_grouped_filter(&mut self) {
        self.add_filter("placement", &["Total", "Foster care", "Placed for adoption", "Secure unit"]);
        let group = |item: &str| match item {
            "Total" => "Total",
            "Secure unit" => "Other",
            _ => "Family",
        };
        let of_rows: Vec<&str> = self.data.column("placement").map(group).collect();
        let of_rows: Vec<String> = of_rows.into_iter().map(str::to_owned).collect();
        self.data.add("placement_group", "");
        for (row, group) in of_rows.iter().enumerate() {
            self.data.set(row, "placement_group", group);
        }
        let row = self.meta.find("col_name", "placement");
        self.meta.set(row, "filter_grouping_column", "placement_group");
        let mut of_group = self.meta.rows[row].clone();
        of_group[..3].clone_from_slice(&["placement_group", "Filter", "By kind of placement"].map(str::to_owned));
        self.meta.rows.push(of_group);
        let last = self.meta.rows.len() - 1;
        self.meta.set(last, "filter_grouping_column", "");
        self.dictionary.extend(["placement", "placement_group"].map(str::to_owned));
    }
}
