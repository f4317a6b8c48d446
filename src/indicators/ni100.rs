//! NI 100: looked after children reaching level 4 in maths at Key Stage 2.
//!
//! High is good; PSA target 55% by 2011. Source: SFR30/2011, and SFR38/2010 for the boycott of 2010.

use super::key_stage::KeyStage;
use crate::returns::tables::attainment::Subject;

/// NI 100.
pub(crate) const MATHS_AT_KEY_STAGE_TWO: KeyStage = KeyStage {
    number: 100,
    subject: Subject::Maths,
    achieves: |level, wanted| level >= wanted,
    asked: |wanted| format!("{wanted} or above"),
    matched_only: true,
};
