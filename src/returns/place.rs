//! Which authority and which year a file's rows belong to where its cells do not say.

use super::files::FoundFile;
use super::heading::Heading;
use super::name::{authority_in, year_in};
use crate::seeds::authorities::{Authorities, AuthorityIndex};
use crate::year::read_year;

/// An authority and a year, each where it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct Place {
    /// The authority.
    pub authority: Option<AuthorityIndex>,
    /// The year in which the return ends.
    pub year: Option<i32>,
}

impl Place {
    /// The place that the nearest folders name, and where they name none the one given for the run.
    pub(crate) fn of_folders(folders: &[String], given: Place, authorities: &Authorities) -> Place {
        let authority = folders.iter().find_map(|folder| authority_of(folder, authorities));
        let year = folders.iter().find_map(|folder| year_of(folder));
        Place { authority, year }.or(given)
    }

    /// With what another tells where this one tells nothing.
    fn or(self, other: Place) -> Place {
        Place { authority: self.authority.or(other.authority), year: self.year.or(other.year) }
    }
}

/// Where the rows of a file belong where their cells do not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FilePlace {
    /// By the folders, the command line and the name of the file, in this order.
    pub place: Place,
    /// What of it only the name of the file tells.
    pub by_name: Place,
    /// The year that the name of the file tells, where the command line gives another.
    pub named_otherwise: Option<i32>,
}

impl FilePlace {
    /// Of a file, its columns aside.
    pub(crate) fn of(found: &FoundFile, given: Place, authorities: &Authorities) -> FilePlace {
        let of_folders = Place::of_folders(&found.folders, Place::default(), authorities);
        let told = of_folders.or(given);
        let name = found.name().file_stem().unwrap_or_default().to_string_lossy();
        // The name of a sheet is nearer than that of its workbook.
        let names = || found.within.sheet.as_deref().into_iter().chain([&*name]);
        let authority = names().find_map(|name| authority_in(name, authorities)).filter(|_| told.authority.is_none());
        let named = names().find_map(year_in);
        let by_name = Place { authority, year: named.filter(|_| told.year.is_none()) };
        let otherwise = named.filter(|named| of_folders.year.is_none() && told.year.is_some_and(|told| told != *named));
        FilePlace { named_otherwise: otherwise, ..FilePlace::new(told, by_name) }
    }

    /// Of the same file once its heading is known: what it has a column for is not taken from its name.
    pub(crate) fn under(self, heading: &Heading) -> FilePlace {
        let FilePlace { place, by_name, named_otherwise } = self;
        let told = Place {
            authority: place.authority.filter(|_| by_name.authority.is_none()),
            year: place.year.filter(|_| by_name.year.is_none()),
        };
        let has = |column| heading.place(column).is_some();
        let authority = by_name.authority.filter(|_| !has("LA"));
        let [year, otherwise] = [by_name.year, named_otherwise].map(|year| year.filter(|_| !has("YEAR")));
        FilePlace { named_otherwise: otherwise, ..FilePlace::new(told, Place { authority, year }) }
    }

    fn new(told: Place, by_name: Place) -> FilePlace {
        FilePlace { place: told.or(by_name), by_name, named_otherwise: None }
    }
}

/// The authority of a folder called `302`, `302-barnet` or `Barnet`.
fn authority_of(folder: &str, authorities: &Authorities) -> Option<AuthorityIndex> {
    authorities.find(folder).or_else(|| {
        let (code, rest) = folder.split_at_checked(3)?;
        let joined = rest.starts_with(|character: char| !character.is_alphanumeric());
        (joined && code.bytes().all(|byte| byte.is_ascii_digit())).then(|| authorities.find(code)).flatten()
    })
}

