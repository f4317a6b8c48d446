//! The tables of a return that are read.

use serde::Serialize;
use std::fmt;

/// A table that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is the table of the same name in definitions, section 5")]
pub enum Table {
    Header,
    Episodes,
    Reviews,
    Oc2,
    Oc3,
    Ad1,
    Attainment,
    PlacedAdoption,
    Uasc,
    Missing,
}

impl Table {
    /// Every table, in the order of the definitions, then those that no indicator needs: the checks alone read the first of
    /// them, groups and the care population the others.
    pub const ALL: [Table; 10] = [
        Table::Header,
        Table::Episodes,
        Table::Reviews,
        Table::Oc2,
        Table::Oc3,
        Table::Ad1,
        Table::Attainment,
        Table::PlacedAdoption,
        Table::Uasc,
        Table::Missing,
    ];

    /// Its name in seeds, records and messages.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Table::Header => "header",
            Table::Episodes => "episodes",
            Table::Reviews => "reviews",
            Table::Oc2 => "oc2",
            Table::Oc3 => "oc3",
            Table::Ad1 => "ad1",
            Table::Attainment => "attainment",
            Table::PlacedAdoption => "placed_adoption",
            Table::Uasc => "uasc",
            Table::Missing => "missing",
        }
    }

    /// Whether the table of any return will do (definitions, section 5).
    pub(crate) fn of_any_return(self) -> bool {
        matches!(self, Table::Ad1 | Table::Attainment)
    }

    /// Whether groups and the care population read it and no indicator does.
    pub(crate) fn is_for_context(self) -> bool {
        matches!(self, Table::Uasc | Table::Missing)
    }

    /// Whether a column of the user's choice may stand in it.
    pub(crate) fn may_have_own(self) -> bool {
        matches!(self, Table::Header | Table::Episodes)
    }

    /// The table of a name.
    pub(crate) fn named(name: &str) -> Option<Table> {
        Table::ALL.into_iter().find(|table| table.name() == name)
    }
}

impl fmt::Display for Table {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// Some of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct TableSet(u16);

impl TableSet {
    /// Adds a table.
    pub(crate) fn add(&mut self, table: Table) {
        self.0 |= 1 << table as u8;
    }

    /// Whether the table is among them.
    pub(crate) fn has(self, table: Table) -> bool {
        self.0 & (1 << table as u8) != 0
    }
}
