//! The codes of a column that are on no list, counted.

use crate::identity::{coarsened, shown};
use crate::returns::names::name_as_compared;
use crate::returns::source::record::Record;
use crate::seeds::codes::list::{CodeList, as_compared};
use crate::text::tidy;
use std::collections::BTreeMap;

/// A column of codes in a file.
pub(crate) struct Coded<'run> {
    place: usize,
    /// Its name in the return.
    pub column: String,
    /// Its heading in the file, as names are compared.
    heading: String,
    list: &'run CodeList,
    /// What was found.
    pub unlisted: Unlisted,
}

/// Texts that stand for no listed code, by how they are compared.
#[derive(Debug, Default)]
pub(crate) struct Unlisted(BTreeMap<String, Text>);

/// A text in cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Text {
    /// As it is first written, where it may be shown.
    pub written: Option<String>,
    /// As it may be shown.
    pub shown: String,
    /// In how many cells.
    pub cells: u64,
}

impl<'run> Coded<'run> {
    /// The column of a name at a place.
    pub(crate) fn of(place: usize, column: &str, heading: &str, list: &'run CodeList) -> Coded<'run> {
        let (column, heading) = (column.to_owned(), heading.to_owned());
        Coded { place, column, heading, list, unlisted: Unlisted::default() }
    }

    /// Counts its cell of a row; headings that stand once more among the rows are no codes.
    pub(crate) fn count(&mut self, record: Record<'_>) {
        let cell = tidy(record.get(self.place).unwrap_or_default());
        if cell.is_empty() || self.list.code_of(cell).is_some() || name_as_compared(cell) == self.heading {
            return;
        }
        let text = self.unlisted.0.entry(as_compared(cell)).or_insert_with(|| {
            let written = String::from_utf8_lossy(cell).into_owned();
            let is_shown = coarsened(&self.column, &written).is_none();
            let shown = shown(&self.column, &written);
            Text { written: Some(written).filter(|_| is_shown), shown, cells: 0 }
        });
        text.cells += 1;
    }
}

impl Unlisted {
    /// Adds those of another column or file.
    pub(crate) fn add(&mut self, other: &Unlisted) {
        for (compared, other) in &other.0 {
            let text = self.0.entry(compared.clone()).or_insert_with(|| Text { cells: 0, ..other.clone() });
            text.cells += other.cells;
        }
    }

    /// The texts, those of most cells first.
    pub(crate) fn texts(&self) -> Vec<&Text> {
        let mut texts: Vec<&Text> = self.0.values().collect();
        texts.sort_by_key(|text| std::cmp::Reverse(text.cells));
        texts
    }
}
