//! What a planted fault is.

use crate::synth::table::Table;

/// An invented child whose rows show one fault.
pub struct Fault {
    /// The code of the authority that returns them.
    pub authority: &'static str,
    /// What stands in CHILD.
    pub child: &'static str,
    /// What stands in DOB of the header.
    pub born: &'static str,
    /// Of each row: the year of the return, the table, what follows CHILD. Cells left off at the end are blank.
    pub rows: &'static [(i32, Table, &'static str)],
}
