//! The groups of authorities that figures are compared with: England, regions, statistical neighbours, the user's own.

use crate::day::Day;
use crate::seeds::Seeds;
use crate::seeds::authorities::{ENGLAND_CODE, ENGLAND_NAME};
use crate::seeds::neighbours::Neighbours;
use std::collections::BTreeMap;

/// A set of authorities that figures are compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Group {
    /// What kind it is.
    pub kind: GroupKind,
    /// Its name; that of neighbours names the year of their model.
    pub name: String,
    /// Its code; blank where it has none.
    pub code: String,
    /// The codes of the authorities in it.
    pub members: Vec<String>,
}

/// The authorities of the day, by region.
#[derive(Debug)]
pub(crate) struct Listed {
    regions: BTreeMap<String, (String, Vec<String>)>,
    region_of: BTreeMap<String, String>,
}

impl Listed {
    /// Those on the list on a day.
    pub fn on(day: Day, seeds: &Seeds) -> Listed {
        let mut listed = Listed { regions: BTreeMap::new(), region_of: BTreeMap::new() };
        for (_, authority) in seeds.authorities.iter().filter(|(_, authority)| authority.existed_on(day)) {
            let region = listed.regions.entry(authority.region_code.clone()).or_default();
            region.0.clone_from(&authority.region_name);
            region.1.push(authority.code.clone());
            listed.region_of.insert(authority.code.clone(), authority.region_code.clone());
        }
        listed
    }

    /// Every authority's code, in order.
    pub(crate) fn codes(&self) -> impl Iterator<Item = &String> {
        self.region_of.keys()
    }

    /// Every region's code, in order.
    pub(crate) fn region_codes(&self) -> impl Iterator<Item = &String> {
        self.regions.keys()
    }

    /// The code of an authority's region.
    pub(crate) fn region_of(&self, code: &str) -> Option<&str> {
        self.region_of.get(code).map(String::as_str)
    }

    fn has(&self, code: &str) -> bool {
        self.region_of.contains_key(code)
    }

    /// England, every region and the user's groups.
    pub(crate) fn common_groups(&self, seeds: &Seeds) -> Vec<Group> {
        let members = self.codes().cloned().collect();
        let england =
            Group { kind: GroupKind::England, name: ENGLAND_NAME.to_owned(), code: ENGLAND_CODE.to_owned(), members };
        let regions = self.regions.iter().map(|(code, (name, members))| Group {
            kind: GroupKind::Region,
            name: name.clone(),
            code: code.clone(),
            members: members.clone(),
        });
        let own = seeds.configuration.groups.iter().map(|group| Group {
            kind: GroupKind::Own,
            name: group.name.clone(),
            code: String::new(),
            members: group.codes.iter().filter(|code| self.has(code)).cloned().collect(),
        });
        std::iter::once(england).chain(regions).chain(own).collect()
    }

    /// An authority's neighbours that are on the day's list.
    pub fn neighbours(&self, code: &str, neighbours: &Neighbours) -> Group {
        let present = |neighbour: &&String| self.has(neighbour);
        Group {
            kind: GroupKind::Neighbours,
            name: neighbours.name(),
            code: String::new(),
            members: neighbours.of(code).iter().filter(present).cloned().collect(),
        }
    }
}

/// What kind of group it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is what its name says")]
pub enum GroupKind {
    England,
    Region,
    Neighbours,
    Own,
}

impl GroupKind {
    /// As the tables have it.
    pub fn name(self) -> &'static str {
        match self {
            GroupKind::England => "England",
            GroupKind::Region => "region",
            GroupKind::Neighbours => "neighbours",
            GroupKind::Own => "group",
        }
    }
}
