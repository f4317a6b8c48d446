//! Other names for columns of the return.

use super::file::{Mistake, SeedError, SeedFile};
use super::tables::{TableShapes, column_key};
use crate::likeness::{LIKELY, likeness};
use serde::Deserialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

pub(super) const TEXT: &[u8] = include_bytes!("../../seeds/synonyms.toml");

/// The columns of the return by their other names.
#[derive(Debug, Clone, Default)]
pub struct Synonyms {
    /// Those of the seeds.
    seeds: Names,
    /// The user's own, which go before those of the seeds.
    users: Names,
}

/// Other names, by how they are compared.
pub(super) type Names = BTreeMap<String, OtherName>;

/// Another name for a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OtherName {
    /// As it is written.
    pub name: String,
    /// The column.
    pub column: String,
}

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
        let mut names = Names::new();
        for (column, others) in seed.toml::<File>()?.columns {
            if tables.named(&column_key(&column)) != Some(&column) {
                let mistake =
                    Mistake::new(format!("{column} is no column of the return"), "write one of seeds/tables.toml");
                return Err(mistake.in_file(&seed.name));
            }
            for name in others {
                add(&mut names, name, &column, tables).map_err(|mistake| mistake.in_file(&seed.name))?;
            }
        }
        Ok(Synonyms { seeds: names, users: Names::new() })
    }

    /// These with the user's own.
    pub(super) fn with(self, users: Names) -> Synonyms {
        Synonyms { users, ..self }
    }

    /// The column for which the user gives such a name, as it is compared.
    pub(crate) fn of_user(&self, key: &str) -> Option<&str> {
        self.users.get(key).map(|other| other.column.as_str())
    }

    /// The column that has such a name, as it is compared, in the seeds.
    pub(crate) fn of_seeds(&self, key: &str) -> Option<&str> {
        self.seeds.get(key).map(|other| other.column.as_str())
    }

    /// Which of some columns was most likely meant by a heading, by their own names and their others.
    pub(crate) fn likely<'names>(&self, heading: &str, among: &[&'names str]) -> Option<&'names str> {
        let alike = |column: &str| {
            let others = self.seeds.values().chain(self.users.values()).filter(|other| other.column == column);
            let names = others.map(|other| other.name.as_str()).chain([column]);
            names.map(|name| likeness(heading, name)).max().unwrap_or_default()
        };
        let likely = among.iter().map(|column| (alike(column), *column)).filter(|(alike, _)| *alike >= LIKELY);
        // Of two that are as alike, the first by name.
        likely.min_by_key(|(alike, column)| (Reverse(*alike), *column)).map(|(_, column)| column)
    }
}

/// Adds another name for a column.
///
/// # Errors
/// Where it is a column's own name, or one that is there already.
pub(super) fn add(names: &mut Names, name: String, column: &str, tables: &TableShapes) -> Result<(), Mistake> {
    let key = column_key(&name);
    if let Some(own) = tables.named(&key) {
        let problem = if own == column {
            format!("'{name}' is the name of the column {own} itself")
        } else {
            format!("'{name}' is given for {column}, but is the name of the column {own} itself")
        };
        return Err(Mistake::new(problem, "take it away"));
    }
    if let Some(there) = names.get(&key) {
        let problem = if there.column == column {
            format!("'{name}' and '{}' are one name for {column}", there.name)
        } else {
            format!("'{name}' is given for {} and for {column}", there.column)
        };
        return Err(Mistake::new(problem, "keep it once, with the column that it means"));
    }
    names.insert(key, OtherName { name, column: column.to_owned() });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds::Seeds;
    use std::borrow::Cow;

    fn loaded(text: &'static str) -> Result<Synonyms, String> {
        let seed = SeedFile { name: "synonyms.toml".to_owned(), bytes: Cow::Borrowed(text.as_bytes()) };
        Synonyms::load(&seed, &Seeds::built_in().unwrap().tables).map_err(|error| crate::fault::with_help(&error))
    }

    #[test]
    fn a_column_is_known_by_its_other_names() {
        let synonyms = Seeds::built_in().unwrap().synonyms;
        for (name, column) in [
            ("child id", "CHILD"),
            ("CHILDID", "CHILD"),
            ("CHILD_IDENTIFIER", "CHILD"),
            ("Date-of Birth", "DOB"),
            ("PL", "PLACE"),
            ("Ethnicity", "ETHNIC"),
            ("Gender", "SEX"),
            ("Category of need", "CIN"),
        ] {
            assert_eq!(synonyms.of_seeds(&column_key(name)), Some(column), "{name}");
        }
        assert_eq!(synonyms.of_seeds(&column_key("Forename")), None);
    }

    #[test]
    fn every_column_of_a_table_that_is_read_has_another_name() {
        let seeds = Seeds::built_in().unwrap();
        let has_other = |column: &str| seeds.synonyms.seeds.values().any(|other| other.column == column);
        for column in seeds.tables.names() {
            assert!(has_other(column), "{column}");
        }
    }

    #[test]
    fn a_name_is_for_one_column_that_there_is() {
        for (text, said) in [
            ("[columns]\nCHILDREN = ['Kid']", "CHILDREN is no column of the return: write one of seeds/tables.toml"),
            (
                "[columns]\nSDQ_SCORE = ['sdq score']",
                "'sdq score' is the name of the column SDQ_SCORE itself: take it away",
            ),
            (
                "[columns]\nCHILD = ['sdq score']",
                "'sdq score' is given for CHILD, but is the name of the column SDQ_SCORE itself: take it away",
            ),
            (
                "[columns]\nCHILD = ['Kid']\nUPN = ['kid']",
                "'kid' is given for CHILD and for UPN: keep it once, with the column that it means",
            ),
            ("[columns]\nCHILD = ['Kid no', 'KID_NO']", "'KID_NO' and 'Kid no' are one name for CHILD: keep it once"),
        ] {
            let error = loaded(text).unwrap_err();
            assert!(error.starts_with("synonyms.toml: ") && error.contains(said), "{text}: {error}");
        }
    }

    #[test]
    fn the_column_that_was_likely_meant_is_near_by_letters_or_words() {
        let synonyms = Seeds::built_in().unwrap().synonyms;
        let among = ["DEC", "DECOM", "LS", "PLACE", "REC"];
        for (heading, column) in [
            ("Current placement type", Some("PLACE")),
            ("DECM", Some("DECOM")),
            ("Legal status now", Some("LS")),
            ("End date of episode", Some("DEC")),
            // A letter of three is too much; an unlike word too.
            ("DAC", None),
            ("Placement end date", None),
            ("Colour", None),
            ("", None),
        ] {
            assert_eq!(synonyms.likely(heading, &among), column, "{heading}");
        }
    }
}
