//! The place of a row: its level, then the codes and names of the place and of the areas it lies in.

use crate::level::Level;
use crate::printed::{Printed, PrintedFigure, PrintedTable};
use crate::seeds::authorities::{Authorities, ENGLAND_CODE, ENGLAND_NAME};
use crate::timeframe::Timeframe;
use std::collections::BTreeMap;

/// The columns of place. Those below a row's level are blank.
pub(crate) const COLUMNS: [&str; 8] = [
    "geographic_level",
    "country_code",
    "country_name",
    "region_code",
    "region_name",
    "old_la_code",
    "new_la_code",
    "la_name",
];

/// The code and name of an unknown place.
const UNKNOWN: [&str; 2] = ["x", "Not available"];

/// The key of a figure's place.
pub(crate) fn key(figure: &PrintedFigure) -> Key<'_> {
    (figure.level, figure.code.as_str())
}

/// The key of a place: its level and code.
pub(crate) type Key<'run> = (Level, &'run str);

/// Every place of any table.
#[derive(Debug)]
pub(crate) struct Places<'run> {
    authorities: &'run Authorities,
    regions: BTreeMap<&'run str, &'run str>,
    /// The latest figure of each, for its name and region; in order of level and code.
    list: BTreeMap<Key<'run>, &'run PrintedFigure>,
}

impl<'run> Places<'run> {
    /// The places of some tables, the latest table first.
    pub fn of(tables: &'run [&'run PrintedTable], authorities: &'run Authorities) -> Places<'run> {
        let mut list = BTreeMap::new();
        for figure in tables.iter().flat_map(|table| &table.figures) {
            list.entry(key(figure)).or_insert(figure);
        }
        Places { authorities, regions: authorities.regions(), list }
    }

    /// In order of level and code.
    pub fn iter(&self) -> impl Iterator<Item = Key<'run>> {
        self.list.keys().copied()
    }

    /// The cells of a place, in the order of the columns.
    pub(crate) fn cells(&self, place: Key<'run>) -> [String; COLUMNS.len()] {
        let (level, code) = place;
        let [region_code, region_name] = match level {
            Level::National | Level::PartOfNational => Default::default(),
            Level::Regional | Level::PartOfRegional => self.region(code),
            Level::LocalAuthority => self.region_of_authority(place),
        };
        let [old_code, new_code, name] = match level {
            Level::LocalAuthority => [code.to_owned(), self.new_code(code), self.printed_name(place)],
            _ => Default::default(),
        };
        [
            level.name().to_owned(),
            ENGLAND_CODE.to_owned(),
            ENGLAND_NAME.to_owned(),
            region_code,
            region_name,
            old_code,
            new_code,
            name,
        ]
    }

    /// The symbol for a place that is not in a table: there was no such authority on the day, or
    /// it sent nothing.
    pub(crate) fn symbol(&self, (level, code): Key<'_>, timeframe: &Timeframe) -> Printed {
        let authority = self.authorities.find(code).filter(|_| level == Level::LocalAuthority);
        match authority.map(|index| self.authorities.get(index).existed_on(timeframe.as_at)) {
            Some(false) => Printed::NotApplicable,
            Some(true) | None => Printed::NotAvailable,
        }
    }

    /// The code and name of a region: the list's name, else the printed one, else its code.
    fn region(&self, code: &str) -> [String; 2] {
        let listed = self.regions.get(code).copied().unwrap_or_default();
        let printed = self.list.get(&(Level::Regional, code)).map(|figure| figure.name.as_str()).unwrap_or_default();
        let name = [listed, printed, code].into_iter().find(|name| !name.is_empty()).unwrap_or_default();
        [code.to_owned(), name.to_owned()]
    }

    fn region_of_authority(&self, place: Key<'run>) -> [String; 2] {
        let region = self.list.get(&place).and_then(|figure| figure.region.as_deref());
        region.map_or(UNKNOWN.map(str::to_owned), |code| self.region(code))
    }

    /// The nine-character code; not available where there never was one or the list does not have it. The standard would
    /// leave that blank, but the department's screener takes a blank for an invalid code.
    fn new_code(&self, code: &str) -> String {
        let listed = self.authorities.find(code).map(|index| self.authorities.get(index).new_code.as_str());
        listed.filter(|code| !code.is_empty()).unwrap_or(UNKNOWN[0]).to_owned()
    }

    fn printed_name(&self, place: Key<'run>) -> String {
        self.list.get(&place).map(|figure| figure.name.clone()).unwrap_or_default()
    }
}
