//! A finding: what a rule found, and about whom.

use super::rule::Rule;
use crate::code::ChildId;
use crate::identity::Guarded;
use crate::returns::finding::Source;
use crate::seeds::authorities::AuthorityIndex;

/// One finding of one rule.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// The authority.
    pub authority: AuthorityIndex,
    /// The year in which the return ends.
    pub year: i32,
    /// The child.
    pub child: ChildId,
    /// The row at fault.
    pub(crate) at: Source,
    /// The columns that show the fault, each with its cell.
    pub cells: Vec<(&'static str, Guarded)>,
    /// Another row that the fault is about.
    pub(crate) beside: Option<Source>,
}
