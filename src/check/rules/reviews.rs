//! Rules about reviews.

mod age_at_review;
mod rule_166;
mod rule_167;
mod rule_399;
mod rule_440;
mod rule_441;
mod rule_st01;
mod rule_st02;
mod rule_st03;
mod rule_st04;

use crate::check::rule::Rule;

/// The rules, in order.
pub(crate) const RULES: &[&Rule] = &[
    &rule_166::RULE,
    &rule_167::RULE,
    &rule_399::RULE,
    &rule_440::RULE,
    &rule_441::RULE,
    &rule_st01::RULE,
    &rule_st02::RULE,
    &rule_st03::RULE,
    &rule_st04::RULE,
];
