//! The headings of a file, each with the column of the return that it names.

use crate::lines::visible;
use crate::seeds::Seeds;
use crate::seeds::tables::column_key;
use crate::text::trim;
use std::collections::BTreeSet;

/// One heading of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    /// As it is in the file, trimmed.
    pub shown: String,
    /// The same, as names are compared.
    pub compared: String,
    /// The column of the return, of whatever table, that it names.
    pub column: Option<String>,
    /// Whether it names the column by another name than the return's.
    pub is_other: bool,
}

impl Name {
    /// The column by the name of the return, where it has one; else the heading in capitals.
    pub(crate) fn in_return(&self) -> String {
        self.column.clone().unwrap_or_else(|| self.shown.to_uppercase())
    }
}

/// The headings of a file. For a column that one of them names by the user's own list, the seeds' other names do not count.
pub(crate) fn names(cells: &[String], seeds: &Seeds) -> Vec<Name> {
    let compared: Vec<String> = cells.iter().map(|cell| name_as_compared(cell.as_bytes())).collect();
    let users: BTreeSet<&str> = compared.iter().filter_map(|name| seeds.synonyms.of_user(name)).collect();
    let named = |(cell, compared): (&String, &String)| {
        let own = seeds.tables.named(compared);
        let of_seeds = || seeds.synonyms.of_seeds(compared).filter(|column| !users.contains(column));
        let column = own.or_else(|| seeds.synonyms.of_user(compared)).or_else(of_seeds);
        Name {
            shown: shown(cell),
            compared: compared.clone(),
            column: column.map(str::to_owned),
            is_other: own.is_none() && column.is_some(),
        }
    };
    cells.iter().zip(&compared).map(named).collect()
}

/// A heading as messages show it.
fn shown(cell: &str) -> String {
    visible(&String::from_utf8_lossy(trim(cell.as_bytes())))
}

/// The name of a column as it is compared: in capitals, without spaces, hyphens and underscores.
pub(crate) fn name_as_compared(cell: &[u8]) -> String {
    let text = trim(cell);
    // Quotes after a byte-order mark are part of the cell.
    let text = match text {
        [b'"', quoted @ .., b'"'] => quoted,
        text => text,
    };
    column_key(&String::from_utf8_lossy(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(headings: &str, mapping: &str) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("mine.toml");
        std::fs::write(&file, mapping).unwrap();
        let seeds = Seeds::built_in().unwrap().with_mapping(&file).unwrap();
        let cells: Vec<String> = headings.split(',').map(str::to_owned).collect();
        names(&cells, &seeds).iter().map(Name::in_return).collect()
    }

    #[test]
    fn the_users_own_names_go_before_those_of_the_seeds() {
        // `Placement type` is PLACE in the seeds.
        assert_eq!(columns("Placement type,Kind", ""), ["PLACE", "KIND"]);
        assert_eq!(columns("Placement type,Kind", "[columns]\nLS = ['placement_type']"), ["LS", "KIND"]);
        assert_eq!(columns("Placement type,Kind", "[columns]\nPLACE = ['Kind']"), ["PLACEMENT TYPE", "PLACE"]);
        assert_eq!(columns("Placement type,Kind", "[columns]\nPLACE = ['Sort']"), ["PLACE", "KIND"]);
        assert_eq!(columns("PLACE,Kind", "[columns]\nPLACE = ['Kind']"), ["PLACE", "PLACE"], "refused further on");
    }
}
