//! Rules about who is in the return: the header, dates of birth, and children whom the header lacks.

mod births;
mod more_than_once;
mod not_in_header;
mod rule_101;
mod rule_102;
mod rule_103;
mod rule_203;
mod rule_301;
mod rule_302;
mod rule_351;
mod rule_352;
mod rule_epi;
mod rule_int01;
mod rule_int02;
mod rule_int03;
mod rule_int05;
mod rule_int06;
mod rule_int08;
mod rule_int14;
mod rule_int15;
mod rule_int17;
mod rule_int32;
mod rule_int33;
mod rule_int34;
mod rule_noe;

use crate::check::rule::Rule;

/// The rules, in order.
pub(crate) const RULES: &[&Rule] = &[
    &rule_int01::RULE,
    &rule_int02::RULE,
    &rule_int03::RULE,
    &rule_int05::RULE,
    &rule_int06::RULE,
    &rule_int08::RULE,
    &rule_int14::RULE,
    &rule_int15::RULE,
    &rule_int17::RULE,
    &rule_int32::RULE,
    &rule_int33::RULE,
    &rule_int34::RULE,
    &rule_epi::RULE,
    &rule_noe::RULE,
    &rule_101::RULE,
    &rule_102::RULE,
    &rule_103::RULE,
    &rule_203::RULE,
    &rule_301::RULE,
    &rule_302::RULE,
    &rule_351::RULE,
    &rule_352::RULE,
];
