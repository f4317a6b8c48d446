//! A user's own headings and codes, in TOML.

use super::codes::CodeLists;
use super::codes::list::{CodeList, as_compared};
use super::file::{Mistake, SeedError, SeedFile};
use super::identifying::IdentifyingColumns;
use super::synonyms::{Names, Synonyms, add};
use super::tables::{TableShapes, column_key};
use crate::code::Code;
use crate::identity::Field;
use crate::likeness::{LIKELY, letters_apart, likeness};
use crate::text::tidy;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use toml::Spanned;
use toml::de::{DeString, DeValue};

/// The tables of such a file.
const TABLES: [&str; 2] = ["columns", "codes"];

/// How many of the nearest codes are named.
const NEAREST: usize = 5;

/// What a user's file says of headings and codes, as it is written there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// Headings, by the column that they are read as.
    pub columns: BTreeMap<String, Vec<String>>,
    /// Listed codes, by column and by the text that stands for each.
    pub codes: BTreeMap<String, BTreeMap<String, String>>,
}

/// The same as it is compared.
#[derive(Debug, Default)]
pub(super) struct Compared {
    /// Names of columns.
    pub names: Names,
    /// Listed codes, by column and by the text that stands for each as it is compared.
    pub codes: BTreeMap<String, BTreeMap<String, String>>,
    /// As it is written.
    pub written: Mapping,
}

/// What is known without the file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'seeds> {
    /// The columns that there are.
    pub tables: &'seeds TableShapes,
    /// Their other names.
    pub synonyms: &'seeds Synonyms,
    /// Their codes.
    pub codes: &'seeds CodeLists,
    /// What a heading looks like that identifies a child.
    pub identifying: &'seeds IdentifyingColumns,
}

type Key<'text> = Spanned<DeString<'text>>;
type Value<'text> = Spanned<DeValue<'text>>;

impl Compared {
    /// Reads a file of nothing else: a table `columns`, in which a column of the return has a list of headings, and for a
    /// column of codes a table `codes.COLUMN`, in which a text has a code.
    ///
    /// # Errors
    /// Where the file cannot be opened or is not TOML, a key is not known, a heading is another column's, or a code is
    /// on no list of its column.
    pub(super) fn from_file(path: &Path, known: Known<'_>) -> Result<Compared, SeedError> {
        let file = SeedFile::of_user(path)?;
        for (key, _) in &file.placed_toml()? {
            let other = key.get_ref().as_ref();
            if !TABLES.contains(&other) {
                let problem = format!("'{other}' is no part of such a file");
                let meant = TABLES.iter().find(|table| likeness(other, table) >= LIKELY);
                let remedy = match meant {
                    Some(table) => format!("did you mean {table}?"),
                    None => "write the table [columns], or [codes.COLUMN] with the name of a column".to_owned(),
                };
                return Err(file.wrong(&key.span(), Mistake::new(problem, remedy)));
            }
        }
        Compared::read(&file, known)
    }

    /// Reads the two tables of a file that may hold more.
    ///
    /// # Errors
    /// As [`Compared::from_file`], except that other keys are for others.
    pub(super) fn read(file: &SeedFile, known: Known<'_>) -> Result<Compared, SeedError> {
        let reader = Reader { file, known };
        let mut mapping = Compared::default();
        for (key, value) in &file.placed_toml()? {
            match key.get_ref().as_ref() {
                "columns" => reader.columns(value, &mut mapping)?,
                "codes" => reader.codes(value, &mut mapping)?,
                _ => {}
            }
        }
        Ok(mapping)
    }
}

/// A file that is being read.
struct Reader<'run> {
    file: &'run SeedFile,
    known: Known<'run>,
}

