//! The contents: a row for each worksheet that follows, which leads there.

use super::cell::Cell;
use super::sheet::{Column, Sheet, Table};

/// The name on its tab.
pub(crate) const NAME: &str = "Contents";

/// The row of a worksheet in the contents.
pub(crate) fn row(sheet: &Sheet) -> Vec<Cell> {
    let rows = i64::try_from(sheet.table.rows.len()).unwrap_or(i64::MAX);
    vec![Cell::Worksheet(sheet.name), Cell::words(&sheet.title), Cell::Count(rows)]
}

/// The contents, of the rows of the worksheets that follow.
pub(crate) fn sheet(rows: Vec<Vec<Cell>>) -> Sheet {
    Sheet {
        name: NAME,
        title: "Contents".to_owned(),
        about: vec!["It has a row for each worksheet that follows; its name leads there.".to_owned()],
        is_of_figures: false,
        table: Table {
            name: "contents",
            columns: vec![
                Column::words("Worksheet", 18),
                Column::words("What it holds", 80),
                Column::numbers("Rows in its table", 12),
            ],
            rows,
        },
    }
}
