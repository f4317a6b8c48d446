//! Rules about reviews.

use crate::check::rule::Rule;

/// The rules of this folder.
pub const RULES: &[&Rule] = &[];
