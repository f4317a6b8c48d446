//! Rules about who is in the return: the header, dates of birth, and rows of children it does not have.

mod births;
mod code_lists;
mod more_than_once;
mod not_in_header;
mod rule_102;
mod rule_203;
mod rule_301;
mod rule_302;
mod rule_351;
mod rule_352;
mod rule_epi;
mod rule_noe;

use crate::check::rule::Rule;

/// The rules of this folder.
pub const RULES: &[&Rule] = &[
    &not_in_header::INT01,
    &not_in_header::INT02,
    &not_in_header::INT03,
    &not_in_header::INT05,
    &not_in_header::INT06,
    &not_in_header::INT08,
    &births::INT14,
    &births::INT15,
    &births::INT17,
    &more_than_once::INT32,
    &more_than_once::INT33,
    &more_than_once::INT34,
    &rule_epi::RULE,
    &rule_noe::RULE,
    &code_lists::RULE_101,
    &rule_102::RULE,
    &code_lists::RULE_103,
    &rule_203::RULE,
    &rule_301::RULE,
    &rule_302::RULE,
    &rule_351::RULE,
    &rule_352::RULE,
];
