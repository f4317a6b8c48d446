//! Rules about adoption: decisions, matches, and placements for adoption.

use crate::check::rule::Rule;

/// The rules of this folder.
pub const RULES: &[&Rule] = &[];
