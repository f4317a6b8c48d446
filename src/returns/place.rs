//! Which authority and which year a file's rows belong to where its cells do not say.

use crate::seeds::authorities::{Authorities, AuthorityIndex};
use crate::year::read_year;

/// An authority and a year, each where it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
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
        Place { authority: authority.or(given.authority), year: year.or(given.year) }
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

    fn place(folders: &[&str]) -> (Option<String>, Option<i32>) {
        let authorities = crate::seeds::Seeds::built_in().unwrap().authorities;
        let folders: Vec<String> = folders.iter().map(|&folder| folder.to_owned()).collect();
        let given = Place { authority: authorities.find("201"), year: None };
        let place = Place::of_folders(&folders, given, &authorities);
        (place.authority.map(|index| authorities.get(index).code.clone()), place.year)
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
