//! Statistical neighbours: for each authority, those most like it, nearest first, as a model found them.

use super::authorities::Authorities;
use super::file::{Mistake, SeedError, read_csv, read_file};
use crate::year::read_year;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;

/// The neighbours of authorities, of one model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Neighbours {
    /// The year of the model; none where neither the file nor its name gives it.
    pub year: Option<i32>,
    /// The three-digit codes of each authority's neighbours, in order of rank.
    by_code: BTreeMap<String, Vec<String>>,
    left_out: Option<LeftOut>,
}

/// Rows whose authority or neighbour is not on the list of authorities.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// How many there are.
    pub lines: usize,
    /// The first of them, as a spreadsheet shows it.
    pub line: u64,
    /// The name or code in it that is not on the list.
    pub name: String,
}

/// In words, as they follow the file's name.
impl fmt::Display for LeftOut {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let LeftOut { lines, line, name } = self;
        let remedy = "write its code or name as the list has it, or give the list that has it with --authorities";
        match lines {
            1 => write!(
                formatter,
                "line {line} names '{name}', which is not on the list of authorities: left out; {remedy}"
            ),
            _ => write!(
                formatter,
                "{lines} lines name an authority that is not on the list: left out; the first is line {line}, '{name}'; \
                 {remedy}"
            ),
        }
    }
}

/// The columns that a list must have, and one of [`NEIGHBOUR`].
const COLUMNS: [&str; 2] = ["code", "rank"];
/// What the column of the neighbour may be called.
const NEIGHBOUR: &str = "neighbour or neighbour_code";

#[derive(Deserialize)]
struct Row {
    code: String,
    rank: String,
    neighbour: Option<String>,
    neighbour_code: Option<String>,
    #[serde(default)]
    year: String,
}

/// The neighbours of one authority as they are read: rank to code.
type Ranked = BTreeMap<u32, String>;

impl Neighbours {
    /// Reads a user's file with the columns `code`, `rank`, `neighbour` (or `neighbour_code`) and, where wanted,
    /// `year`: one row for each neighbour of an authority, by code or name, the nearest of rank 1. Without a column
    /// `year` the year is that in the file's name, if there is just one. Rows of authorities or neighbours that the
    /// list of authorities does not have are left out and counted.
    ///
    /// # Errors
    /// Where the file cannot be opened, a rank is not a whole number from 1, the years differ, or an authority has
    /// itself, a neighbour twice or a rank twice.
    pub fn from_file(path: &Path, authorities: &Authorities) -> Result<Neighbours, SeedError> {
        let name = path.file_stem().map(|name| name.to_string_lossy()).unwrap_or_default();
        let mut neighbours = Neighbours::read(&path.display().to_string(), &read_file(path)?, authorities)?;
        neighbours.year = neighbours.year.or_else(|| year_in(&name));
        Ok(neighbours)
    }

    fn read(file: &str, text: &[u8], authorities: &Authorities) -> Result<Neighbours, SeedError> {
        let code_of = |text: &str| authorities.find(text).map(|index| authorities.get(index).code.clone());
        let mut of_authorities = BTreeMap::<String, Ranked>::new();
        let mut year = None;
        let mut left_out: Option<LeftOut> = None;
        for (line, row) in read_csv::<Row>(file, &COLUMNS, text)? {
            let wrong = |mistake: Mistake| mistake.on_line(file, line);
            same_year(&mut year, &row.year).map_err(wrong)?;
            let rank = rank(&row.rank).map_err(wrong)?;
            let neighbour = row.neighbour_code.or(row.neighbour);
            let neighbour = neighbour.ok_or_else(|| {
                wrong(Mistake::new("names no neighbour", format!("give its code or name in a column {NEIGHBOUR}")))
            })?;
            match (code_of(&row.code), code_of(&neighbour)) {
                (Some(code), Some(neighbour)) => {
                    add(of_authorities.entry(code.clone()).or_default(), &code, rank, neighbour).map_err(wrong)?;
                }
                (code, _) => {
                    let name = if code.is_none() { row.code } else { neighbour };
                    left_out.get_or_insert(LeftOut { lines: 0, line, name }).lines += 1;
                }
            }
        }
        let in_order = |(code, ranked): (String, Ranked)| (code, ranked.into_values().collect());
        Ok(Neighbours { year: year.flatten(), by_code: of_authorities.into_iter().map(in_order).collect(), left_out })
    }

