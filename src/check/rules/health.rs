//! Rules about OC2: the Strengths and Difficulties Questionnaire, and health.

mod ages;
mod no_score;
mod not_twelve_months;
mod other_ages;
mod rule_157;
mod rule_180;
mod rule_185;
mod rule_186;
mod rule_187;
mod rule_188;
mod rule_189;
mod rule_190;
mod rule_191;
mod rule_196;
mod rule_197a;
mod rule_197b;
mod rule_198;
mod rule_215;

use crate::check::rule::Rule;

/// The rules, in order.
pub(crate) const RULES: &[&Rule] = &[
    &rule_180::RULE,
    &rule_196::RULE,
    &rule_197a::RULE,
    &rule_186::RULE,
    &rule_157::RULE,
    &rule_197b::RULE,
    &rule_185::RULE,
    &rule_188::RULE,
    &rule_189::RULE,
    &rule_190::RULE,
    &rule_198::RULE,
    &rule_191::RULE,
    &rule_187::RULE,
    &rule_215::RULE,
];
