//! NI 99: looked after children reaching level 4 in English at Key Stage 2.
//!
//! High is good; PSA target 60% by 2011. Source: SFR30/2011, and SFR38/2010 for the boycott of 2010.

use super::key_stage::KeyStage;
use crate::returns::tables::attainment::Subject;

/// NI 99.
pub(crate) const ENGLISH_AT_KEY_STAGE_TWO: KeyStage = KeyStage {
    number: 99,
    subject: Subject::English,
    achieves: |level, wanted| level >= wanted,
    asked: |wanted| format!("{wanted} or above"),
    matched_only: true,
};
