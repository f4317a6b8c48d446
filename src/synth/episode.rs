//! An episode: a run of nights with the same placement and legal status.

use super::chance::Chance;
use crate::day::Day;

/// One episode as it was, with its end known.
#[derive(Clone, Debug)]
pub struct Episode {
    /// The first day, DECOM.
    pub start: Day,
    /// The day it ends, DEC.
    pub end: Day,
    /// Why it began, RNE.
    pub began: &'static str,
    /// Legal status, LS.
    pub legal_status: &'static str,
    /// Why the child is in need, CIN.
    pub need: &'static str,
    /// The placement.
    pub placement: Placement,
    /// Why it ended, REC.
    pub ended: &'static str,
    /// Why the placement changed, REASON_PLACE_CHANGE; blank if it did not.
    pub change: &'static str,
    /// Where home is, HOME_POST.
    pub home: Sector,
}

impl Episode {
    /// Whether it is in the return for the year that ends on 31 March of `year`.
    pub fn is_in_return_of(&self, year: i32) -> bool {
        self.start <= Day::thirty_first_of_march(year) && self.end >= Day::first_of_april(year - 1)
    }
}

/// Where a child lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placement {
    /// Its kind, PLACE.
    pub place: &'static str,
    /// Who provides it, PLACE_PROVIDER; blank for a temporary stay.
    pub provider: &'static str,
    /// Where it is, PL_POST.
    pub sector: Sector,
    /// Its registration number, URN, if it has one.
    pub registration: Option<u32>,
}

/// A postcode sector in the invented area ZZ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sector {
    /// The number after the area.
    pub district: u32,
    /// The digit after the space.
    pub digit: u32,
}

impl Sector {
    /// Draws a sector in or near this district.
    pub fn drawn(district: u32, chance: &mut Chance) -> Sector {
        Sector { district: district + chance.pick(&[(80, 0), (20, 1)]), digit: 1 + chance.below(9) }
    }
}
