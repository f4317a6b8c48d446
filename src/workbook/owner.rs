//! What the owner's workbook is made from, besides packs.

use crate::benchmark::Compared;
use crate::breakdowns::Breakdowns;
use crate::context::ContextRow;
use crate::figures::Figure;

/// What the owner's workbook has, and nobody else's.
#[derive(Debug)]
pub(crate) struct OwnerTables<'run> {
    /// The exact figures.
    pub compared: &'run Compared<Figure>,
    /// The figures by group.
    pub breakdowns: &'run Breakdowns,
    /// The care population of every place.
    pub context: &'run [ContextRow],
}
