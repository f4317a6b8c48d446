//! What cleaning reported in one run and not in the other.

use super::side::Both;
use crate::read_back::report::{Report, UnsoundReport};
use crate::read_back::rows::CleaningRow;
use std::collections::BTreeMap;

/// Rows of one authority that a rule reported in one run only. Sorted by authority and rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CleaningChange {
    /// The authority; blank where the row does not say.
    pub(crate) la_code: String,
    /// The rule.
    pub(crate) rule: String,
    /// How many rows only the earlier run reported, and how many only the later.
    pub(crate) rows: Both<u64>,
}

/// What was reported in one run only.
///
/// # Errors
/// Where a row of cleaning.csv cannot be read.
pub(crate) fn changes(reports: &Both<&Report>) -> Result<Vec<CleaningChange>, UnsoundReport> {
    let mut balance = BTreeMap::<CleaningRow, i64>::new();
    for (report, weight) in [(reports.before, -1), (reports.after, 1)] {
        for row in report.rows() {
            *balance.entry(row?).or_default() += weight;
        }
    }
    let mut changes: Vec<CleaningChange> = Vec::new();
    for (row, weight) in balance.into_iter().filter(|(_, weight)| *weight != 0) {
        let continues = changes.last().is_some_and(|last| last.la_code == row.la_code && last.rule == row.rule);
        if !continues {
            let rows = Both { before: 0, after: 0 };
            changes.push(CleaningChange { la_code: row.la_code, rule: row.rule, rows });
        }
        if let Some(last) = changes.last_mut() {
            let side = if weight < 0 { &mut last.rows.before } else { &mut last.rows.after };
            *side += weight.unsigned_abs();
        }
    }
    Ok(changes)
}
