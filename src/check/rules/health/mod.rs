//! Rules about OC2: the Strengths and Difficulties Questionnaire and health.

use crate::check::rule::Rule;

/// The rules of this folder.
pub const RULES: &[&Rule] = &[];
