//! A file that lacks columns: the table it looks most like, and which of its headings may be what it lacks.

use super::names::Name;
use crate::seeds::Seeds;
use crate::seeds::tables::{TableShape, TableShapes};
use std::cmp::Reverse;

/// A table and the columns that a file lacks of it.
#[derive(Debug)]
pub(crate) struct Lacking<'seeds> {
    /// The table.
    pub shape: &'seeds TableShape,
    /// Columns that the table needs.
    pub needed: Vec<&'seeds str>,
    /// Columns of which it needs one.
    pub one_of: &'seeds [String],
}

impl<'seeds> Lacking<'seeds> {
    /// What a file with these columns lacks of a table.
    pub(crate) fn of(shape: &'seeds TableShape, names: &[Name]) -> Lacking<'seeds> {
        let has = |column: &String| names.iter().any(|name| name.column.as_ref() == Some(column));
        let needed = shape.needed.iter().filter(|column| !has(column)).map(String::as_str).collect();
        let one_of = if shape.any_of.iter().any(has) { &[] } else { shape.any_of.as_slice() };
        Lacking { shape, needed, one_of }
    }

    /// The table that a file with these columns looks most like; none where it has only columns that many tables have.
    pub(crate) fn of_nearest(names: &[Name], shapes: &'seeds TableShapes) -> Option<Lacking<'seeds>> {
        let known = |shape: &TableShape| {
            let columns = names.iter().filter_map(|name| name.column.as_ref());
            columns.filter(|column| !matches!(column.as_str(), "CHILD" | "DOB") && shape.has(column)).count()
        };
        let is_needed = |shape: &&TableShape| !shape.needed.is_empty() && !shape.for_context;
        let shapes = shapes.list.iter().filter(is_needed).filter(|shape| known(shape) > 0);
        let lacking = shapes.map(|shape| Lacking::of(shape, names));
        lacking.max_by_key(|lacking| (known(lacking.shape), Reverse(lacking.in_words().len())))
    }

    /// The columns, as they are listed.
    pub(crate) fn in_words(&self) -> Vec<String> {
        let one_of = (!self.one_of.is_empty()).then(|| format!("one of {}", self.one_of.join(", ")));
        self.needed.iter().map(|column| (*column).to_owned()).chain(one_of).collect()
    }

    /// How to give the file what it lacks: where a heading was probably meant for a column, by naming it so.
    pub(crate) fn remedy(&self, names: &[Name], seeds: &Seeds) -> String {
        let lacking: Vec<&str> = self.needed.iter().copied().chain(self.one_of.iter().map(String::as_str)).collect();
        let mut left = Lacking { shape: self.shape, needed: self.needed.clone(), one_of: self.one_of };
        let (mut renames, mut strange) = (Vec::new(), Vec::new());
        for name in names.iter().filter(|name| name.column.is_none() && !name.shown.is_empty()) {
            match seeds.synonyms.likely(&name.shown, &lacking).filter(|column| left.take(column)) {
                Some(column) => renames.push(format!("`{}` to {column}", name.shown)),
                None => strange.push(&name.shown),
            }
        }
        let left = left.in_words();
        let add = || {
            let add = format!("add the column {} to the heading", left.join(", "));
            match strange.as_slice() {
                [one] if left.len() == 1 => {
                    format!("{add}, or, if `{one}` is that column, rename it or map it with --columns")
                }
                _ => add,
            }
        };
        let them = if renames.len() == 1 { "it" } else { "them" };
        let rename = || format!("rename {}, or map {them} with --columns", renames.join(", "));
        match (renames.is_empty(), left.is_empty()) {
            (true, _) => add(),
            (false, true) => rename(),
            (false, false) => format!("{}; {}", rename(), add()),
        }
    }

    /// Counts a column as there; false where it does not lack any more.
    fn take(&mut self, column: &str) -> bool {
        let before = (self.needed.len(), self.one_of.len());
        self.needed.retain(|needed| *needed != column);
        if self.one_of.iter().any(|one| one == column) {
            self.one_of = &[];
        }
        before != (self.needed.len(), self.one_of.len())
    }
}
