//! The rows and children behind each figure.

use crate::quality::ledger::{Ledger, TableLedger};
use crate::reconciliation::children::ChildTally;
use crate::returns::table::Table;

/// The rows and children behind the figures of one day.
#[derive(Debug)]
pub struct Reconciliation {
    /// What became of every row of the run.
    pub rows: Ledger,
    /// One for each figure, in the order of the figures.
    pub list: Vec<Reconciled>,
}

/// The rows and children behind one figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reconciled {
    /// What became of the rows of each table that the indicator needs.
    pub rows: Vec<(Table, TableLedger)>,
    /// What became of the children; none where there is no figure.
    pub children: Option<ChildTally>,
    /// Days of the window after the last event that any of its authorities reports, and days in all.
    pub silent: (u64, u64),
}
