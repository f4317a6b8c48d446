//! Rules about episodes: their dates, how one follows another, and what changes between them.

mod changes;
mod last_year;
mod rule_141;
mod rule_142;
mod rule_143;
mod rule_144;
mod rule_145;
mod rule_146;
mod rule_147;
mod rule_148;
mod rule_149;
mod rule_178;
mod rule_353;
mod rule_354;
mod rule_355;
mod rule_356;
mod rule_357;
mod rule_365;
mod rule_366;
mod rule_367;
mod rule_375;
mod rule_376;
mod rule_379;
mod rule_380;
mod rule_381;
mod rule_382;
mod rule_383;
mod rule_384;
mod rule_385;
mod rule_388;
mod rule_426;
mod rule_431;
mod rule_432;
mod rule_433;
mod rule_434;
mod rule_435;
mod rule_436;
mod rule_437;
mod rule_501;
mod rule_502;
mod rule_503a;
mod rule_503b;
mod rule_503c;
mod rule_503d;
mod rule_503e;
mod rule_503f;
mod rule_503g;
mod rule_562;
mod rule_st07;
mod short_breaks;
mod temporary_stays;

use crate::check::rule::Rule;

/// The rules, in order.
pub(crate) const RULES: &[&Rule] = &[
    &rule_141::RULE,
    &rule_142::RULE,
    &rule_143::RULE,
    &rule_144::RULE,
    &rule_145::RULE,
    &rule_146::RULE,
    &rule_147::RULE,
    &rule_148::RULE,
    &rule_149::RULE,
    &rule_178::RULE,
    &rule_353::RULE,
    &rule_354::RULE,
    &rule_355::RULE,
    &rule_356::RULE,
    &rule_357::RULE,
    &rule_365::RULE,
    &rule_366::RULE,
    &rule_367::RULE,
    &rule_375::RULE,
    &rule_376::RULE,
    &rule_379::RULE,
    &rule_380::RULE,
    &rule_381::RULE,
    &rule_382::RULE,
    &rule_383::RULE,
    &rule_384::RULE,
    &rule_385::RULE,
    &rule_388::RULE,
    &rule_426::RULE,
    &rule_431::RULE,
    &rule_432::RULE,
    &rule_433::RULE,
    &rule_434::RULE,
    &rule_435::RULE,
    &rule_436::RULE,
    &rule_437::RULE,
    &rule_501::RULE,
    &rule_502::RULE,
    &rule_503a::RULE,
    &rule_503b::RULE,
    &rule_503c::RULE,
    &rule_503d::RULE,
    &rule_503e::RULE,
    &rule_503f::RULE,
    &rule_503g::RULE,
    &rule_562::RULE,
    &rule_st07::RULE,
];
