//! The list of authorities: codes, names, regions and the dates between which each existed.

pub(crate) mod unknown;

use super::file::{Mistake, SeedError, SeedFile, read_csv, read_file};
use crate::day::Day;
use crate::lines::{in_brief, visible};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;

/// England's code in every table.
pub const ENGLAND_CODE: &str = "E92000001";
/// England's name in every table.
pub const ENGLAND_NAME: &str = "England";

pub(super) const TEXT: &[u8] = include_bytes!("../../seeds/authorities.csv");

/// An index into the list of authorities, which is in order of code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AuthorityIndex(pub u16);

impl AuthorityIndex {
    /// The first index there can be.
    pub(crate) const FIRST: AuthorityIndex = AuthorityIndex(u16::MIN);
    /// The last index there can be.
    pub(crate) const LAST: AuthorityIndex = AuthorityIndex(u16::MAX);
}

/// One authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authority {
    /// Three digits, as returns use it.
    pub code: String,
    /// Nine characters; blank where it never had one.
    pub new_code: String,
    /// Its name.
    pub name: String,
    /// Nine characters, `E12...`.
    pub region_code: String,
    /// The region's name.
    pub region_name: String,
    /// The first day it existed, where the list says.
    pub valid_from: Option<Day>,
    /// The last day it existed, where the list says.
    pub valid_to: Option<Day>,
}

impl Authority {
    /// Whether it existed on the day.
    pub fn existed_on(&self, day: Day) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }
}

/// The list of authorities, in order of code.
#[derive(Debug, Clone)]
pub struct Authorities {
    list: Vec<Authority>,
    by_name: HashMap<String, AuthorityIndex>,
    /// The list that this one is a part of, where it is: a region and the country have all of its authorities.
    part_of: Option<Arc<Authorities>>,
}

/// The columns that a list must have.
const COLUMNS: [&str; 5] = ["old_la_code", "new_la_code", "la_name", "region_code", "region_name"];

#[derive(Deserialize)]
struct Row {
    old_la_code: String,
    new_la_code: String,
    la_name: String,
    region_code: String,
    region_name: String,
    #[serde(default)]
    valid_from: String,
    #[serde(default)]
    valid_to: String,
}

impl Authorities {
    /// The list of a seed.
    ///
    /// # Errors
    /// As [`Authorities::read`].
    pub(super) fn load(seed: &SeedFile) -> Result<Authorities, SeedError> {
        Authorities::read(&seed.name, &seed.bytes)
    }

    /// A user's own list, with the columns of seeds/authorities.csv.
    ///
    /// # Errors
    /// As [`Authorities::read`], and where the file cannot be opened.
    pub fn from_file(path: &Path) -> Result<Authorities, SeedError> {
        Authorities::read(&path.display().to_string(), &read_file(path)?)
    }

    /// Reads a list with the columns `old_la_code, new_la_code, la_name, region_code, region_name`
    /// and, where authorities were created or abolished, `valid_from, valid_to`.
    ///
    /// # Errors
    /// Where a column is missing, a code is not three digits, a day cannot be read, a code or a name
    /// is listed twice, or no authority is listed.
    pub fn read(file: &str, text: &[u8]) -> Result<Authorities, SeedError> {
        let mut list = Vec::new();
        for (line, row) in read_csv::<Row>(file, &COLUMNS, text)? {
            let wrong = |mistake: Mistake| mistake.on_line(file, line);
            list.push(authority(row).map_err(wrong)?);
        }
        list.sort_by(|one, other| one.code.cmp(&other.code));
        let whole = |problem: String, remedy: &str| Mistake::new(problem, remedy).in_file(file);
        if list.is_empty() || list.len() > usize::from(u16::MAX) {
            return Err(whole("lists no authority, or more than 65,535".to_owned(), "list each authority once"));
        }
        if let Some(pair) = list.windows(2).find(|pair| pair[0].code == pair[1].code) {
            return Err(whole(format!("the code {} is listed twice", pair[0].code), "remove one"));
        }
        let regions: BTreeSet<&str> = list.iter().map(|authority| authority.region_code.as_str()).collect();
        let mut plain = BTreeMap::new();
        for region in regions {
            if let Some(other) = plain.insert(region.to_lowercase(), region) {
                return Err(whole(
                    format!("the regions {other} and {region} differ in capitals alone"),
                    "write the code of a region in one way",
                ));
            }
        }
        let mut by_name = HashMap::new();
        for (place, authority) in list.iter().enumerate() {
            let index = AuthorityIndex(place as u16);
            for name in [&authority.code, &authority.new_code, &authority.name] {
                let taken = !name.is_empty() && by_name.insert(plain_name(name), index).is_some_and(|of| of != index);
                if taken {
                    return Err(whole(
                        format!("'{name}' is the name of two authorities"),
                        "give each a name of its own",
                    ));
                }
            }
        }
        Ok(Authorities { list, by_name, part_of: None })
    }

