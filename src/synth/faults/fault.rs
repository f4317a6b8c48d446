//! What a planted fault is made of.

use crate::synth::table::Table;

/// An invented child whose rows show one fault.
pub(crate) struct Fault {
    /// The code of the authority whose return they are in.
    pub(crate) authority: &'static str,
    /// The value of CHILD.
    pub(crate) child: &'static str,
    /// The value of DOB in the header.
    pub(crate) born: &'static str,
    /// For each row: the year of the return, the table, and the cells after CHILD. Missing cells at the end are blank.
    pub(crate) rows: &'static [(i32, Table, &'static str)],
}
