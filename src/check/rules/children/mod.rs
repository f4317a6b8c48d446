//! Rules about who is in the return: the header, dates of birth, and rows of children it does not have.

mod rule_102;

use crate::check::rule::Rule;

/// The rules of this folder.
pub const RULES: &[&Rule] = &[&rule_102::RULE];
