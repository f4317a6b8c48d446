//! NI 148: care leavers in employment, education or training.
//!
//! Of the care leavers aged 19, those in touch and in work, education or training; part time counts as
//! full time. High is good. Source: the 2008 Handbook of Definitions as quoted in public catalogues;
//! SFR21/2011.

use super::care_leavers::{self, Test};
use super::outcome::{Decision, Reason};
use super::outside::Outside;
use super::question::{Indicator, Question};
use super::witness::Witness;
use crate::care::ChildHistory;
use crate::code::Code;
use crate::returns::table::Table;

/// NI 148.
pub struct InEducationOrWork;

/// Full time and part time: higher education, other education, training or employment, and today's
/// apprenticeships and other training or employment.
const ACTIVE: [Code; 10] = [
    Code::of("F1"),
    Code::of("P1"),
    Code::of("F2"),
    Code::of("P2"),
    Code::of("F3"),
    Code::of("P3"),
    Code::of("F4"),
    Code::of("P4"),
    Code::of("F5"),
    Code::of("P5"),
];

const IN_EDUCATION_OR_WORK: Test = Test {
    passed: |row| ACTIVE.contains(&row.activity),
    words: |row, question| {
        let found = row.activity.text(question.long);
        let found = if found.is_empty() { "blank" } else { &found };
        format!("ACTIV is F1 to F5 or P1 to P5 (education, training or employment): {found}")
    },
    failed: Reason::NotInEet,
};

impl Indicator for InEducationOrWork {
    fn number(&self) -> u16 {
        148
    }

    fn needs(&self) -> &'static [Table] {
        care_leavers::NEEDS
    }

    fn decide(
        &self,
        child: &ChildHistory<'_>,
        question: &Question<'_>,
        witness: &mut Witness,
    ) -> Result<Decision, Outside> {
        care_leavers::decide(child, question, &IN_EDUCATION_OR_WORK, witness)
    }
}
