//! What became of every row, counted: a row is rejected, set aside, repaired or used, and no row
//! is anything else.

use crate::returns::table::Table;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// What became of rows of one table. One figure per row of input, so that
/// `read = rejected + set aside + repaired + used` always holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct TableLedger {
    /// Rows read.
    pub read: u64,
    /// Rows that cannot be used (3.1 a), by rule.
    #[serde(serialize_with = "in_all")]
    pub rejected: Reasons,
    /// Rows not used, by why.
    pub set_aside: Reasons,
    /// Rows used with an end they did not have (3.1 e, f), by rule.
    #[serde(serialize_with = "in_all")]
    pub repaired: Reasons,
    /// Rows used as they are.
    pub used: u64,
    /// Findings that did not decide what became of a row, by rule.
    #[serde(skip)]
    pub noted: Reasons,
}

/// Rows counted by why.
pub(crate) type Reasons = BTreeMap<&'static str, u64>;

/// Adds rows to those counted for the same reason.
pub(crate) fn count(reasons: &mut Reasons, why: &'static str, rows: u64) {
    if rows > 0 {
        *reasons.entry(why).or_default() += rows;
    }
}

/// The rows counted, whatever the reason.
fn in_all<S: Serializer>(reasons: &Reasons, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_u64(reasons.values().sum())
}

impl TableLedger {
    /// Rows whose fate is known.
    pub(crate) fn accounted(&self) -> u64 {
        let reasons = [&self.rejected, &self.set_aside, &self.repaired];
        reasons.into_iter().flat_map(BTreeMap::values).sum::<u64>() + self.used
    }

    /// Adds the counts of other rows of the table.
    pub(crate) fn add(&mut self, other: &TableLedger) {
        self.read += other.read;
        self.used += other.used;
        for (reasons, others) in [
            (&mut self.rejected, &other.rejected),
            (&mut self.set_aside, &other.set_aside),
            (&mut self.repaired, &other.repaired),
            (&mut self.noted, &other.noted),
        ] {
            others.iter().for_each(|(why, rows)| count(reasons, why, *rows));
        }
    }
}

/// What became of the rows of every table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Ledger {
    tables: BTreeMap<Table, TableLedger>,
}

impl Ledger {
    /// What became of the rows of one table; all zero where there are none.
    pub(crate) fn table(&self, table: Table) -> TableLedger {
        self.tables.get(&table).cloned().unwrap_or_default()
    }

    /// The ledger of one table, to count in.
    pub(crate) fn of(&mut self, table: Table) -> &mut TableLedger {
        self.tables.entry(table).or_default()
    }

    /// Adds the counts of another part of the same run.
    pub(crate) fn add(&mut self, other: &Ledger) {
        for (table, ledger) in &other.tables {
            self.of(*table).add(ledger);
        }
    }
}