    /// The authority of a three-digit code, a nine-character code or a name; names are compared
    /// without case, spaces and punctuation, `&` as `and`.
    pub fn find(&self, text: &str) -> Option<AuthorityIndex> {
        self.by_name.get(&plain_name(text)).copied()
    }

    /// The authority at an index.
    pub fn get(&self, index: AuthorityIndex) -> &Authority {
        &self.list[usize::from(index.0)]
    }

    /// Whether the authority existed on the 31 March that ends a return.
    pub(crate) fn known_for_return(&self, index: AuthorityIndex, year: i32) -> bool {
        self.get(index).existed_on(Day::thirty_first_of_march(year))
    }

    /// Every authority with its index, in order of code.
    pub fn iter(&self) -> impl Iterator<Item = (AuthorityIndex, &Authority)> {
        self.list.iter().enumerate().map(|(place, authority)| (AuthorityIndex(place as u16), authority))
    }

    /// The same list, known to be a part of another where each of its authorities is there too, by code and name.
    pub(super) fn within(self, other: Authorities) -> Authorities {
        let is_there = |authority: &Authority| {
            let there = other.find(&authority.code).map(|index| other.get(index));
            there.is_some_and(|there| plain_name(&there.name) == plain_name(&authority.name))
        };
        if self.list.iter().all(is_there) { Authorities { part_of: Some(Arc::new(other)), ..self } } else { self }
    }

    /// Whether it is a part of another list.
    pub(super) fn is_part(&self) -> bool {
        self.part_of.is_some()
    }

    /// How many authorities there were on a day in a region, by its code, or in all: where the list is a part of another,
    /// as many as that one has, unless the region is of the user's own making.
    pub(crate) fn listed_on(&self, day: Day, region: Option<&str>) -> u32 {
        let is_in = |authority: &&Authority| region.is_none_or(|region| authority.region_code == region);
        let country = self.part_of.as_deref().unwrap_or(self);
        let list = if country.list.iter().any(|authority| is_in(&authority)) { country } else { self };
        list.list.iter().filter(is_in).filter(|authority| authority.existed_on(day)).count() as u32
    }

    /// The regions, code to name, in order of code.
    pub fn regions(&self) -> BTreeMap<&str, &str> {
        self.list.iter().map(|authority| (authority.region_code.as_str(), authority.region_name.as_str())).collect()
    }
}

fn authority(row: Row) -> Result<Authority, Mistake> {
    if row.old_la_code.len() != 3 || !row.old_la_code.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Mistake::new(
            format!("old_la_code '{}' is not three digits", row.old_la_code),
            "write one such as 302",
        ));
    }
    if row.region_code.is_empty() || row.la_name.is_empty() {
        return Err(Mistake::new(format!("{} has no la_name or no region_code", row.old_la_code), "fill them in"));
    }
    for (column, code) in [("region_code", &row.region_code), ("new_la_code", &row.new_la_code)] {
        if !is_code(code) {
            return Err(Mistake::new(
                format!("{column} '{}' is not a code", in_brief(&visible(code), LONGEST_CODE + 1)),
                "write letters and digits, nine at most, such as E12000007",
            ));
        }
    }
    Ok(Authority {
        code: row.old_la_code,
        new_code: row.new_la_code,
        name: visible(&row.la_name),
        region_code: row.region_code,
        region_name: visible(&row.region_name),
        valid_from: day_or_blank("valid_from", &row.valid_from)?,
        valid_to: day_or_blank("valid_to", &row.valid_to)?,
    })
}

