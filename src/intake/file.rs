//! Files, line by line: one for each authority and year that a file names.

use super::outcome::Became;
use super::recognised::{OfFiles, joined, of_file, why};
use super::refused::table_in_name;
use crate::quality::CleanReturns;
use crate::returns::file::{FileReport, Outcome, PlaceRows};
use crate::returns::held::Held;
use crate::returns::place::Place;
use crate::returns::table::Table;
use crate::seeds::authorities::{Authorities, AuthorityIndex};
use crate::wording::counts::count_with_commas;
use std::collections::BTreeMap;

/// What became of a file, or of its rows of one return; or a table that is absent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileLine {
    /// Its path as shown; blank where it is absent.
    pub file: String,
    /// What kind of file it is: `csv`.
    pub kind: &'static str,
    /// How its characters are written.
    pub encoding: &'static str,
    /// What separates its cells.
    pub delimiter: &'static str,
    /// Lines of titles; none where it was not read.
    pub titles: Option<u32>,
    /// The table, read, skipped or absent.
    pub table: String,
    /// The authority's code; blank where that is not known.
    pub la_code: String,
    /// The year in which the return ends.
    pub year: Option<i32>,
    /// Its rows; none where it was not read.
    pub rows: Option<PlaceRows>,
    /// What became of it.
    pub became: Became,
    /// What was recognised and how.
    pub recognised: String,
}

impl FileLine {
    /// A table that is absent.
    pub(crate) fn absent(la_code: &str, year: i32, table: Table, recognised: String) -> FileLine {
        FileLine {
            file: String::new(),
            kind: "",
            encoding: "",
            delimiter: "",
            titles: None,
            table: table.name().to_owned(),
            la_code: la_code.to_owned(),
            year: Some(year),
            rows: None,
            became: Became::Absent,
            recognised,
        }
    }

    /// A file in a folder that is none of those that are read.
    fn not_read(file: &str) -> FileLine {
        FileLine {
            file: file.to_owned(),
            kind: "",
            encoding: "",
            delimiter: "",
            titles: None,
            table: String::new(),
            la_code: String::new(),
            year: None,
            rows: None,
            became: Became::Skipped,
            recognised: "not a file of a kind that is read, or out of reach".to_owned(),
        }
    }

    /// Its rows, those used and those rejected; blank where it was not read.
    pub(crate) fn rows_in_words(&self) -> [String; 3] {
        let counts = self.rows.map(|rows| [rows.rows, rows.used(), rows.rejected].map(count_with_commas));
        counts.unwrap_or_default()
    }
}

/// The lines of all files, in order of path, authority and year.
pub(crate) fn lines(clean: &CleanReturns, authorities: &Authorities) -> Vec<FileLine> {
    let found = OfFiles::of(clean);
    let held: BTreeMap<AuthorityIndex, &Held> =
        clean.authorities.iter().map(|authority| (authority.authority, &authority.held)).collect();
    let mut lines: Vec<FileLine> = clean.input.not_csv.iter().map(|file| FileLine::not_read(file)).collect();
    for (number, file) in clean.input.files.iter().enumerate() {
        let of_file = OfFile { number: number as u32, file, found: &found, held: &held, authorities };
        lines.extend(of_file.lines());
    }
    lines.sort_by(|one, other| one.file.cmp(&other.file));
    lines
}

/// A file, and what is known of all of them.
struct OfFile<'run> {
    number: u32,
    file: &'run FileReport,
    found: &'run OfFiles<'run>,
    held: &'run BTreeMap<AuthorityIndex, &'run Held>,
    authorities: &'run Authorities,
}

impl OfFile<'_> {
    fn lines(&self) -> Vec<FileLine> {
        let said = of_file(self.number, self.file, self.found, self.authorities);
        let Outcome::Read { table, .. } = self.file.outcome else {
            return vec![self.of_whole(said)];
        };
        let own = (self.file.place.place, PlaceRows::default());
        let by_place = self.file.by_place.iter().map(|(place, rows)| (*place, *rows));
        let none = self.file.by_place.is_empty().then_some(own);
        by_place.chain(none).map(|(whose, rows)| self.of_return(table, whose, rows, &said)).collect()
    }

    /// A file that was not read.
    fn of_whole(&self, mut said: Vec<String>) -> FileLine {
        let rows = self.file.rows;
        let (table, rows) = match &self.file.outcome {
            // No row of a table that is not needed is used.
            Outcome::Skipped(name) => (name.clone(), Some(PlaceRows { rows, set_aside: rows, ..PlaceRows::default() })),
            _ if let Some(table) = self.file.rejected_table => {
                let rejected = self.file.rejected;
                (table.name().to_owned(), Some(PlaceRows { rows, rejected, ..PlaceRows::default() }))
            }
            _ => (table_in_name(&self.file.shown).map(|table| table.name().to_owned()).unwrap_or_default(), None),
        };
        if rows.is_none() && !table.is_empty() {
            said.push("table from the file's name".to_owned());
        }
        self.line(table, self.file.place.place, rows, Became::of_file(self.file), joined(said))
    }

    fn of_return(&self, table: Table, whose: Place, rows: PlaceRows, said: &[String]) -> FileLine {
        let held = whose.authority.and_then(|authority| self.held.get(&authority));
        let is_disputed = held.zip(whose.year).is_some_and(|(held, year)| {
            let disputed = held.disputed(table, &(year..=year));
            disputed.is_some_and(|disputed| disputed.files.contains(&self.file.shown))
        });
        let became = Became::of_rows(&rows, is_disputed);
        let fits = held.zip(whose.year).and_then(|(held, year)| held.dates_fit(year));
        let why = why(became, self.number, whose, self.found, fits);
        let recognised = joined(why.into_iter().chain(said.iter().cloned()));
        self.line(table.name().to_owned(), whose, Some(rows), became, recognised)
    }

    fn line(
        &self,
        table: String,
        whose: Place,
        rows: Option<PlaceRows>,
        became: Became,
        recognised: String,
    ) -> FileLine {
        let form = self.file.form;
        FileLine {
            file: self.file.shown.clone(),
            kind: form.kind.name(),
            encoding: form.encoding.map_or("", |encoding| encoding.name()),
            delimiter: form.delimiter.map_or("", |delimiter| delimiter.name()),
            titles: rows.is_some().then_some(form.titles),
            table,
            la_code: whose.authority.map(|index| self.authorities.get(index).code.clone()).unwrap_or_default(),
            year: whose.year,
            rows,
            became,
            recognised,
        }
    }
}
