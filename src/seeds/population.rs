//! How many people under eighteen live in each authority, by year, from a list of the user's.

use super::authorities::Authorities;
use super::file::{Mistake, SeedError, read_csv, read_file};
use crate::year::read_year;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// The population under eighteen of authorities, by three-digit code and year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Population(BTreeMap<String, BTreeMap<i32, u64>>);

/// The columns of the list.
const COLUMNS: [&str; 3] = ["code", "year", "under_18"];

#[derive(Deserialize)]
struct Row {
    code: String,
    year: String,
    under_18: String,
}

impl Population {
    /// Reads a user's file with the columns `code` (or the name), `year` and `under_18`: one row an authority and year.
    ///
    /// # Errors
    /// Where the file cannot be opened, an authority is not on the list or has a year twice, or a cell is no number.
    pub fn from_file(path: &Path, authorities: &Authorities) -> Result<Population, SeedError> {
        Population::read(&path.display().to_string(), &read_file(path)?, authorities)
    }

    fn read(file: &str, text: &[u8], authorities: &Authorities) -> Result<Population, SeedError> {
        let mut population = Population::default();
        for (line, row) in read_csv::<Row>(file, &COLUMNS, text)? {
            population.add(&row, authorities).map_err(|mistake| mistake.on_line(file, line))?;
        }
        Ok(population)
    }

    fn add(&mut self, row: &Row, authorities: &Authorities) -> Result<(), Mistake> {
        let Row { code, year, under_18 } = row;
        let index = authorities.find(code).ok_or_else(|| {
            let remedy = "write its code or name as the list has it, or take the row out";
            Mistake::new(format!("names '{code}', which is not on the list of authorities"), remedy)
        })?;
        let of_year = read_year(year)
            .ok_or_else(|| Mistake::new(format!("year '{year}' is not a year"), "write one such as 2009"))?;
        let children = under_18.trim().parse().ok().filter(|children| *children > 0).ok_or_else(|| {
            Mistake::new(format!("under_18 '{under_18}' is not a whole number from 1"), "write it without separators")
        })?;
        let of_authority = self.0.entry(authorities.get(index).code.clone()).or_default();
        match of_authority.insert(of_year, children) {
            Some(_) => Err(Mistake::new(format!("has {code} in {of_year} a second time"), "keep one of the rows")),
            None => Ok(()),
        }
    }

    /// The population of an authority in the latest year up to one; none where the list has none.
    pub(crate) fn under_18(&self, code: &str, year: i32) -> Option<u64> {
        self.0.get(code)?.range(..=year).next_back().map(|(_, children)| *children)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds::Seeds;

    fn read(rows: &str) -> Result<Population, String> {
        let authorities = Seeds::built_in().unwrap().authorities;
        let text = format!("code,year,under_18\n{rows}");
        Population::read("people.csv", text.as_bytes(), &authorities).map_err(|error| error.to_string())
    }

    #[test]
    fn the_latest_year_up_to_the_one_asked_for_counts() {
        let population = read("302,2010,80000\nBarnet,2011,81000\n303,2012,50000\n").unwrap();
        let of = |code, year| population.under_18(code, year);
        assert_eq!([of("302", 2009), of("302", 2010), of("302", 2012)], [None, Some(80_000), Some(81_000)]);
        assert_eq!([of("303", 2011), of("304", 2011)], [None, None]);
    }

    #[test]
    fn a_faulty_row_is_named() {
        for (rows, said) in [
            ("Atlantis,2010,1", "names 'Atlantis', which is not on the list"),
            ("302,then,1", "year 'then' is not a year"),
            ("302,2010,0", "under_18 '0' is not a whole number from 1"),
            ("302,2010,\"8,000\"", "under_18 '8,000' is not a whole number"),
            ("302,2010,1\nBarnet,2010,1", "has Barnet in 2010 a second time"),
        ] {
            let error = read(rows).unwrap_err();
            assert!(error.contains(said), "{error}");
        }
    }
}