/// Characters of the longest code.
const LONGEST_CODE: usize = 9;

/// Whether a text may be a code, or is blank: it names files.
fn is_code(text: &str) -> bool {
    text.len() <= LONGEST_CODE && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn day_or_blank(column: &str, text: &str) -> Result<Option<Day>, Mistake> {
    if text.is_empty() {
        return Ok(None);
    }
    let day = Day::read(text.as_bytes());
    day.map(Some).ok_or_else(|| {
        Mistake::new(format!("{column} '{text}' is not a date"), "write it as 2009-04-01, or leave it blank")
    })
}

/// A name as names are compared: lower-case letters and digits only, `&` as `and`.
pub(crate) fn plain_name(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => plain.push_str("and"),
            _ if character.is_alphanumeric() => plain.extend(character.to_lowercase()),
            _ => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn england_had_152_authorities_on_1_april_2009() {
        let list = crate::seeds::Seeds::built_in().unwrap().authorities;
        let on = |day| list.iter().filter(|(_, authority)| authority.existed_on(day)).count();
        assert_eq!(on(Day::first_of_april(2009)), 152);
        assert_eq!(on(Day::thirty_first_of_march(2009)), 150);
        assert_eq!(list.regions().len(), 9);
    }

    #[test]
    fn bedfordshire_gave_way_to_its_successors() {
        let list = crate::seeds::Seeds::built_in().unwrap().authorities;
        let bedfordshire = list.find("820").unwrap();
        assert!(list.known_for_return(bedfordshire, 2009));
        assert!(!list.known_for_return(bedfordshire, 2010));
        let bedford = list.find("Bedford").unwrap();
        assert!(!list.known_for_return(bedford, 2009));
        assert!(list.known_for_return(bedford, 2010));
    }

    #[test]
    fn an_authority_is_found_by_code_or_name() {
        let list = crate::seeds::Seeds::built_in().unwrap().authorities;
        let barnet = list.find("302");
        assert!(barnet.is_some());
        for text in ["E09000003", "e09000003", "Barnet", " BARNET ", "bar-net"] {
            assert_eq!(list.find(text), barnet, "{text}");
        }
        assert_eq!(list.find("Hammersmith & Fulham"), list.find("205"));
        assert_eq!(list.find("Barnett"), None);
        assert_eq!(list.find(""), None);
    }

    #[test]
    fn a_faulty_list_is_refused_with_its_line() {
        let heading = "old_la_code,new_la_code,la_name,region_code,region_name,valid_from,valid_to\n";
        for (rows, said) in [
            ("99,E1,Ash,E12,North,,\n", "line 2: old_la_code '99' is not three digits"),
            ("991,E1,Ash,E12,North,1/4/09,\n", "line 2: valid_from '1/4/09' is not a date"),
            ("991,E1,Ash,E12,North,,\n991,E2,Elm,E12,North,,\n", "the code 991 is listed twice"),
            ("991,E1,Ash,E12,North,,\n992,E2,ash,E12,North,,\n", "'ash' is the name of two authorities"),
            ("991,E1,Ash,,North,,\n", "line 2: 991 has no la_name or no region_code"),
            ("991,E1,Ash,../../x,North,,\n", "line 2: region_code '../../x' is not a code"),
            ("991,E1,Ash,E120000071,North,,\n", "line 2: region_code 'E120000071' is not a code"),
            ("991,E/1,Ash,E12,North,,\n", "line 2: new_la_code 'E/1' is not a code"),
            ("991,E1,Ash,E12,North,,\n992,E2,Elm,e12,North,,\n", "the regions E12 and e12 differ in capitals alone"),
            ("", "lists no authority"),
        ] {
            let error = Authorities::read("mine.csv", format!("{heading}{rows}").as_bytes()).unwrap_err();
            assert!(error.to_string().contains(said), "{error}");
        }
    }
}
