//! NI 148: care leavers in employment, education or training.
//!
//! Of the care leavers aged 19, those in touch and in work, education or training; part time counts as
//! full time. High is good. Source: the 2008 Handbook of Definitions as quoted in public catalogues;
//! SFR21/2011.

use super::care_leavers::CareLeavers;
use super::outcome::Reason;
use crate::seeds::codes::roles::Role;

/// NI 148.
pub(crate) const IN_EDUCATION_OR_WORK: CareLeavers = CareLeavers {
    number: 148,
    passed: |row, question| question.roles.has(Role::Active, row.activity),
    words: |row, question| {
        let (codes, found) = (question.roles.in_words(Role::Active, "or"), row.activity.text(question.long));
        let found = if found.is_empty() { "blank" } else { &found };
        format!("ACTIV is {codes} (education, training or employment): {found}")
    },
    failed: Reason::NotInEet,
};
