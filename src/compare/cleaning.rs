//! What cleaning reported in one run and not in the other.

use super::both::Both;
use super::report::{Report, ReportTable, UnsoundReport};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A row of restricted/cleaning.csv without its place in the file, which moves with every row added above.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
struct Row {
    la_code: String,
    rule: String,
    child: String,
    step: String,
    field: String,
    found: String,
}

/// Rows of one authority that a rule reported in one run alone. In order of authority and rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CleaningChange {
    /// The authority; blank where the row does not tell.
    pub la_code: String,
    /// The rule.
    pub rule: String,
    /// How many rows only the earlier run reported, and how many only the later.
    pub rows: Both<u64>,
}

/// What was reported in one run alone.
///
/// # Errors
/// Where a table of cleaning does not hold what it should.
pub fn changes(reports: &Both<&Report>) -> Result<Vec<CleaningChange>, UnsoundReport> {
    let mut balance = BTreeMap::<Row, i64>::new();
    for (report, weight) in [(reports.before, -1), (reports.after, 1)] {
        for row in report.rows::<Row>(ReportTable::Cleaning) {
            *balance.entry(row?).or_default() += weight;
        }
    }
    let mut changes: Vec<CleaningChange> = Vec::new();
    for (row, weight) in balance.into_iter().filter(|(_, weight)| *weight != 0) {
        let goes_on = changes.last().is_some_and(|last| last.la_code == row.la_code && last.rule == row.rule);
        if !goes_on {
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