    /// The three-digit codes of an authority's neighbours, nearest first; none where the list has none.
    pub(crate) fn of(&self, code: &str) -> &[String] {
        self.by_code.get(code).map_or(&[], Vec::as_slice)
    }

    /// What they are called, with the year of the model or that it is not known.
    pub fn name(&self) -> String {
        match self.year {
            Some(year) => format!("statistical neighbours (model of {year})"),
            None => "statistical neighbours (year of the model not given)".to_owned(),
        }
    }

    /// The rows of an authority or a neighbour that the list of authorities does not have, where there are any.
    pub fn left_out(&self) -> Option<&LeftOut> {
        self.left_out.as_ref()
    }
}

fn rank(text: &str) -> Result<u32, Mistake> {
    let rank = text.parse().ok().filter(|rank| *rank > 0);
    rank.ok_or_else(|| {
        Mistake::new(format!("rank '{text}' is not a whole number from 1"), "write 1 for the nearest, 2 for the next")
    })
}

/// Holds the year of a line against that of the lines before, of which there are none at first.
fn same_year(held: &mut Option<Option<i32>>, text: &str) -> Result<(), Mistake> {
    let year = match text {
        "" => None,
        _ => Some(
            read_year(text)
                .ok_or_else(|| Mistake::new(format!("year '{text}' is not a year"), "write one such as 2009"))?,
        ),
    };
    if *held.get_or_insert(year) == year {
        return Ok(());
    }
    let before = held.flatten().map_or("blank".to_owned(), |year| year.to_string());
    Err(Mistake::new(
        format!("year '{text}' is not that of the lines before, which is {before}"),
        "give the neighbours of one model",
    ))
}

fn add(ranked: &mut Ranked, code: &str, rank: u32, neighbour: String) -> Result<(), Mistake> {
    if neighbour == code {
        return Err(Mistake::new(format!("{code} is its own neighbour"), "name another authority"));
    }
    if let Some((earlier, _)) = ranked.iter().find(|(_, held)| **held == neighbour) {
        return Err(Mistake::new(
            format!("{code} has the neighbour {neighbour} twice, of rank {earlier} and {rank}"),
            "remove one",
        ));
    }
    match ranked.insert(rank, neighbour) {
        Some(earlier) => Err(Mistake::new(
            format!("{code} has rank {rank} twice, first for {earlier}"),
            "give each neighbour its own",
        )),
        None => Ok(()),
    }
}

