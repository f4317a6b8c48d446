//! What the tables of a return look like: the columns by which each is recognised.

use super::file::{SeedError, SeedFile};
use serde::Deserialize;
use std::collections::BTreeMap;

pub(super) const TEXT: &[u8] = include_bytes!("../../seeds/tables.toml");

/// The columns of one table.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct TableShape {
    /// The table's name: `episodes`.
    pub name: String,
    /// Columns without which it cannot be read; empty for a table that is skipped.
    #[serde(default)]
    pub needed: Vec<String>,
    /// Columns of which at least one is needed.
    #[serde(default)]
    pub any_of: Vec<String>,
    /// Other columns of the return.
    #[serde(default)]
    pub other: Vec<String>,
    /// Other columns of a table that is skipped: they are copied, and nothing else is known of them.
    #[serde(default)]
    pub copied: Vec<String>,
    /// The column by which a table that is skipped is recognised.
    pub known_by: Option<String>,
    /// Whether only the checks read it, so that it is skipped elsewhere.
    #[serde(default)]
    pub for_checks: bool,
    /// Whether no indicator reads it, but groups and the care population do: another table may have its columns.
    #[serde(default)]
    pub for_context: bool,
}

impl TableShape {
    /// Whether a column is the table's own, as far as its columns are listed.
    pub(crate) fn has(&self, column: &String) -> bool {
        [&self.needed, &self.any_of, &self.other].into_iter().any(|list| list.contains(column))
    }
}

/// The tables that are read and those that are skipped.
#[derive(Debug, Clone)]
pub struct TableShapes {
    /// Every table's shape, in the order of the definitions.
    pub list: Vec<TableShape>,
    /// Every column of the return, by its name as it is compared.
    columns: BTreeMap<String, String>,
}

impl TableShapes {
    /// The column of the return, of whatever table, whose name is compared so.
    pub(crate) fn named(&self, key: &str) -> Option<&str> {
        self.columns.get(key).map(String::as_str)
    }

    /// The name of every column of the return.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.columns.values().map(String::as_str)
    }
}

/// A column's name as it is compared: in capitals, without spaces, hyphens and underscores.
pub(crate) fn column_key(name: &str) -> String {
    name.chars()
        .filter(|character| !character.is_whitespace() && !matches!(character, '-' | '_'))
        .collect::<String>()
        .to_uppercase()
}

/// Columns that any table may have.
const ANYWHERE: [&str; 2] = ["LA", "YEAR"];

#[derive(Deserialize)]
struct File {
    table: Vec<TableShape>,
}

/// The shapes of a seed.
///
/// # Errors
/// Where the seed cannot be read.
pub(super) fn load(seed: &SeedFile) -> Result<TableShapes, SeedError> {
    let list = seed.toml::<File>()?.table;
    let of_shape = |shape: &TableShape| {
        let lists = [&shape.needed, &shape.any_of, &shape.other].into_iter().flatten();
        lists.chain(&shape.known_by).cloned().collect::<Vec<_>>()
    };
    let own = list.iter().flat_map(of_shape).chain(ANYWHERE.map(str::to_owned));
    let columns = own.map(|column| (column_key(&column), column)).collect();
    Ok(TableShapes { list, columns })
}
