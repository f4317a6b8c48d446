//! What each heading of a file is.

use crate::day::Day;
use crate::identity::{Field, strayed};
use crate::returns::names::Name;
use crate::seeds::Seeds;
use crate::seeds::tables::TableShape;
use crate::text::trim;

/// What a heading is.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    /// As it is in the file.
    pub written: String,
    /// The column that it names.
    pub means: Means,
}

/// What a heading names.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Means {
    /// A column of the table.
    Column(String),
    /// A column of another table of the return.
    OfAnotherTable(String),
    /// Nothing of the return, with the column that it may mean.
    Nothing(Option<String>),
    /// Nothing of the return, and it looks identifying.
    Identifying,
}

impl Heading {
    /// The column that it names or may mean, whose codes the cells below it may be.
    pub(crate) fn of_codes(&self) -> Option<&str> {
        match &self.means {
            Means::Column(column) | Means::Nothing(Some(column)) => Some(column),
            Means::Nothing(None) | Means::OfAnotherTable(_) | Means::Identifying => None,
        }
    }
}

/// The headings of a file that is the table given, or looks most like it.
pub(crate) fn headings(names: &[Name], shape: Option<&TableShape>, seeds: &Seeds) -> Vec<Heading> {
    let of_table =
        |column: &String| shape.is_none_or(|shape| shape.has(column)) || matches!(column.as_str(), "LA" | "YEAR");
    let free = free_columns(shape, names, seeds);
    let means = |name: &Name| match &name.column {
        Some(column) if of_table(column) => Means::Column(column.clone()),
        Some(column) => Means::OfAnotherTable(column.clone()),
        None => match seeds.synonyms.likely(&name.shown, &free) {
            // Only a column that is guarded wherever it goes may look so.
            likely if seeds.identifying.look_like(&name.shown) && likely.and_then(Field::of).is_none() => {
                Means::Identifying
            }
            likely => Means::Nothing(likely.map(str::to_owned)),
        },
    };
    names.iter().map(|name| Heading { written: name.shown.clone(), means: means(name) }).collect()
}

/// Whether one of the headings of a file that looks like no table may mean a column.
pub(crate) fn may_be_a_heading(names: &[Name], seeds: &Seeds) -> bool {
    let free = free_columns(None, names, seeds);
    names.iter().any(|name| seeds.synonyms.likely(&name.shown, &free).is_some())
}

/// The columns that a heading may mean: those of the table, where it is known, that no heading names.
fn free_columns<'seeds>(shape: Option<&'seeds TableShape>, names: &[Name], seeds: &'seeds Seeds) -> Vec<&'seeds str> {
    let of_shape = |shape: &'seeds TableShape| [&shape.needed, &shape.any_of, &shape.other].into_iter().flatten();
    let columns: Vec<&str> = match shape {
        Some(shape) => of_shape(shape).map(String::as_str).chain(["LA", "YEAR"]).collect(),
        None => seeds.tables.names().collect(),
    };
    let is_free = |column: &&str| !names.iter().any(|name| name.column.as_deref() == Some(*column));
    columns.into_iter().filter(is_free).collect()
}

/// Whether a first line has what headings do not have and rows do: a number or a date, or what identifies.
pub(crate) fn is_a_row(cells: &[String]) -> bool {
    let of_row = |cell: &[u8]| {
        let number = !cell.is_empty() && cell.iter().all(|byte| byte.is_ascii_digit() || *byte == b'.');
        number || Day::read(cell).is_some() || strayed(cell).is_some()
    };
    cells.iter().any(|cell| of_row(trim(cell.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::returns::names::names;

    fn cells(line: &str) -> Vec<String> {
        line.split(',').map(str::to_owned).collect()
    }

    #[test]
    fn a_heading_is_a_column_of_its_table_or_may_mean_one_that_is_free() {
        let seeds = Seeds::built_in().unwrap();
        let shape = seeds.tables.list.iter().find(|shape| shape.name == "oc3");
        let line = cells(
            "Child ID,ACCOM,Accommodation now,In touch with us,SDQ_SCORE,Colour,Activity code address,Birth date of child",
        );
        let means: Vec<Means> =
            headings(&names(&line, &seeds), shape, &seeds).into_iter().map(|heading| heading.means).collect();
        let expected = [
            Means::Column("CHILD".to_owned()),
            Means::Column("ACCOM".to_owned()),
            // ACCOM is there already.
            Means::Nothing(None),
            Means::Nothing(Some("IN_TOUCH".to_owned())),
            Means::OfAnotherTable("SDQ_SCORE".to_owned()),
            Means::Nothing(None),
            Means::Identifying,
            Means::Nothing(Some("DOB".to_owned())),
        ];
        assert_eq!(means, expected);
    }

    #[test]
    fn the_first_line_of_a_file_without_a_heading_is_a_row() {
        for line in ["A1,PLACE,01/04/2010", "566910,PLACE", "A1,A123456789012", "A1,AB1 2CD", "A1,12.0"] {
            assert!(is_a_row(&cells(line)), "{line}");
        }
        assert!(!is_a_row(&cells("CHILD,KS2 English,,5 A*-C")));
    }
}
