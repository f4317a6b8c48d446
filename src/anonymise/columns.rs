//! How each column of a file is copied.

use crate::identity::Field;
use crate::returns::heading::{Kind, column_names, looks_identifying, recognise};
use crate::seeds::Seeds;
use crate::text::Problem;

/// How the cells of a column are copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// CHILD.
    Id,
    /// A date of birth, a postcode or a UPN.
    Identifying(Field),
    /// LA: unchanged where it names an authority.
    Authority,
    /// YEAR and DECOM, which are still read of a rejected row.
    Day,
    /// Any other: unchanged, unless its content belongs elsewhere.
    Other,
    /// The same in a list of authorities, in which no row is about a child.
    OfAuthorities,
}

/// The columns of a file.
pub struct Columns {
    /// How each is copied, with its name, in the file's order.
    pub columns: Vec<(Column, String)>,
    /// Whether the file is a table that is read.
    pub is_read: bool,
    /// Those that are not part of the return, each after its table.
    pub extra: Vec<(String, String)>,
}

/// How to copy the columns under the heading on `line`, which has these cells.
///
/// # Errors
/// Where the file is not a table of the return, has no ids, or has columns that look identifying.
pub(crate) fn columns_of(line: u32, cells: &[String], seeds: &Seeds) -> Result<Columns, Problem> {
    let refused = |found: String, remedy: &str| Problem { line, found, remedy: remedy.to_owned() };
    let mut is_read = false;
    let (of_children, extra) = match recognise(cells, seeds, true) {
        Kind::Identifying(columns) => {
            let remedy = "remove what identifies a child: a file with such a column is never copied";
            return Err(refused(looks_identifying(&columns), remedy));
        }
        Kind::Unknown { found, remedy } => return Err(refused(found, &remedy)),
        Kind::Authorities => (false, Vec::new()),
        Kind::Skipped(_) => (true, Vec::new()),
        Kind::Table(heading) => {
            is_read = true;
            let extra = heading.extra.iter().filter(|column| Field::of(column).is_none());
            (true, extra.map(|column| (heading.table.to_string(), column.clone())).collect())
        }
    };
    let column = |name: &str| match (of_children, name) {
        (false, _) => Column::OfAuthorities,
        (true, "CHILD") => Column::Id,
        (true, "LA") => Column::Authority,
        (true, "YEAR" | "DECOM") => Column::Day,
        (true, name) => Field::of(name).map_or(Column::Other, Column::Identifying),
    };
    let names = column_names(cells, seeds);
    let columns: Vec<(Column, String)> = names.into_iter().map(|name| (column(&name), name)).collect();
    if of_children && !columns.iter().any(|(column, _)| *column == Column::Id) {
        return Err(refused("has no column CHILD".to_owned(), "name the column of the children's ids CHILD"));
    }
    Ok(Columns { columns, is_read, extra })
}
