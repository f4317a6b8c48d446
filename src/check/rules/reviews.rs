//! Rules about reviews.

mod age_at_review;
mod rule_166;
mod rule_167;
mod rule_399;
mod rule_st01;
mod rule_st02;
mod rule_st03;
mod rule_st04;

use crate::check::rule::Rule;

/// The rules of this folder.
pub const RULES: &[&Rule] = &[
    &rule_166::RULE,
    &rule_167::RULE,
    &rule_399::RULE,
    &age_at_review::RULE_440,
    &age_at_review::RULE_441,
    &rule_st01::RULE,
    &rule_st02::RULE,
    &rule_st03::RULE,
    &rule_st04::RULE,
];