/// The year in a file's name, where there is just one: four digits by themselves, 19 or 20 before the others.
fn year_in(name: &str) -> Option<i32> {
    let runs = name.split(|letter: char| !letter.is_ascii_digit());
    let years: BTreeSet<&str> =
        runs.filter(|run| run.len() == 4 && (run.starts_with("19") || run.starts_with("20"))).collect();
    let only = years.first().filter(|_| years.len() == 1)?;
    only.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds::Seeds;

    fn read_as(name: &str, text: &str) -> Result<Neighbours, SeedError> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(name);
        std::fs::write(&file, text).unwrap();
        Neighbours::from_file(&file, &Seeds::built_in().unwrap().authorities)
    }

    fn read(rows: &str) -> Result<Neighbours, SeedError> {
        read_as("mine.csv", &format!("code,rank,neighbour\n{rows}"))
    }

    #[test]
    fn neighbours_are_found_by_code_or_name_and_stand_in_order_of_rank() {
        let neighbours = read("302,2,Camden\n302,10,E09000004\nBarnet,1,304\n303,1,Barnet\n").unwrap();
        assert_eq!(neighbours.of("302"), ["304", "202", "303"]);
        assert_eq!(neighbours.of("303"), ["302"]);
        assert!(neighbours.of("304").is_empty());
        assert_eq!(neighbours.left_out(), None);
        let by_code = read_as("mine.csv", "code,rank,neighbour_code\n302,1,304\n").unwrap();
        assert_eq!(by_code.of("302"), ["304"]);
    }

    #[test]
    fn rows_of_places_that_are_not_on_the_list_are_left_out_and_counted() {
        let neighbours = read("302,1,998\n302,2,303\nElsewhere,1,302\n").unwrap();
        assert_eq!(neighbours.of("302"), ["303"]);
        let left_out = neighbours.left_out().unwrap();
        assert_eq!(left_out, &LeftOut { lines: 2, line: 2, name: "998".to_owned() });
        assert!(
            left_out.to_string().contains("2 lines name an authority that is not on the list: left out; the first is")
        );
        let one = read("Elsewhere,1,302\n").unwrap();
        assert!(one.left_out().unwrap().to_string().starts_with("line 2 names 'Elsewhere', which is not on the list"));
    }

    #[test]
    fn the_year_is_that_of_the_column_else_of_the_file_else_not_known() {
        let with_column = "code,rank,neighbour,year\n302,1,303,2009\n302,2,304,2009\n";
        let without = "code,rank,neighbour\n302,1,303\n";
        let blank = "code,rank,neighbour,year\n302,1,303,\n302,2,304,\n";
        for (name, text, expected) in [
            ("model-2014.csv", with_column, Some(2009)),
            ("model-2014.csv", without, Some(2014)),
            ("model2014v2.csv", blank, Some(2014)),
            ("neighbours_1998.csv", without, Some(1998)),
            ("2014-of-2014.csv", without, Some(2014)),
            ("neighbours.csv", without, None),
            ("2009-and-2014.csv", without, None),
            ("201411.csv", without, None),
            ("1814.csv", without, None),
        ] {
            assert_eq!(read_as(name, text).unwrap().year, expected, "{name}");
        }
        assert_eq!(read_as("model-2014.csv", without).unwrap().name(), "statistical neighbours (model of 2014)");
        let unknown = read_as("mine.csv", without).unwrap().name();
        assert_eq!(unknown, "statistical neighbours (year of the model not given)");
    }

    #[test]
    fn a_faulty_row_is_refused_with_its_line_and_the_remedy() {
        for (rows, said) in [
            ("302,0,303\n", "line 2: rank '0' is not a whole number from 1"),
            ("302,1.0,303\n", "line 2: rank '1.0' is not a whole number from 1"),
            ("302,,303\n", "line 2: rank '' is not a whole number from 1"),
            ("302,1,Barnet\n", "line 2: 302 is its own neighbour"),
            ("302,1,303\n302,2,Bexley\n", "line 3: 302 has the neighbour 303 twice, of rank 1 and 2"),
            ("302,1,303\n302,1,304\n", "line 3: 302 has rank 1 twice, first for 303"),
            ("302,1,\n", "line 2: names no neighbour: give its code or name in a column neighbour or neighbour_code"),
        ] {
            let error = crate::fault::with_help(&read(rows).unwrap_err());
            assert!(error.contains("mine.csv, ") && error.contains(said), "{error}");
        }
        for (text, said) in [
            (
                "code,rank,year,neighbour\n302,1,2009,303\n302,2,2014,304\n",
                "line 3: year '2014' is not that of the lines before, which is 2009",
            ),
            (
                "code,rank,year,neighbour\n302,1,2009,303\n302,2,,304\n",
                "line 3: year '' is not that of the lines before",
            ),
            (
                "code,rank,year,neighbour\n302,1,,303\n302,2,2009,304\n",
                "line 3: year '2009' is not that of the lines before, which is blank",
            ),
            ("code,rank,year,neighbour\n302,1,new,303\n", "line 2: year 'new' is not a year"),
            ("code,neighbour\n302,303\n", "line 1: lacks the column rank"),
            ("code,rank\n302,1\n", "line 2: names no neighbour"),
        ] {
            let error = read_as("mine.csv", text).unwrap_err().to_string();
            assert!(error.contains(said), "{error}");
        }
    }
}
