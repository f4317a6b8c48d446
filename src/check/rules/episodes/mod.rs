//! Rules about episodes: their dates, how one follows another, and what changes between them.

mod rule_501;

use crate::check::rule::Rule;

/// The rules of this folder.
pub const RULES: &[&Rule] = &[&rule_501::RULE];
