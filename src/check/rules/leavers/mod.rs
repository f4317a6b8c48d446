//! Rules about OC3: care leavers.

use crate::check::rule::Rule;

/// The rules of this folder.
pub const RULES: &[&Rule] = &[];
