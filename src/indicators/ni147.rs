//! NI 147: care leavers in suitable accommodation.
//!
//! Of the care leavers aged 19, those in touch and suitably housed. High is good. Source: the 2008
//! Handbook of Definitions as quoted in public catalogues; SFR21/2011.

use super::care_leavers::CareLeavers;
use super::outcome::Reason;
use crate::seeds::codes::roles::Role;

/// NI 147.
pub(crate) const SUITABLE_ACCOMMODATION: CareLeavers = CareLeavers {
    number: 147,
    passed: |row, question| question.roles.has(Role::Suitable, row.accommodation),
    words: |row, question| {
        let found = row.accommodation.text(question.long);
        let found = if found.is_empty() { "blank" } else { &found };
        format!("ACCOM is a listed code that ends in 1: {found}")
    },
    failed: Reason::NotSuitable,
};
