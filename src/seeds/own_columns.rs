//! Columns that the user wants to stand beside children, such as the team that is responsible for them.

use super::file::Mistake;
use super::tables::column_key;
use crate::identity::{Field, IDS};

/// The columns of header or episodes that stand beside children, each once, in the order given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnColumns(Vec<String>);

impl OwnColumns {
    /// The columns of these names.
    ///
    /// # Errors
    /// Where one is blank, or is a child's id or an identifying field of the return.
    pub(crate) fn named<'names>(names: impl IntoIterator<Item = &'names str>) -> Result<OwnColumns, Mistake> {
        let mut columns: Vec<String> = Vec::new();
        for name in names {
            let column = name.trim().to_uppercase();
            if column.is_empty() {
                return Err(Mistake::new("a column without a name", "write its heading, as TEAM"));
            }
            if Field::of(&column).is_some() || IDS.contains(&column.as_str()) {
                return Err(Mistake::new(
                    format!("{column} identifies a child"),
                    "name a column that puts children into groups, as TEAM",
                ));
            }
            if !columns.iter().any(|known| column_key(known) == column_key(&column)) {
                columns.push(column);
            }
        }
        Ok(OwnColumns(columns))
    }

    /// Their names, in capitals.
    pub(crate) fn names(&self) -> &[String] {
        &self.0
    }

    /// Whether none was named.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The place of a column of a file among them: names are compared without spaces, hyphens and underscores.
    pub(crate) fn place(&self, column: &str) -> Option<usize> {
        self.0.iter().position(|own| column_key(own) == column_key(column))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_column_is_named_once_and_compared_as_headings_are() {
        let columns = OwnColumns::named(["Team", " TEAM ", "Area office"]).unwrap();
        assert_eq!(columns.names(), ["TEAM", "AREA OFFICE"]);
        assert_eq!(columns.place("AREA_OFFICE"), Some(1));
        assert_eq!(columns.place("AREA"), None);
    }

    #[test]
    fn what_identifies_a_child_puts_nobody_into_a_group() {
        for (name, said) in [
            ("dob", "DOB identifies a child"),
            ("PL_POST", "PL_POST identifies a child"),
            ("CHILD", "CHILD identifies a child"),
            ("UPN", "UPN identifies a child"),
            ("  ", "a column without a name"),
        ] {
            assert_eq!(OwnColumns::named([name]).unwrap_err().to_string(), said);
        }
    }
}
