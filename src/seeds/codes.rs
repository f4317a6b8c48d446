//! The codes that a return may hold: the returns in which each is valid, and its roles in the definitions.

pub mod list;
pub mod roles;

use super::file::{SeedError, SeedFile, read_csv};
use crate::code::{Code, LongTexts};
use crate::seeds::file::Mistake;
use list::CodeList;
use roles::Roles;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub(super) const TEXT: &[u8] = include_bytes!("../../seeds/codes.csv");

const COLUMNS: [&str; 8] = ["table", "column", "code", "meaning", "first_return", "last_return", "basis", "role"];

/// One code, the returns it is valid in and its roles.
#[derive(Debug, Clone, Deserialize)]
struct CodeSeed {
    /// The table of the return.
    table: String,
    /// The table's column.
    column: String,
    /// The code.
    code: String,
    /// What it means.
    meaning: String,
    /// The year in which the first return that may hold it ends; open where blank.
    first_return: Option<i32>,
    /// The year in which the last return that may hold it ends; open where blank.
    last_return: Option<i32>,
    /// Its roles in the definitions, separated by spaces.
    role: String,
}

/// The lists of codes, by table and column.
#[derive(Debug)]
pub struct CodeLists {
    lists: BTreeMap<String, BTreeMap<String, Arc<CodeList>>>,
    roles: Roles,
    /// By table and column, one code for each set of roles.
    each_role: BTreeMap<String, BTreeMap<String, Vec<Code>>>,
}

impl CodeLists {
    /// The lists of a seed.
    ///
    /// # Errors
    /// Where a row does not hold what it should, or a role has no code.
    pub(super) fn load(seed: &SeedFile) -> Result<CodeLists, SeedError> {
        let long = LongTexts::default();
        let mut lists: BTreeMap<String, BTreeMap<String, (Vec<_>, Vec<_>)>> = BTreeMap::new();
        let mut by_column: BTreeMap<String, BTreeMap<String, BTreeSet<(String, Code)>>> = BTreeMap::new();
        let mut roles = Roles::default();
        for (line, row) in read_csv::<CodeSeed>(&seed.name, &COLUMNS, &seed.bytes)? {
            let wrong = |mistake: Mistake| mistake.on_line(&seed.name, line);
            roles.add((&row.table, &row.column), &row.code, &row.role).map_err(wrong)?;
            let code = Code::read(row.code.as_bytes(), &long);
            let valid = row.first_return.unwrap_or(i32::MIN)..=row.last_return.unwrap_or(i32::MAX);
            let of_column = by_column.entry(row.table.clone()).or_default().entry(row.column.clone()).or_default();
            of_column.insert((row.code.clone(), code));
            let (codes, meanings) = lists.entry(row.table).or_default().entry(row.column).or_default();
            codes.push((code, valid));
            meanings.push((row.code, row.meaning));
        }
        if let Some(role) = roles.vacant() {
            let ((table, column), name) = (role.column(), role.name());
            let remedy =
                format!("give it to codes of {column} in {table}, as in seeds/codes.csv of the program's source");
            return Err(Mistake::new(format!("no code has the role {name}"), remedy).in_file(&seed.name));
        }
        let of_table = |columns: BTreeMap<String, (Vec<_>, Vec<_>)>| {
            let of_column = |(column, (codes, meanings)): (String, _)| {
                let labelled = list::may_be_labelled(&column);
                (column, Arc::new(CodeList::of(codes, meanings, labelled)))
            };
            columns.into_iter().map(of_column).collect()
        };
        let lists = lists.into_iter().map(|(table, columns)| (table, of_table(columns))).collect();
        let of_column = |table: &str, column: &str, codes: &BTreeSet<(String, Code)>| {
            let mut of_each = BTreeMap::new();
            for &(_, code) in codes {
                of_each.entry(roles.of(code, (table, column))).or_insert(code);
            }
            of_each.into_values().collect()
        };
        let mut each_role: BTreeMap<String, BTreeMap<String, Vec<Code>>> = BTreeMap::new();
        for (table, columns) in &by_column {
            let columns = columns.iter().map(|(column, codes)| (column.clone(), of_column(table, column, codes)));
            each_role.insert(table.clone(), columns.collect());
        }
        Ok(CodeLists { lists, roles, each_role })
    }

