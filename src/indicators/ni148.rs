//! NI 148: care leavers in employment, education or training.
//!
//! Of the care leavers aged 19, those in touch and in work, education or training; part time counts as
//! full time. High is good. Source: the 2008 Handbook of Definitions as quoted in public catalogues;
//! SFR21/2011.

use super::care_leavers;
use super::outcome::{Decision, Reason};
use super::{Indicator, Question};
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

impl Indicator for InEducationOrWork {
    fn number(&self) -> u16 {
        148
    }

    fn needs(&self) -> &'static [Table] {
        care_leavers::NEEDS
    }

    fn decide(&self, child: &ChildHistory<'_>, question: &Question<'_>) -> Option<Decision> {
        care_leavers::decide(child, question, |row| ACTIVE.contains(&row.activity), Reason::NotInEet)
    }
}
