//! The homes of a child as PL_POST gives them, and those that are alike in the copy.
//!
//! Two homes whose postcodes differ are two placements (definitions, 3.6). Where the copy gives both the
//! same sector, or blanks either, they may become one.

use super::copied::RowAt;
use crate::returns::files::FoundFile;
use crate::returns::place::{FilePlace, Place};
use crate::seeds::authorities::{Authorities, AuthorityIndex};
use crate::text::tidy;
use std::collections::BTreeMap;

/// A child: the authority, where known, and the id in the copy.
pub(crate) type Whose = (Option<AuthorityIndex>, String);

/// The distinct homes of each child.
#[derive(Debug, Default)]
pub(crate) struct Homes(BTreeMap<Whose, Vec<Home>>);

#[derive(Debug)]
struct Home {
    /// The postcode without spaces, in capitals.
    postcode: String,
    /// The same in the copy; none where the cell is blank there.
    copied: Option<String>,
    first: RowAt,
}

impl Homes {
    /// Notes a home where the child has none of this postcode yet; `copied` is the cell in the copy.
    pub(crate) fn note(&mut self, whose: Whose, postcode: &str, copied: &str, at: impl FnOnce() -> RowAt) {
        let homes = self.0.entry(whose).or_default();
        let postcode = closed(postcode);
        if !postcode.is_empty() && !homes.iter().any(|home| home.postcode == postcode) {
            let copied = Some(closed(copied)).filter(|copied| !copied.is_empty());
            homes.push(Home { postcode, copied, first: at() });
        }
    }

    /// Adds the homes of a later file.
    pub(crate) fn join(&mut self, later: Homes) {
        for (whose, homes) in later.0 {
            let known = self.0.entry(whose).or_default();
            for home in homes {
                if !known.iter().any(|other| other.postcode == home.postcode) {
                    known.push(home);
                }
            }
        }
    }

    /// The first rows of each two homes of one child that differ in the original and not in the copy.
    pub(crate) fn alike(&self) -> Vec<[RowAt; 2]> {
        let mut alike = Vec::new();
        for homes in self.0.values() {
            for (place, one) in homes.iter().enumerate() {
                let others = homes[place + 1..]
                    .iter()
                    .filter(|other| one.copied.is_none() || other.copied.is_none() || one.copied == other.copied);
                alike.extend(others.map(|other| [one.first.clone(), other.first.clone()]));
            }
        }
        alike.sort();
        alike
    }
}

/// Whose the rows of a file are, as far as homes are concerned: the authority of the row's LA, or of the folder.
pub(crate) struct WhoseRows<'run> {
    authorities: &'run Authorities,
    outer: Option<AuthorityIndex>,
    /// The last LA cell and its authority.
    last: (Vec<u8>, Option<AuthorityIndex>),
}

impl<'run> WhoseRows<'run> {
    /// The rows of a file, none read yet.
    pub(crate) fn of(found: &FoundFile, authorities: &'run Authorities) -> WhoseRows<'run> {
        let outer = FilePlace::of(found, Place::default(), authorities).place.authority;
        WhoseRows { authorities, outer, last: (Vec::new(), outer) }
    }

    /// Takes the LA cell of the current row.
    pub(crate) fn authority_cell(&mut self, cell: &[u8]) {
        if self.last.0 != cell {
            let text = tidy(cell);
            let named = self.authorities.find(&String::from_utf8_lossy(text));
            self.last = (cell.to_vec(), if text.is_empty() { self.outer } else { named });
        }
    }

    /// The authority of the current row, where known.
    pub(crate) fn authority(&self) -> Option<AuthorityIndex> {
        self.last.1
    }
}

fn closed(postcode: &str) -> String {
    postcode.split_whitespace().collect::<String>().to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn homes_of_one_sector_and_homes_that_are_blanked_are_alike() {
        let mut homes = Homes::default();
        let mut later = Homes::default();
        let at = |line| RowAt { file: "a.csv".to_owned(), line };
        let whose = |id: &str| (None, id.to_owned());
        homes.note(whose("A"), "AB1 2CD", "AB1 2", || at(2));
        homes.note(whose("A"), "ab12cd", "AB1 2", || at(3));
        homes.note(whose("A"), "AB1 3CD", "AB1 3", || at(4));
        homes.note(whose("B"), "AB1 2CE", "AB1 2", || at(5));
        homes.note(whose("B"), "", "", || at(6));
        later.note(whose("A"), "AB1 2CE", "AB1 2", || at(7));
        later.note(whose("B"), "ABROAD", "", || at(8));
        homes.join(later);
        assert_eq!(homes.alike(), [[at(2), at(7)], [at(5), at(8)]]);
    }
}