    /// The roles of codes in the definitions.
    pub(crate) fn roles(&self) -> &Roles {
        &self.roles
    }

    /// One code of a column for each set of roles that some code of it has, so that every difference a code of the
    /// column can make is among them.
    pub(crate) fn of_each_role(&self, table: &str, column: &str) -> &[Code] {
        self.each_role.get(table).and_then(|columns| columns.get(column)).map_or(&[], Vec::as_slice)
    }

    /// The codes that some year's return may hold in a column; `None` where the column is not coded.
    pub(crate) fn of_any_year(&self, table: &str, column: &str) -> Option<&Arc<CodeList>> {
        self.lists.get(table)?.get(column)
    }

    /// The list of a column of any table; `None` where the column is not coded.
    pub(crate) fn of_column(&self, column: &str) -> Option<&CodeList> {
        self.lists.values().find_map(|columns| columns.get(column)).map(Arc::as_ref)
    }

    /// The columns that are coded.
    pub(crate) fn columns(&self) -> impl Iterator<Item = &str> {
        self.lists.values().flat_map(BTreeMap::keys).map(String::as_str)
    }

    /// These with the codes of the user's own texts, by column and by text as it is compared.
    pub(super) fn with(mut self, mut mapped: BTreeMap<String, BTreeMap<String, String>>) -> CodeLists {
        for (column, list) in self.lists.values_mut().flatten() {
            if let Some(texts) = mapped.remove(column) {
                Arc::make_mut(list).mapped = texts;
            }
        }
        self
    }

    /// Whether the return that ends in the year may hold the code in a column.
    pub(crate) fn hold(&self, table: &str, column: &str, code: &str, year: i32) -> bool {
        let listed = Code::of_tidy(code).zip(self.of_any_year(table, column));
        listed.is_some_and(|(code, list)| list.holds(code, year))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_code_is_too_long_to_be_a_number() {
        type Row = BTreeMap<String, String>;
        for (line, row) in read_csv::<Row>("codes.csv", &COLUMNS, TEXT).unwrap() {
            let plain = row["code"].bytes().all(|byte| byte.is_ascii_alphanumeric());
            assert!(plain && row["code"].len() <= 6, "line {line}: {}", row["code"]);
            let spans = row["first_return"].parse::<i32>().ok().zip(row["last_return"].parse::<i32>().ok());
            assert!(spans.is_none_or(|(first, last)| first <= last), "line {line}");
            assert!(!row["meaning"].is_empty() && matches!(row["basis"].as_str(), "V" | "R"), "line {line}");
        }
    }

    #[test]
    fn the_codes_of_2008_to_2011_and_of_today_are_listed() {
        let lists = crate::seeds::Seeds::built_in().unwrap().codes;
        for (column, codes) in [
            ("RNE", "S L P T B U"),
            ("LS", "C1 C2 D1 E1 V2 V3 V4 J1 J2 J3 L1 L2 L3"),
            ("PLACE", "Q1 Q2 U1 U6 A1 A2 A3 A6 M1 M3 T0 T4 H5 K3 Z1"),
            ("REC", "X1 E11 E12 E2 E3 E4 E4A E41 E43 E48 E9 E17"),
        ] {
            let list = lists.of_any_year("episodes", column).unwrap();
            for code in codes.split(' ') {
                assert!(list.contains(Code::of(code)), "{column} {code}");
            }
            assert!(!list.contains(Code::of("XX")));
        }
        assert!(lists.of_any_year("episodes", "URN").is_none());
    }

    #[test]
    fn a_code_is_on_the_lists_of_its_years_alone() {
        let lists = crate::seeds::Seeds::built_in().unwrap().codes;
        let list = lists.of_any_year("episodes", "PLACE").unwrap();
        for (code, year, held) in [
            ("M3", 2010, true),
            ("M3", 2011, false),
            ("Q1", 2014, true),
            ("Q1", 2015, false),
            ("U1", 2014, false),
            ("U1", 2015, true),
            ("P1", 1990, true),
            ("P1", 2030, true),
            ("XX", 2011, false),
        ] {
            assert_eq!(list.holds(Code::of(code), year), held, "{code} in {year}");
            assert_eq!(lists.hold("episodes", "PLACE", code, year), held, "{code} in {year}");
        }
    }
}