fn year_of(folder: &str) -> Option<i32> {
    read_year(folder.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::returns::heading::{Kind, recognise};
    use std::path::Path;

    fn place(folders: &[&str]) -> (Option<String>, Option<i32>) {
        let authorities = crate::seeds::Seeds::built_in().unwrap().authorities;
        let folders: Vec<String> = folders.iter().map(|&folder| folder.to_owned()).collect();
        let given = Place { authority: authorities.find("201"), year: None };
        let place = Place::of_folders(&folders, given, &authorities);
        (place.authority.map(|index| authorities.get(index).code.clone()), place.year)
    }

    /// The place of Barnet's or no one's file at a path below `returns`, with the columns and what is by its name alone.
    fn of_file(path: &str, columns: &str, given_year: Option<i32>) -> [(Option<String>, Option<i32>); 2] {
        let (FilePlace { place, by_name, .. }, seeds) = placed(path, columns, given_year);
        let code = |index| seeds.authorities.get(index).code.clone();
        [place, by_name].map(|place| (place.authority.map(code), place.year))
    }

    fn placed(path: &str, columns: &str, given_year: Option<i32>) -> (FilePlace, crate::seeds::Seeds) {
        let seeds = crate::seeds::Seeds::built_in().unwrap();
        let found = FoundFile::below(Path::new("returns"), &Path::new("returns").join(path), 0);
        let cells: Vec<String> = columns.split(',').map(str::to_owned).collect();
        let Kind::Table(heading) = recognise(&cells, &seeds, false) else { panic!("{columns}") };
        let given = Place { authority: None, year: given_year };
        (FilePlace::of(&found, given, &seeds.authorities).under(&heading), seeds)
    }

    #[test]
    fn columns_folders_and_the_command_line_come_before_the_name() {
        let (brent, barnet) = (Some("304".to_owned()), Some("302".to_owned()));
        for (path, columns, given, expected) in [
            ("Brent 2011.csv", "CHILD,REVIEW", None, [(brent.clone(), Some(2011)), (brent.clone(), Some(2011))]),
            ("Barnet/Brent 2011.csv", "CHILD,REVIEW", None, [(barnet.clone(), Some(2011)), (None, Some(2011))]),
            ("2010/Brent 2011.csv", "CHILD,REVIEW", None, [(brent.clone(), Some(2010)), (brent.clone(), None)]),
            ("Brent 2011.csv", "CHILD,REVIEW", Some(2009), [(brent.clone(), Some(2009)), (brent.clone(), None)]),
            ("Brent 2011.csv", "LA,CHILD,REVIEW", None, [(None, Some(2011)), (None, Some(2011))]),
            ("302/Brent 2011.csv", "LA,YEAR,CHILD,REVIEW", None, [(barnet, None), (None, None)]),
        ] {
            assert_eq!(of_file(path, columns, given), expected, "{path} {columns}");
        }
    }

    #[test]
    fn a_name_that_tells_another_year_than_the_one_given_is_seen_where_nothing_else_tells_it() {
        for (path, columns, given, expected) in [
            ("reviews 2010.csv", "CHILD,REVIEW", Some(2011), Some(2010)),
            ("reviews 2011.csv", "CHILD,REVIEW", Some(2011), None),
            ("reviews.csv", "CHILD,REVIEW", Some(2011), None),
            ("reviews 2010.csv", "CHILD,REVIEW", None, None),
            ("2011/reviews 2010.csv", "CHILD,REVIEW", Some(2011), None),
            ("reviews 2010.csv", "YEAR,CHILD,REVIEW", Some(2011), None),
        ] {
            assert_eq!(placed(path, columns, given).0.named_otherwise, expected, "{path} {columns}");
        }
    }

    #[test]
    fn the_nearest_folder_that_names_one_decides() {
        for (folders, authority, year) in [
            (&["302", "2011"][..], "302", Some(2011)),
            (&["2010-11", "302-barnet", "301"], "302", Some(2011)),
            (&["csv", "2010_11", "Barnet"], "302", Some(2011)),
            (&["2009", "2010-2011", "E09000003"], "302", Some(2009)),
            (&["returns"], "201", None),
            (&["3021", "302x", "20011"], "201", None),
        ] {
            assert_eq!(place(folders), (Some(authority.to_owned()), year), "{folders:?}");
        }
    }
}
