//! NI 101: looked after children achieving 5 A*-C GCSEs, English and maths among them.
//!
//! High is good; PSA target 20% by 2011. Source: SFR30/2011.

use super::key_stage::{self, KeyStage};
use super::outcome::Decision;
use super::outside::Outside;
use super::question::{Indicator, Question};
use super::witness::Witness;
use crate::care::ChildHistory;
use crate::day::Day;
use crate::returns::table::Table;
use crate::returns::tables::attainment::Subject;
use crate::timeframe::Timeframe;

/// NI 101.
pub struct GcsesAtKeyStageFour;

const COHORT: KeyStage = KeyStage {
    age: 15,
    subject: Subject::LevelTwo,
    achieves: |achieved| achieved == 1,
    asked: "1",
    matched_only: false,
};

impl Indicator for GcsesAtKeyStageFour {
    fn number(&self) -> u16 {
        101
    }

    fn needs(&self) -> &'static [Table] {
        key_stage::NEEDS
    }

    fn looks_back_to(&self, timeframe: &Timeframe) -> Day {
        key_stage::looks_back_to(timeframe)
    }

    fn subject(&self) -> Option<Subject> {
        Some(COHORT.subject)
    }

    fn decide(
        &self,
        child: &ChildHistory<'_>,
        question: &Question<'_>,
        witness: &mut Witness,
    ) -> Result<Decision, Outside> {
        COHORT.decide(child, question, witness)
    }
}
