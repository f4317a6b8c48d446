//! An episode: a run of nights with the same placement and legal status.

use super::chance::Chance;
use crate::day::Day;

/// One episode as it was, with its end known.
#[derive(Clone, Debug)]
pub struct Episode {
    /// The first day, DECOM.
    pub(crate) start: Day,
    /// The day it ends, DEC.
    pub(crate) end: Day,
    /// Why it began, RNE.
    pub(crate) began: &'static str,
    /// Legal status, LS.
    pub(crate) legal_status: &'static str,
    /// Why the child is in need, CIN.
    pub(crate) need: &'static str,
    /// The placement.
    pub(crate) placement: Placement,
    /// Why it ended, REC.
    pub(crate) ended: &'static str,
    /// Why the placement changed, REASON_PLACE_CHANGE; blank if it did not.
    pub(crate) change: &'static str,
    /// Where home is, HOME_POST.
    pub(crate) home: Sector,
}

impl Episode {
    /// Whether it is in the return for the year that ends on 31 March of `year`.
    pub(crate) fn is_in_return_of(&self, year: i32) -> bool {
        self.start <= Day::thirty_first_of_march(year) && self.end >= Day::first_of_april(year - 1)
    }
}

/// Where a child lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placement {
    /// Its kind, PLACE.
    pub(crate) place: &'static str,
    /// Who provides it, PLACE_PROVIDER; blank for a temporary stay.
    pub(crate) provider: &'static str,
    /// Where it is, PL_POST.
    pub(crate) sector: Sector,
    /// Its registration number, URN, if it has one.
    pub(crate) registration: Option<u32>,
}

/// A postcode sector in the invented area ZZ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sector {
    /// The number after the area.
    pub(crate) district: u32,
    /// The digit after the space.
    pub(crate) digit: u32,
}

impl Sector {
    /// Draws a sector in or near this district.
    pub(crate) fn drawn(district: u32, chance: &mut Chance) -> Sector {
        Sector { district: district + chance.pick(&[(80, 0), (20, 1)]), digit: 1 + chance.below(9) }
    }
}