impl Reader<'_> {
    fn wrong(&self, place: &Range<usize>, problem: impl Into<String>, remedy: impl Into<String>) -> SeedError {
        self.file.wrong(place, Mistake::new(problem, remedy))
    }

    fn columns(&self, value: &Value<'_>, mapping: &mut Compared) -> Result<(), SeedError> {
        for (key, headings) in self.table(value, "columns", "PLACE = [\"Placement type\"]")? {
            let column = self.column(key)?;
            let not_a_list = |place: &Range<usize>| {
                let remedy = format!("write them as a list, each in quotes: {column} = [\"One\", \"Another\"]");
                self.wrong(place, format!("the headings of {column} are no list of texts"), remedy)
            };
            let list = headings.get_ref().as_array().ok_or_else(|| not_a_list(&headings.span()))?;
            for heading in list.iter() {
                let name = heading.get_ref().as_str().ok_or_else(|| not_a_list(&heading.span()))?;
                self.heading(name, column, mapping).map_err(|mistake| self.file.wrong(&heading.span(), mistake))?;
                mapping.written.columns.entry(column.to_owned()).or_default().push(name.to_owned());
            }
        }
        Ok(())
    }

    fn heading(&self, name: &str, column: &str, mapping: &mut Compared) -> Result<(), Mistake> {
        let compared = column_key(name);
        let there = mapping.names.get(&compared).map(|other| other.column.as_str());
        match self.known.tables.named(&compared).or(there) {
            _ if compared.is_empty() => Err(Mistake::new("a heading is blank", "take it away")),
            Some(known) if known == column => Ok(()),
            // A date of birth or a postcode is guarded wherever it goes; a name in another column is not.
            _ if self.known.identifying.look_like(name) && Field::of(column).is_none() => {
                Err(Mistake::new(format!("'{name}' is given for {column}, and looks identifying"), "take it away"))
            }
            _ => add(&mut mapping.names, name.to_owned(), column, self.known.tables),
        }
    }

    /// The column of the return that a key names.
    fn column(&self, key: &Key<'_>) -> Result<&str, SeedError> {
        let Known { tables, synonyms, .. } = self.known;
        let name = key.get_ref().as_ref();
        tables.named(&column_key(name)).ok_or_else(|| {
            let remedy = match synonyms.likely(name, &tables.names().collect::<Vec<_>>()) {
                Some(meant) => format!("did you mean {meant}?"),
                None => "write the name that a column has in the return, such as PLACE".to_owned(),
            };
            self.wrong(&key.span(), format!("'{name}' is no column of the return"), remedy)
        })
    }

    fn codes(&self, value: &Value<'_>, mapping: &mut Compared) -> Result<(), SeedError> {
        for (key, texts) in self.table(value, "codes", "[codes.ACCOM]")? {
            let (column, list) = self.coded(key)?;
            for (text, code) in self.table(texts, &format!("codes.{column}"), "\"With parents\" = \"B1\"")? {
                let name = text.get_ref().as_ref();
                check_text(name, list).map_err(|mistake| self.file.wrong(&text.span(), mistake))?;
                let code = self.code(column, list, code)?;
                let written = mapping.written.codes.entry(column.to_owned()).or_default();
                written.insert(name.to_owned(), code.clone());
                let of_column = mapping.codes.entry(column.to_owned()).or_default();
                if let Some(other) = of_column.insert(as_compared(name.as_bytes()), code.clone())
                    && other != code
                {
                    let problem = format!("'{name}' is given for {other} and for {code} of {column}");
                    return Err(self.wrong(&text.span(), problem, "keep the one that it means"));
                }
            }
        }
        Ok(())
    }

    /// The column of codes that a key names, and its list.
    fn coded(&self, key: &Key<'_>) -> Result<(&str, &CodeList), SeedError> {
        let Known { tables, synonyms, codes, .. } = self.known;
        let name = key.get_ref().as_ref();
        let column = tables.named(&column_key(name)).and_then(|column| Some((column, codes.of_column(column)?)));
        column.ok_or_else(|| {
            let coded: Vec<&str> = codes.columns().collect();
            let remedy = match synonyms.likely(name, &coded) {
                Some(meant) => format!("did you mean {meant}?"),
                None => format!("the columns of codes are {}", coded.join(", ")),
            };
            self.wrong(&key.span(), format!("'{name}' is no column of codes"), remedy)
        })
    }

    /// A listed code of a column, as the list has it.
    fn code(&self, column: &str, list: &CodeList, value: &Value<'_>) -> Result<String, SeedError> {
        let Some(text) = value.get_ref().as_str() else {
            let problem = format!("a code of {column} is no text");
            return Err(self.wrong(&value.span(), problem, "write it in quotes"));
        };
        let code = String::from_utf8_lossy(tidy(text.as_bytes())).to_uppercase();
        if Code::of_tidy(&code).is_some_and(|code| list.contains(code)) {
            return Ok(code);
        }
        let remedy = format!("the nearest listed codes are {}", nearest(&code, list).join(", "));
        Err(self.wrong(&value.span(), format!("'{text}' is on no year's list of {column}"), remedy))
    }

    fn table<'value, 'text>(
        &self,
        value: &'value Value<'text>,
        name: &str,
        example: &str,
    ) -> Result<&'value toml::de::DeTable<'text>, SeedError> {
        let problem = || self.wrong(&value.span(), format!("{name} is no table"), format!("write, for one, {example}"));
        value.get_ref().as_table().ok_or_else(problem)
    }
}

/// Whether a text may stand for a code.
fn check_text(text: &str, list: &CodeList) -> Result<(), Mistake> {
    let compared = as_compared(text.as_bytes());
    if compared.is_empty() {
        return Err(Mistake::new("a blank cell is given a code", "take it away: a blank cell is read as blank"));
    }
    match Code::of_tidy(&compared).filter(|code| list.contains(*code)) {
        Some(_) => Err(Mistake::new(format!("'{text}' is a listed code itself"), "take it away")),
        None => Ok(()),
    }
}

