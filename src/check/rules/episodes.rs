//! Rules about episodes: their dates, how one follows another, and what changes between them.

mod changes;
mod code_lists;
mod last_year;
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
mod rule_434;
mod rule_435;
mod rule_436;
mod rule_437;
mod rule_501;
mod rule_562;
mod rule_st07;
mod short_breaks;
mod temporary;

use crate::check::rule::Rule;

/// The rules of this folder.
pub const RULES: &[&Rule] = &[
    &rule_141::RULE,
    &rule_142::RULE,
    &code_lists::RULE_143,
    &code_lists::RULE_144,
    &code_lists::RULE_145,
    &code_lists::RULE_146,
    &rule_147::RULE,
    &rule_148::RULE,
    &code_lists::RULE_149,
    &code_lists::RULE_178,
    &rule_353::RULE,
    &rule_354::RULE,
    &rule_355::RULE,
    &rule_356::RULE,
    &rule_357::RULE,
    &short_breaks::RULE_365,
    &short_breaks::RULE_366,
    &short_breaks::RULE_367,
    &temporary::RULE_375,
    &temporary::RULE_376,
    &temporary::RULE_379,
    &temporary::RULE_380,
    &temporary::RULE_381,
    &short_breaks::RULE_382,
    &temporary::RULE_383,
    &short_breaks::RULE_384,
    &rule_385::RULE,
    &rule_388::RULE,
    &short_breaks::RULE_426,
    &rule_431::RULE,
    &rule_432::RULE,
    &rule_433::RULE,
    &rule_434::RULE,
    &rule_435::RULE,
    &rule_436::RULE,
    &rule_437::RULE,
    &rule_501::RULE,
    &last_year::RULE_502,
    &last_year::RULE_503A,
    &last_year::RULE_503B,
    &last_year::RULE_503C,
    &last_year::RULE_503D,
    &last_year::RULE_503E,
    &last_year::RULE_503F,
    &last_year::RULE_503G,
    &rule_562::RULE,
    &rule_st07::RULE,
];
