//! What became of every row, counted: a row is rejected, set aside, repaired or used, and no row
//! is anything else.

use crate::returns::table::Table;
use serde::Serialize;
use std::collections::BTreeMap;

/// What became of rows of one table. One figure per row of input, so that
/// `read = rejected + set aside + repaired + used` always holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct TableLedger {
    /// Rows read.
    pub read: u64,
    /// Rows that cannot be used (3.1 a).
    pub rejected: u64,
    /// Rows not used, by why.
    pub set_aside: BTreeMap<&'static str, u64>,
    /// Rows used with an end they did not have (3.1 e, f).
    pub repaired: u64,
    /// Rows used as they are.
    pub used: u64,
}

impl TableLedger {
    /// Counts rows that are set aside.
    pub fn set_aside(&mut self, why: &'static str, rows: u64) {
        if rows > 0 {
            *self.set_aside.entry(why).or_default() += rows;
        }
    }

    /// Rows whose fate is known.
    pub fn accounted(&self) -> u64 {
        self.rejected + self.set_aside.values().sum::<u64>() + self.repaired + self.used
    }

    fn add(&mut self, other: &TableLedger) {
        self.read += other.read;
        self.rejected += other.rejected;
        self.repaired += other.repaired;
        self.used += other.used;
        for (why, rows) in &other.set_aside {
            self.set_aside(why, *rows);
        }
    }
}

/// What became of the rows of every table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Ledger {
    tables: BTreeMap<Table, TableLedger>,
}

impl Ledger {
    /// The ledger of one table.
    pub fn of(&mut self, table: Table) -> &mut TableLedger {
        self.tables.entry(table).or_default()
    }

    /// Adds the counts of another part of the same run.
    pub fn add(&mut self, other: &Ledger) {
        for (table, ledger) in &other.tables {
            self.of(*table).add(ledger);
        }
    }

    /// The tables whose rows are not all accounted for; none, unless the program is at fault.
    pub fn unbalanced(&self) -> Vec<Table> {
        let wrong = |(table, ledger): (&Table, &TableLedger)| (ledger.read != ledger.accounted()).then_some(*table);
        self.tables.iter().filter_map(wrong).collect()
    }
}
