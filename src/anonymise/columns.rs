//! How each column of a file is copied.

use super::belongs::Belongs;
use super::request::Request;
use super::task::Task;
use crate::identity::Field;
use crate::returns::heading::{Kind, column_names, looks_identifying, recognise};
use crate::returns::names::name_as_compared;
use crate::seeds::Seeds;
use crate::seeds::tables::{TableShape, column_key};
use crate::text::Problem;

/// How the cells of a column are copied.
#[derive(Debug, Clone)]
pub(super) enum Column {
    /// CHILD.
    Id,
    /// A date of birth, a postcode or a UPN.
    Identifying(Field),
    /// Any other of the return: unchanged, as far as its content belongs there.
    Own(Belongs),
    /// One that is no part of the return and is kept all the same: unchanged, unless its content tells who a child is.
    Kept,
    /// One that is no part of the return: left out.
    LeftOut,
}

/// The columns of a file.
pub(super) struct Columns {
    /// How each is copied, with its name, in the file's order.
    pub columns: Vec<(Column, String)>,
    /// Whether the file is a table that is read.
    pub is_read: bool,
    /// The table, as messages name it; none of a list of authorities.
    pub table: Option<String>,
}

/// How to copy the columns under the heading on `line`, which has these cells.
///
/// # Errors
/// Where the file is not a table of the return, has no ids, or has columns that look identifying.
pub(super) fn columns_of(line: u32, cells: &[String], task: Task<'_>) -> Result<Columns, Problem> {
    let Task { request: Request { seeds, kept, .. }, known } = task;
    let refused = |found: String, remedy: &str| Problem { line, found, remedy: remedy.to_owned() };
    let (table, is_read) = match recognise(cells, seeds, true) {
        Kind::Identifying(columns) => {
            let remedy = "remove what identifies a child: a file with such a column is never copied";
            return Err(refused(looks_identifying(&columns), remedy));
        }
        Kind::Unknown { found, remedy } => return Err(refused(found, &remedy)),
        Kind::Authorities => (None, false),
        Kind::Skipped(name) => (Some(name), false),
        Kind::Table(heading) => (Some(heading.table.to_string()), true),
    };
    let shape = seeds.tables.list.iter().find(|shape| Some(&shape.name) == table.as_ref());
    let column = |(name, written): (String, &String)| {
        let own = match (shape, name.as_str()) {
            (None, name) => of_authorities(name),
            (Some(_), "CHILD") => Some(Column::Id),
            (Some(shape), _) => of_table(shape, &name, seeds),
        };
        // What a column is called could tell as much as what is in it.
        let other = || if kept.has(&name) && !known.is_in(written) { Column::Kept } else { Column::LeftOut };
        (own.unwrap_or_else(other), name)
    };
    let columns: Vec<(Column, String)> = column_names(cells, seeds).into_iter().zip(cells).map(column).collect();
    if shape.is_some() && !columns.iter().any(|(column, _)| matches!(column, Column::Id)) {
        return Err(refused("has no column CHILD".to_owned(), "name the column of the children's ids CHILD"));
    }
    Ok(Columns { columns, is_read, table })
}

/// How a column that is the table's own is copied; those that identify are, wherever they are.
fn of_table(shape: &TableShape, name: &String, seeds: &Seeds) -> Option<Column> {
    if let Some(field) = Field::of(name) {
        return Some(Column::Identifying(field));
    }
    let is_own = shape.has(name) || shape.known_by.as_ref() == Some(name) || matches!(name.as_str(), "LA" | "YEAR");
    let compared = name_as_compared(name.as_bytes());
    let own = if is_own { Some(name) } else { shape.copied.iter().find(|own| column_key(own) == compared) };
    own.map(|own| Column::Own(Belongs::of(&shape.name, own, seeds)))
}

/// How a column of a list of authorities is copied, in which no row is about a child.
fn of_authorities(name: &str) -> Option<Column> {
    match name {
        "OLD_LA_CODE" | "NEW_LA_CODE" | "REGION_CODE" => Some(Column::Own(Belongs::CodeOfPlace)),
        "VALID_FROM" | "VALID_TO" => Some(Column::Own(Belongs::DayOfEpisode)),
        "LA_NAME" | "REGION_NAME" | "LA_TYPE" => Some(Column::Kept),
        _ => None,
    }
}
