//! Which authority and year a single row belongs to.

use super::files::FoundFile;
use super::finding::{Rule, rules};
use super::heading::Heading;
use super::place::Place;
use super::source::record::Record;
use super::tables::cells::{Column, Fault};
use crate::identity::shown;
use crate::seeds::authorities::{Authorities, AuthorityIndex};
use crate::text::tidy;
use crate::year::read_year;

/// Where a row belongs.
#[derive(Debug, Clone)]
pub(crate) enum RowPlace {
    /// To the return of an authority and year.
    Return(AuthorityIndex, i32),
    /// To none, with the authority or the year where that at least is known.
    None(Fault, Place),
}

/// Reads the LA and YEAR cells of rows; neighbouring rows mostly share them, so the last answer is kept.
pub(crate) struct RowPlaces<'run> {
    authorities: &'run Authorities,
    outer: Place,
    authority_column: Option<usize>,
    year_column: Option<usize>,
    last_cells: (Vec<u8>, Vec<u8>),
    last: Option<RowPlace>,
}

impl<'run> RowPlaces<'run> {
    /// A reader for the rows of a file that lies at `outer`.
    pub(crate) fn new(heading: &Heading, outer: Place, authorities: &'run Authorities) -> RowPlaces<'run> {
        RowPlaces {
            authorities,
            outer,
            authority_column: heading.place("LA"),
            year_column: heading.place("YEAR"),
            last_cells: Default::default(),
            last: None,
        }
    }

    /// Where a row belongs.
    pub(crate) fn of(&mut self, record: Record<'_>) -> RowPlace {
        let cell = |place: Option<usize>| place.and_then(|place| record.get(place)).unwrap_or_default();
        let (authority, year) = (cell(self.authority_column), cell(self.year_column));
        if let Some(last) = &self.last
            && same(&self.last_cells.0, authority)
            && same(&self.last_cells.1, year)
        {
            return last.clone();
        }
        let place = self.find(authority, year);
        self.last_cells = (authority.to_vec(), year.to_vec());
        self.last = Some(place.clone());
        place
    }

    /// Where a row belongs whose cells cannot be trusted: its place is that of the file.
    pub(crate) fn of_file(&self) -> RowPlace {
        self.find(b"", b"")
    }

    fn find(&self, authority_cell: &[u8], year_cell: &[u8]) -> RowPlace {
        let authority_text = String::from_utf8_lossy(tidy(authority_cell)).into_owned();
        let year_text = String::from_utf8_lossy(tidy(year_cell)).into_owned();
        let fault = |rule: &'static Rule, field, found: &str| Fault { rule, field, found: shown(field, found) };
        let authority = if authority_text.is_empty() {
            self.outer.authority.ok_or_else(|| fault(&rules::AUTHORITY_NOT_TOLD, "LA", ""))
        } else {
            let found = self.authorities.find(&authority_text);
            found.ok_or_else(|| fault(&rules::AUTHORITY_UNKNOWN, "LA", &authority_text))
        };
        let year = if year_text.is_empty() {
            self.outer.year.ok_or_else(|| fault(&rules::YEAR_NOT_TOLD, "YEAR", ""))
        } else {
            read_year(&year_text).ok_or_else(|| fault(&rules::YEAR_UNKNOWN, "YEAR", &year_text))
        };
        match (authority, year) {
            (Err(fault), year) => RowPlace::None(fault, Place { authority: None, year: year.ok() }),
            (Ok(authority), Err(fault)) => RowPlace::None(fault, Place { authority: Some(authority), year: None }),
            (Ok(authority), Ok(year)) if !self.authorities.known_for_return(authority, year) => {
                let found = format!("{} in the return for {year}", self.authorities.get(authority).name);
                let fault = Fault { rule: &rules::AUTHORITY_UNKNOWN, field: "LA", found };
                let place = Place { authority: None, year: Some(year) };
                RowPlace::None(fault, place)
            }
            (Ok(authority), Ok(year)) => RowPlace::Return(authority, year),
        }
    }
}

/// Whether two cells are the same. Empty ones, which every row has where a file lacks the column, are
/// compared by length: comparing zero bytes is slow on some processors.
fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && (one.is_empty() || one == other)
}

/// What is wrong with a file of which nothing tells the authority, and with one of which nothing tells the year.
pub(crate) const NOT_TOLD: [&str; 2] =
    ["holds rows of an authority that cannot be told", "holds rows of a year that cannot be told"];

/// The same of one of which nothing tells either.
pub(crate) const NEITHER_TOLD: &str = "holds rows of an authority and of a year that cannot be told";

/// What would tell the authority of a file.
const TELL_AUTHORITY: &str = "put it in a folder named for the authority (302 or 302-barnet), name it so (302 episodes.csv), add a column LA, or give \
     --authority";

/// What would tell the year.
const TELL_YEAR: &str = "put it in a folder named for the year (2011 or 2010-11), give its name the year alone (episodes 2010-11.csv), add \
     a column YEAR, or give --year";

/// What would tell both.
const TELL_BOTH: &str = "put it in folders named for the authority and the year (2011/302-barnet), give its name both (302 episodes 2010-11.csv), \
     add columns LA and YEAR, or give --authority and --year";

/// Whether rows of a file can be placed at all, and if not, what would settle it.
///
/// # Errors
/// What is missing, and what would supply it.
pub(crate) fn placeable(
    heading: &Heading,
    outer: Place,
    found: &FoundFile,
    authorities: &Authorities,
) -> Result<(), (String, String)> {
    let [no_authority, no_year] = NOT_TOLD;
    let has = |column| heading.place(column).is_some();
    let advice = || nearly_named(found, authorities);
    match (outer.authority.is_none() && !has("LA"), outer.year.is_none() && !has("YEAR")) {
        (true, true) => {
            let remedy =
                advice().map_or(TELL_BOTH.to_owned(), |advice| format!("{advice}; and for the year, {TELL_YEAR}"));
            return Err((NEITHER_TOLD.to_owned(), remedy));
        }
        (true, false) => return Err((no_authority.to_owned(), advice().unwrap_or_else(|| TELL_AUTHORITY.to_owned()))),
        (false, true) => return Err((no_year.to_owned(), TELL_YEAR.to_owned())),
        (false, false) => {}
    }
    if let (Some(authority), Some(year), false, false) = (outer.authority, outer.year, has("LA"), has("YEAR"))
        && !authorities.known_for_return(authority, year)
    {
        let authority = authorities.get(authority);
        return Err((
            format!("lies with {} {}, which was no authority on 31 March {year}", authority.code, authority.name),
            "move it to the folder of the authority that made the return".to_owned(),
        ));
    }
    Ok(())
}

/// What to do about a folder or file whose name is nearly that of an authority; none where none is.
fn nearly_named(found: &FoundFile, authorities: &Authorities) -> Option<String> {
    let of_folder = found.folders.iter().find_map(|folder| authorities.advice_on_name(folder, "folder"));
    let of_file = || {
        let name = found.name().file_stem()?.to_string_lossy();
        authorities.advice_on_name(&name, "file")
    };
    let of_sheet = || authorities.advice_on_name(found.within.sheet.as_deref()?, "sheet");
    of_folder.or_else(of_sheet).or_else(of_file)
}

/// The column of child ids, which every table has.
pub(crate) fn child_column(heading: &Heading) -> Column {
    Column::of(heading, "CHILD")
}
