//! Other names for columns of the return.

use super::file::{Mistake, SeedError, SeedFile};
use super::tables::{TableShapes, column_key};
use serde::Deserialize;
use std::collections::BTreeMap;

pub(super) const TEXT: &[u8] = include_bytes!("../../seeds/synonyms.toml");

/// The columns of the return by their other names, as these are compared.
#[derive(Debug, Clone, Default)]
pub struct Synonyms(BTreeMap<String, String>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    columns: BTreeMap<String, Vec<String>>,
}

impl Synonyms {
    /// The synonyms of a seed, for columns of `tables`.
    ///
    /// # Errors
    /// Where the seed cannot be read, or a name is that of no column, of a column already, or of two.
    pub(super) fn load(seed: &SeedFile, tables: &TableShapes) -> Result<Synonyms, SeedError> {
        let mut synonyms = BTreeMap::new();
        for (column, names) in seed.toml::<File>()?.columns {
            let wrong = |problem: String, remedy: &str| Mistake::new(problem, remedy).in_file(&seed.name);
            if tables.named(&column_key(&column)) != Some(&column) {
                return Err(wrong(format!("{column} is no column of the return"), "write one of seeds/tables.toml"));
            }
            for name in names {
                let key = column_key(&name);
                if let Some(own) = tables.named(&key) {
                    let problem = format!("'{name}' is the name of the column {own} itself");
                    return Err(wrong(problem, "take it away"));
                }
                if let Some(other) = synonyms.insert(key, column.clone()) {
                    let problem = format!("'{name}' is given for {other} and for {column}");
                    return Err(wrong(problem, "keep it with one of them"));
                }
            }
        }
        Ok(Synonyms(synonyms))
    }

    /// The column that has such a name, as it is compared, for another.
    pub(crate) fn column(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds::Seeds;
    use std::borrow::Cow;

    fn loaded(text: &'static str) -> Result<Synonyms, String> {
        let seed = SeedFile { name: "synonyms.toml".to_owned(), bytes: Cow::Borrowed(text.as_bytes()) };
        Synonyms::load(&seed, &Seeds::built_in().unwrap().tables).map_err(|error| error.to_string())
    }

    #[test]
    fn a_column_is_known_by_its_other_names() {
        let synonyms = Seeds::built_in().unwrap().synonyms;
        for (name, column) in [("child id", "CHILD"), ("CHILD_IDENTIFIER", "CHILD"), ("Date-of Birth", "DOB")] {
            assert_eq!(synonyms.column(&column_key(name)), Some(column), "{name}");
        }
        assert_eq!(synonyms.column(&column_key("Forename")), None);
    }

    #[test]
    fn a_name_is_for_one_column_that_there_is() {
        for (text, said) in [
            ("[columns]\nCHILDREN = ['Kid']", "CHILDREN is no column"),
            ("[columns]\nCHILD = ['sdq score']", "'sdq score' is the name of the column SDQ_SCORE itself"),
            ("[columns]\nCHILD = ['Kid']\nUPN = ['kid']", "'kid' is given for CHILD and for UPN"),
        ] {
            assert!(loaded(text).is_err_and(|error| error.contains(said)), "{text}");
        }
    }
}
