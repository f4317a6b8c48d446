//! NI 147: care leavers in suitable accommodation.
//!
//! Of the care leavers aged 19, those in touch and suitably housed. High is good. Source: the 2008
//! Handbook of Definitions as quoted in public catalogues; SFR21/2011.

use super::care_leavers::CareLeavers;
use super::outcome::Reason;

/// NI 147.
pub(crate) const SUITABLE_ACCOMMODATION: CareLeavers = CareLeavers {
    number: 147,
    passed: |row, _| row.accommodation_ends_in_one,
    words: |row, _| {
        format!("ACCOM ends in 1: {}", if row.accommodation_ends_in_one { "it does" } else { "it does not" })
    },
    failed: Reason::NotSuitable,
};
