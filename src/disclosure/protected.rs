//! Figures that are protected.

use crate::printed::rule::Hidden;
use crate::printed::{PrintedFigure, PrintedTable};
use crate::seeds::disclosure::Profile;

/// The figures of one day, fit for anybody to read: made by [`super::protect`] alone.
#[derive(Debug)]
pub struct Protected {
    profile: Profile,
    table: PrintedTable,
    hidden: Vec<Hidden>,
}

impl Protected {
    /// A table as it is printed, with what is hidden of each of its figures.
    pub(super) fn new(profile: Profile, table: PrintedTable, hidden: Vec<Hidden>) -> Protected {
        Protected { profile, table, hidden }
    }

    /// What is printed.
    pub fn table(&self) -> &PrintedTable {
        &self.table
    }

    /// How it is protected.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The figures of which something is hidden, with what and why, in the order of the table. For the owner alone.
    pub fn hidden(&self) -> impl Iterator<Item = (&PrintedFigure, Hidden)> {
        let list = self.table.figures.iter().zip(self.hidden.iter().copied());
        list.filter(|(_, hidden)| *hidden != Hidden::default())
    }
}
