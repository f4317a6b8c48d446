//! NI 147: care leavers in suitable accommodation.
//!
//! Of the care leavers aged 19, those in touch and suitably housed. High is good. Source: the 2008
//! Handbook of Definitions as quoted in public catalogues; SFR21/2011.

use super::care_leavers::{self, Test};
use super::outcome::{Decision, Reason};
use super::outside::Outside;
use super::question::{Indicator, Question};
use super::witness::Witness;
use crate::care::ChildHistory;
use crate::returns::table::Table;

/// NI 147.
pub struct SuitableAccommodation;

const SUITABLE: Test = Test {
    passed: |row| row.accommodation_ends_in_one,
    words: |row, _| {
        format!("ACCOM ends in 1: {}", if row.accommodation_ends_in_one { "it does" } else { "it does not" })
    },
    failed: Reason::NotSuitable,
};

impl Indicator for SuitableAccommodation {
    fn number(&self) -> u16 {
        147
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
        care_leavers::decide(child, question, &SUITABLE, witness)
    }
}
