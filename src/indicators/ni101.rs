//! NI 101: looked after children achieving 5 A*-C GCSEs, including English and maths.
//!
//! High is good; PSA target 20% by 2011. Source: SFR30/2011.

use super::key_stage::KeyStage;
use crate::returns::tables::attainment::Subject;

/// NI 101.
pub(crate) const GCSES_AT_KEY_STAGE_FOUR: KeyStage = KeyStage {
    number: 101,
    subject: Subject::LevelTwo,
    achieves: |achieved, wanted| achieved == wanted,
    asked: |wanted| wanted.to_string(),
    matched_only: false,
};