/// The listed codes that need the fewest letters changed.
fn nearest<'list>(code: &str, list: &'list CodeList) -> Vec<&'list str> {
    let letters = |text: &str| text.chars().collect::<Vec<char>>();
    let mut codes: Vec<&str> = list.meanings().map(|(listed, _)| listed).collect();
    codes.sort_by_key(|listed| (letters_apart(&letters(code), &letters(listed)), *listed));
    codes.truncate(NEAREST);
    codes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds::Seeds;

    fn read(text: &str) -> Result<Seeds, String> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("mine.toml");
        std::fs::write(&file, text).unwrap();
        Seeds::built_in().unwrap().with_mapping(&file).map_err(|error| crate::fault::with_help(&error))
    }

    #[test]
    fn headings_and_codes_are_the_users_own() {
        let text =
            "[columns]\nplace = ['Kind of home', 'KIND_OF_HOME', 'PLACE']\n[codes.ACCOM]\n\"With parents\" = \" b1\"\n";
        let seeds = read(text).unwrap();
        assert_eq!(seeds.mapping.columns["PLACE"], ["Kind of home", "KIND_OF_HOME", "PLACE"]);
        assert_eq!(seeds.mapping.codes["ACCOM"]["With parents"], "B1");
        assert_eq!(seeds.synonyms.of_user(&column_key("kind-of-home")), Some("PLACE"));
        let list = seeds.codes.of_column("ACCOM").unwrap();
        assert_eq!(list.mapped(b" with PARENTS "), Some(Code::of("B1")));
        assert_eq!(list.code_of(b"With parents"), Some(Code::of("B1")));
        assert_eq!((list.mapped(b"With parent"), list.mapped(b"")), (None, None));
        assert!(!seeds.codes.of_column("ACTIV").unwrap().is_mapped());
        for text in
            ["", "\u{feff}[columns]\r\n[codes.ACCOM]\r\n", "[columns]\nDOB = ['Birthdate']\nPL_POST = ['Address now']"]
        {
            assert!(read(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn a_mistake_is_named_with_its_line_and_the_remedy() {
        for (text, said) in [
            ("\ncolumn = 1\n", "line 2: 'column' is no part of such a file: did you mean columns?"),
            ("names = 1\n", "line 1: 'names' is no part of such a file: write the table [columns], or [codes.COLUMN]"),
            ("columns = 1\n", "line 1: columns is no table: write, for one, PLACE = [\"Placement type\"]"),
            ("[columns]\n\nPLACES = ['x']\n", "line 3: 'PLACES' is no column of the return: did you mean PLACE?"),
            (
                "[columns]\n'Legal status' = ['x']\n",
                "line 2: 'Legal status' is no column of the return: did you mean LS?",
            ),
            ("[columns]\nCOLUMN = ['x']\n", "line 2: 'COLUMN' is no column of the return: write the name"),
            ("[columns]\nPLACE = 'x'\n", "line 2: the headings of PLACE are no list of texts: write them as a list"),
            ("[columns]\nPLACE = [\n'x',\n3]\n", "line 4: the headings of PLACE are no list of texts"),
            (
                "[columns]\nCHILD = ['Child name']\n",
                "line 2: 'Child name' is given for CHILD, and looks identifying: take it",
            ),
            ("[columns]\nPLACE = [' ']\n", "line 2: a heading is blank: take it away"),
            (
                "[columns]\nPLACE = ['ls']\n",
                "line 2: 'ls' is given for PLACE, but is the name of the column LS itself: take it away",
            ),
            (
                "[columns]\nLS = ['Kind']\nPLACE = ['KIND']\n",
                "line 3: 'KIND' is given for LS and for PLACE: keep it once, with the column that it means",
            ),
            ("[codes.ACOM]\nx = 'B1'\n", "line 1: 'ACOM' is no column of codes: did you mean ACCOM?"),
            (
                "[codes.DECOM]\nx = 'B1'\n",
                "line 1: 'DECOM' is no column of codes: the columns of codes are FOSTER_CARE,",
            ),
            ("[codes]\nACCOM = 'B1'\n", "line 2: codes.ACCOM is no table: write, for one, \"With parents\" = \"B1\""),
            (
                "[codes.ACCOM]\nx = 'B3'\n",
                "line 2: 'B3' is on no year's list of ACCOM: the nearest listed codes are B1, B2, 0, C1, C2",
            ),
            ("[codes.KS4_LEVEL2_EM]\nYes = 1\n", "line 2: a code of KS4_LEVEL2_EM is no text: write it in quotes"),
            ("[codes.ACCOM]\nu1 = 'B1'\n", "line 2: 'u1' is a listed code itself: take it away"),
            ("[codes.ACCOM]\n' ' = 'B1'\n", "line 2: a blank cell is given a code: take it away"),
            (
                "[codes.ACCOM]\n'With parents' = 'B1'\n'WITH PARENTS' = 'B2'\n",
                "is given for B2 and for B1 of ACCOM: keep the one that it means",
            ),
        ] {
            let error = read(text).unwrap_err();
            assert!(error.contains("mine.toml") && error.contains(said), "{text}: {error}");
        }
    }
}
