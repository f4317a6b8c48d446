//! A row of findings.csv.

use crate::output::rows::as_before;
use serde::Deserialize;

/// The rule that a refused file stands under.
pub(crate) const FILE_REFUSED: &str = "file_refused";

/// A row of findings.csv, as it is written and read back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[allow(missing_docs, reason = "each field is the column of the same name")]
pub(crate) struct FindingRow {
    pub(crate) rule: String,
    pub(crate) severity: String,
    pub(crate) la_code: String,
    pub(crate) la_name: String,
    pub(crate) year: String,
    pub(crate) table: String,
    pub(crate) file: String,
    pub(crate) line: String,
    pub(crate) child: String,
    pub(crate) fields: String,
    pub(crate) values: String,
    pub(crate) message: String,
    pub(crate) remedy: String,
    pub(crate) indicators: String,
    pub(crate) beside_file: String,
    pub(crate) beside_line: String,
}

impl FindingRow {
    /// The columns, in order.
    pub(crate) const COLUMNS: [&'static str; 16] = [
        "rule",
        "severity",
        "la_code",
        "la_name",
        "year",
        "table",
        "file",
        "line",
        "child",
        "fields",
        "values",
        "message",
        "remedy",
        "indicators",
        "beside_file",
        "beside_line",
    ];

    /// The cells, in the order of the columns.
    pub(crate) fn cells(&self) -> [&str; FindingRow::COLUMNS.len()] {
        [
            &self.rule,
            &self.severity,
            &self.la_code,
            &self.la_name,
            &self.year,
            &self.table,
            &self.file,
            &self.line,
            &self.child,
            &self.fields,
            &self.values,
            &self.message,
            &self.remedy,
            &self.indicators,
            &self.beside_file,
            &self.beside_line,
        ]
    }

    /// The row as it was before it was written: no cell is kept from being taken for a formula.
    pub(crate) fn read_back(mut self) -> FindingRow {
        for cell in [&mut self.child, &mut self.file, &mut self.values] {
            *cell = as_before(cell).to_owned();
        }
        self
    }

    /// What is the same of a finding from one check to the next: rule, authority, return, table and child. A refused file, and
    /// a row without a child, is known by its file.
    pub(crate) fn key(&self) -> [String; 5] {
        let whom = if self.child.is_empty() { &self.file } else { &self.child };
        [&self.rule, &self.la_code, &self.year, &self.table, whom].map(String::clone)
    }

    /// Whether it comes of reading the returns, which every check does, and of no rule: those have a number.
    pub(crate) fn is_of_reading(&self) -> bool {
        self.indicators.is_empty()
    }
}
