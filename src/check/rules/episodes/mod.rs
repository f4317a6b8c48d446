//! Rules about episodes: their dates, how one follows another, and what changes between them.

mod rule_141;
mod rule_142;
mod rule_147;
mod rule_148;
mod rule_353;
mod rule_354;
mod rule_355;
mod rule_356;
mod rule_357;
mod rule_385;
mod rule_388;
mod rule_431;
mod rule_432;
mod rule_433;
mod rule_437;
mod rule_501;

use crate::check::rule::Rule;

/// The rules of this folder.
pub const RULES: &[&Rule] = &[
    &rule_141::RULE,
    &rule_142::RULE,
    &rule_147::RULE,
    &rule_148::RULE,
    &rule_353::RULE,
    &rule_354::RULE,
    &rule_355::RULE,
    &rule_356::RULE,
    &rule_357::RULE,
    &rule_385::RULE,
    &rule_388::RULE,
    &rule_431::RULE,
    &rule_432::RULE,
    &rule_433::RULE,
    &rule_437::RULE,
    &rule_501::RULE,
];
