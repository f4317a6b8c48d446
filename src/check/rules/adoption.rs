//! Rules about adoption: decisions, matches, and placements for adoption.

mod adopted;
mod rule_151;
mod rule_331;
mod rule_333;
mod rule_334;
mod rule_386;
mod rule_390;
mod rule_551;
mod rule_552;
mod rule_557;
mod rule_558;
mod rule_601;
mod rule_602;
mod rule_st05;

use crate::check::rule::Rule;

/// The rules, in order.
pub(crate) const RULES: &[&Rule] = &[
    &rule_151::RULE,
    &rule_331::RULE,
    &rule_333::RULE,
    &rule_334::RULE,
    &rule_386::RULE,
    &rule_390::RULE,
    &rule_551::RULE,
    &rule_552::RULE,
    &rule_557::RULE,
    &rule_558::RULE,
    &rule_601::RULE,
    &rule_602::RULE,
    &rule_st05::RULE,
];
