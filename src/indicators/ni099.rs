//! NI 99: looked after children reaching level 4 in English at Key Stage 2.
//!
//! High is good; PSA target 60% by 2011. Source: SFR30/2011, and SFR38/2010 for the boycott of 2010.

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

/// NI 99.
pub struct EnglishAtKeyStageTwo;

const COHORT: KeyStage = KeyStage {
    age: 10,
    subject: Subject::English,
    achieves: |level| level >= 4,
    asked: "4 or above",
    matched_only: true,
};

impl Indicator for EnglishAtKeyStageTwo {
    fn number(&self) -> u16 {
        99
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
