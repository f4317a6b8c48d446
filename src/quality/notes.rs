//! Findings and counts made while rows are cleaned.

use super::ledger::{Ledger, count};
use crate::code::ChildId;
use crate::returns::finding::{Finding, Rule, Source};
use crate::returns::set_aside::SetAside;
use crate::returns::table::Table;
use crate::returns::tables::row::Row;
use crate::seeds::authorities::AuthorityIndex;
use std::collections::BTreeMap;

/// Findings and counts made on the way. Silent ones keep nothing, and no words are built for them.
#[derive(Debug)]
pub struct Notes {
    silent: bool,
    authority: AuthorityIndex,
    findings: Vec<Finding>,
    ledger: Ledger,
    set_aside: SetAsideRows,
}

/// How many rows are set aside, whatever the day, by file and by year of the return.
pub(super) type SetAsideRows = BTreeMap<(u32, i32), u64>;

/// What was noted.
#[derive(Debug)]
pub(crate) struct Noted {
    /// The findings.
    pub findings: Vec<Finding>,
    /// The counts.
    pub ledger: Ledger,
    /// Rows set aside.
    pub set_aside: SetAsideRows,
}

impl Notes {
    /// Notes on the rows of an authority.
    pub(crate) fn new(authority: AuthorityIndex) -> Notes {
        Notes::after_reading(authority, Ledger::default())
    }

    /// The same, with the rows that reading rejected counted already.
    pub(super) fn after_reading(authority: AuthorityIndex, rejected: Ledger) -> Notes {
        Notes { silent: false, authority, findings: Vec::new(), ledger: rejected, set_aside: SetAsideRows::new() }
    }

    /// Notes that nobody reads.
    pub(crate) fn silent(authority: AuthorityIndex) -> Notes {
        Notes { silent: true, ..Notes::new(authority) }
    }

    /// Counts rows of a table that were read and not rejected.
    pub(super) fn read<T>(&mut self, table: Table, rows: &[Row<T>]) {
        self.ledger.of(table).read += rows.len() as u64;
    }

    /// Counts rows that were set aside as a whole table before they came here.
    pub(super) fn whole_table(&mut self, SetAside { rule, table, rows, .. }: &SetAside) {
        let ledger = self.ledger.of(*table);
        ledger.read += rows;
        count(&mut ledger.set_aside, rule.name, *rows);
    }

    /// Notes a finding.
    pub(crate) fn find(
        &mut self,
        rule: &'static Rule,
        source: Source,
        child: ChildId,
        field: &'static str,
        found: impl FnOnce() -> String,
    ) {
        if self.silent {
            return;
        }
        let found = found();
        let authority = Some(self.authority);
        self.findings.push(Finding { source, authority, child: Some(child), rule, field, found });
    }

    /// Counts rows of a table that are set aside.
    pub(crate) fn set_aside(&mut self, table: Table, why: &'static str, rows: usize) {
        if !self.silent && rows > 0 {
            count(&mut self.ledger.of(table).set_aside, why, rows as u64);
        }
    }

    /// Counts a row of a table that is set aside.
    pub(super) fn set_aside_row<T>(&mut self, table: Table, why: &'static str, row: &Row<T>) {
        self.set_aside(table, why, 1);
        self.not_used(row);
    }

    /// Counts a row with the others of its file and return that are set aside.
    pub(super) fn not_used<T>(&mut self, row: &Row<T>) {
        if !self.silent {
            *self.set_aside.entry((row.source.file, row.year)).or_default() += 1;
        }
    }

    /// Counts rows of a table that are used.
    pub(crate) fn used(&mut self, table: Table, rows: usize) {
        if !self.silent && rows > 0 {
            self.ledger.of(table).used += rows as u64;
        }
    }

    /// Counts a row of a table that is used with an end it did not have.
    pub(crate) fn repaired(&mut self, table: Table, rule: &'static Rule) {
        if !self.silent {
            count(&mut self.ledger.of(table).repaired, rule.name, 1);
        }
    }

    /// What was noted.
    pub(crate) fn noted(self) -> Noted {
        Noted { findings: self.findings, ledger: self.ledger, set_aside: self.set_aside }
    }
}
