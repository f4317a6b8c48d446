//! Rules about OC3: care leavers.

mod ages;
mod last_episode;
mod rule_1000;
mod rule_1001;
mod rule_1002;
mod rule_1010;
mod rule_1011;
mod rule_1012;
mod rule_131;
mod rule_132;
mod rule_133;
mod rule_153;
mod rule_344;
mod rule_345;
mod rule_348;
mod rule_391;
mod rule_st06;

use crate::check::rule::Rule;

/// The rules, in order.
pub(crate) const RULES: &[&Rule] = &[
    &rule_131::RULE,
    &rule_132::RULE,
    &rule_133::RULE,
    &rule_153::RULE,
    &rule_344::RULE,
    &rule_345::RULE,
    &rule_391::RULE,
    &rule_1000::RULE,
    &rule_1011::RULE,
    &rule_348::RULE,
    &rule_1001::RULE,
    &rule_1002::RULE,
    &rule_1010::RULE,
    &rule_1012::RULE,
    &rule_st06::RULE,
];
